import { computed, effect, signal, type ReadonlySignal } from '@preact/signals';
import type { WidgetSettings } from '../src/protocol/routes.ts';
import type { Chat } from './chat-type.ts';
import { watchConnection } from './connection.ts';
import { createDraft } from './draft.ts';
import type { Hearing, Seen } from './hearing-type.ts';
import { createLatePart } from './late-part.ts';
import type { PageEvent } from './page.ts';
import { createPatience } from './patience.ts';
import { createPrelude } from './prelude.ts';
import type { Sending } from './sending-type.ts';
import { createSettings } from './settings.ts';
import type { Surroundings } from './surroundings.ts';

export type ChatParts = Surroundings & {
  /** Settings that are on their way already. */
  settings?: Promise<WidgetSettings>;
};

/**
 * The chat of one page. By itself it opens, closes and takes what the customer writes. Sending it is loaded when somebody
 * begins to write; hearing what is said when the first message has left, or at once where a conversation is kept.
 */
export function createChat(parts: ChatParts): Chat {
  const { storage, tabs, clock, page } = parts;
  const { settings, isAvailable, ...settingsLoader } = createSettings(parts);
  const patience = createPatience(clock);
  const connection = watchConnection(clock, page.isOnline());
  const isOpen = signal(false);
  const openedBy = signal<'customer' | 'page'>('page');
  const prelude = createPrelude({
    ...parts,
    settings,
    isAvailable,
    connection: connection.connection,
  });
  const seen = signal(prelude.seen);
  const draft = createDraft({ storage, tabs, now: clock.now });

  const sending = createLatePart<Sending>({
    patience,
    connection,
    async fetchPart() {
      const { startSending } = await import('./sending.ts');
      return () => {
        const started = startSending({ ...parts, draft, patience, hearing });
        seen.value = { ...seen.peek(), unsent: started.outgoing.unsent };
        return started;
      };
    },
  });

  const hearing = createLatePart<Hearing>({
    patience,
    connection,
    async fetchPart() {
      const [{ startHearing }, sent] = await Promise.all([
        import('./hearing.ts'),
        new Promise<Sending>((resolve) => {
          sending.whenThere(resolve);
        }),
      ]);
      return () => {
        const shared = { settings, isAvailable, patience, connection, isOpen, draft };
        const started = startHearing({ ...parts, ...shared, sending: sent });
        seen.value = started;
        return started;
      };
    },
  });

  const whenHearing = <T>(work: (there: Hearing) => Promise<T>) =>
    new Promise<T>((resolve, reject) => {
      hearing.whenThere((there) => work(there).then(resolve, reject));
    });

  const see = <Key extends keyof Seen>(key: Key): ReadonlySignal<Seen[Key]['value']> =>
    computed(() => seen.value[key].value);
  const canHandOff = see('canHandOff');

  function hearPage(event: PageEvent): void {
    if (event === 'online' || event === 'offline') connection[event]();
    if (event === 'online' || event === 'visible') patience.wake();
    if (event === 'hidden-away') settingsLoader.stop();
    if ((event === 'back' || event === 'online') && !settings.value) void settingsLoader.load();
    sending.now()?.hearPage(event);
    hearing.now()?.hearPage(event);
  }

  const undo = [
    tabs.listen((message) => hearing.whenThere(({ hearTab }) => hearTab(message))),
    page.listen(hearPage),
    draft.dispose,
    effect(() => {
      if (draft.text.value) sending.load();
    }),
    settingsLoader.stop,
    hearing.dispose,
    sending.dispose,
    connection.settle,
    tabs.close,
  ];

  void settingsLoader.load(parts.settings);
  if (prelude.isUnfinished) hearing.load();

  return {
    settings,
    conversation: see('conversation'),
    state: see('state'),
    unsent: see('unsent'),
    answer: see('answer'),
    draft: draft.text,
    canHandOff,
    handoffSince: see('handoffSince'),
    connection: connection.connection,
    problem: see('problem'),
    agentTyping: see('agentTyping'),
    isOpen,
    openedBy,
    isUnderWay: hearing.isWanted,
    unread: see('unread'),

    open(by = 'customer') {
      openedBy.value = by;
      isOpen.value = true;
    },
    close() {
      hearing.now()?.turnAway();
      isOpen.value = false;
    },
    prepare: sending.load,
    send(text, response) {
      const words = (text ?? draft.text.value).trim();
      if (!words) return;
      if (text === undefined) draft.text.value = '';
      const there = sending.now();
      if (there) there.outgoing.add(words, response);
      else prelude.add(words);
      sending.load();
    },
    fetchFile: (file) => whenHearing((there) => there.fetchFile(file)),
    giveOpinion: (opinion) => whenHearing((there) => there.giveOpinion(opinion)),
    retry: (id) => sending.whenThere(({ outgoing }) => outgoing.retry(id)),
    discard: (id) => sending.whenThere(({ outgoing }) => outgoing.discard(id)),
    answerAgain: (id) => hearing.whenThere((there) => there.answerAgain(id)),
    stopAnswer: () => hearing.whenThere((there) => there.stopAnswer()),
    requestHandoff(request) {
      if (!canHandOff.value) return;
      prelude.press();
      hearing.whenThere((there) => there.requestHandoff(request));
    },
    leaveTicket: (ticket) => whenHearing((there) => there.leaveTicket(ticket)),
    previewSummary: () => whenHearing((there) => there.previewSummary()),
    cancelHandoff: () => hearing.whenThere((there) => there.cancelHandoff()),
    endChat: () => hearing.whenThere((there) => there.endChat()),
    startNewChat: () => hearing.whenThere((there) => there.startNewChat()),
    reconnect: patience.wake,
    markSeen: () => hearing.now()?.markSeen(),
    boot: (asked) => void settingsLoader.load(asked),
    dispose() {
      for (const stop of undo) stop();
    },
  };
}
