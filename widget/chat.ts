import { batch, computed, effect, signal, untracked } from '@preact/signals';
import { isOpen as isHandoffOpen, messagesOf } from '../src/conversation/status.ts';
import type { Frame } from '../src/protocol/frame.ts';
import type { WidgetSettings } from '../src/protocol/routes.ts';
import { createAnswers } from './answers.ts';
import { seeChat } from './chat-state.ts';
import type { Chat } from './chat-type.ts';
import type { Clock } from './clock.ts';
import { watchConnection } from './connection.ts';
import { createControls } from './controls.ts';
import { keepSession } from './current-session.ts';
import { createDraft } from './draft.ts';
import { insist } from './insist.ts';
import { listenWhenNeeded } from './listen-when-needed.ts';
import { createLog } from './log.ts';
import { createOutgoing } from './outgoing.ts';
import type { Page, PageEvent } from './page.ts';
import { createPatience } from './patience.ts';
import { failureOf, type Failure } from './refusal.ts';
import type { Storage } from './storage.ts';
import { mirrorTabs } from './tab-talk.ts';
import type { Tabs } from './tabs.ts';
import { createTransport, type Session } from './transport.ts';
import { createTrouble } from './trouble.ts';
import { createTyping } from './typing.ts';
import { countUnread } from './unread.ts';

export type ChatParts = {
  /** Where the proxy lives, without a slash at the end. */
  server: string;
  fetch: typeof fetch;
  storage: Storage;
  tabs: Tabs;
  clock: Clock;
  page: Page;
  locale: string;
  makeId(): string;
  /** Settings that are on their way already. */
  settings?: Promise<WidgetSettings>;
};

/** The chat of one page: restores its conversation, and keeps it in step with the proxy and with the other tabs. */
export function createChat(parts: ChatParts): Chat {
  const { storage, tabs, clock, page, makeId } = parts;
  const transport = createTransport(parts);
  const patience = createPatience(clock);
  const connection = watchConnection(clock, page.isOnline());
  const trouble = createTrouble(clock);
  const typing = createTyping(clock);

  /** Everything under way ends with it: when the page is left, when another conversation begins. */
  const life = signal(new AbortController());
  const current = keepSession({
    ...parts,
    transport,
    onChange(next) {
      log.begin(next?.id ?? '');
      unread.reset();
      draft.keep();
    },
  });
  const { session } = current;
  const settings = signal<WidgetSettings | null>(null);
  const isAvailable = signal(true);
  const isRestoring = signal(session.value !== null);
  const isOpen = signal(false);
  const openedBy = signal<'customer' | 'page'>('page');
  const draft = createDraft(current.id, { storage, tabs, now: clock.now });

  let early = parts.settings;
  let isMirroring = false;

  const log = createLog({
    snapshot: () => transport.snapshot(current.now(), life.peek().signal),
    eventsAfter: (seq) => transport.eventsAfter(current.now(), seq, 0, life.peek().signal),
    onEvent(stored) {
      const { event } = stored;
      if (event.type === 'message-failed') answers.close(event.id);
      if (event.type === 'message-added' && event.message.author.kind === 'agent')
        typing.say(false);
      if (!isMirroring) tell({ type: 'event', stored });
    },
  });

  const answers = createAnswers({
    log,
    clock,
    patience,
    ask(message, onFrame, end) {
      const asked = current.now();
      const hearBoth = (frame: Frame) => {
        hear(frame, asked);
        onFrame(frame);
      };
      return transport.ask(asked, message, log.conversation.peek().seq, hearBoth, end);
    },
    onAsked: (id, askedAt) =>
      tabs.tell({ type: 'asked', conversationId: current.id(), id, askedAt }),
    onTrouble: report,
  });

  const controls = createControls({
    clock,
    page,
    patience,
    makeId,
    command: async (command, end) => transport.command(await current.ensure(end), command, end),
    refresh: log.refresh,
    onFailed(kind, error) {
      report(error);
      if (kind === 'request') trouble.handoffNotSent();
    },
  });

  const outgoing = createOutgoing({
    storage,
    tabs,
    clock,
    page,
    patience,
    makeId,
    async post(message, end) {
      await controls.settled();
      await current.ensure(end);
      await answers.send(message, end);
      trouble.over('rate-limited');
    },
    onTrouble: reportFailure,
  });

  const unread = countUnread({
    conversation: log.conversation,
    isOpen,
    clock,
    tellRead(throughSeq) {
      const { signal: end } = life.value;
      const reader = current.now();
      const command = { method: 'POST', path: 'read', body: { throughSeq } } as const;
      insist(() => transport.command(reader, command, end), { patience, signal: end })
        // Whatever goes wrong with it, the next message read says it again.
        .catch(() => {});
    },
  });

  const seen = seeChat({
    conversation: log.conversation,
    settings,
    wish: controls.wish,
    isAvailable,
    isAnswering: computed(() => answers.answer.value !== null && !answers.isStopping.value),
    isEmpty: computed(
      () =>
        log.conversation.value.entries.length === 0 &&
        outgoing.unsent.value.length === 0 &&
        !isRestoring.value,
    ),
    now: clock.now,
  });

  /** Ends all that is under way for the conversation that was. */
  function stopEverything(): void {
    life.value.abort();
    life.value = new AbortController();
    answers.clear();
    controls.clear();
    connection.settle();
    typing.say(false);
  }

  function move(next: Session | null): void {
    batch(() => {
      stopEverything();
      trouble.clear();
      current.enter(next);
    });
  }

  /** Catches up with the proxy, and goes on with what was left undone. */
  async function restore(): Promise<void> {
    const { signal: end } = life.value;
    outgoing.run(end);
    if (!session.value) return;
    try {
      await insist(() => log.refresh(), { patience, signal: end, onTrouble: connection.lost });
      connection.recovered();
      joinLast(end);
    } catch (error) {
      if (!end.aborted) report(error);
    }
    if (!end.aborted) isRestoring.value = false;
  }

  /** A reload, or a tab that was closed, may have cut an answer. */
  function joinLast(end: AbortSignal): void {
    const { entries, failures, handoff } = log.conversation.value;
    const last = entries.at(-1);
    if (last?.kind !== 'message' || last.message.author.kind !== 'customer') return;
    const { id } = last.message;
    if (isHandoffOpen(handoff) || failures[id] || answers.here().includes(id)) return;
    answers.join(id, end);
  }

  async function boot(): Promise<void> {
    const { signal: end } = life.value;
    const loading = early ?? transport.settings(end);
    early = undefined;
    try {
      settings.value = await loading;
      isAvailable.value = true;
    } catch {
      isAvailable.value = end.aborted;
    }
  }

  function pause(): void {
    tabs.tell({ type: 'left', conversationId: current.id(), ids: answers.here() });
    life.value.abort();
    answers.clear();
    unread.close();
    connection.settle();
    typing.say(false);
  }

  function report(error: unknown): void {
    reportFailure(failureOf(error));
  }

  function reportFailure(failure: Failure): void {
    if (failure.type === 'limited') trouble.limited(failure.retryAfterMs);
    if (failure.type !== 'expired') return;
    storage.dropSession(current.id());
    outgoing.hold();
    batch(() => {
      stopEverything();
      trouble.expired();
    });
  }

  const tell = (frame: Frame) => tabs.tell({ type: 'frame', conversationId: current.id(), frame });

  /** A frame that this tab heard itself. The other tabs are told of an event when it is folded. */
  function hear(frame: Frame, from: Session): void {
    if (from.id !== current.id()) return;
    take(frame, true);
    if (frame.type !== 'event' && frame.type !== 'error') tell(frame);
  }

  function take(frame: Frame, isHere: boolean): void {
    if (frame.type === 'event') log.receive(frame.stored);
    else if (frame.type === 'delta') answers.piece(frame, isHere);
    else if (frame.type === 'typing') typing.say(frame.typing);
    else if (frame.type === 'reset') log.replace(frame.conversation);
  }

  const hearTab = mirrorTabs({
    conversationId: current.id,
    answers,
    connection,
    draft,
    outgoing,
    patience,
    unread,
    onFrame(frame) {
      isMirroring = true;
      take(frame, false);
      isMirroring = false;
    },
    onSession(next) {
      move(next);
      void restore();
    },
    onLeft(ids) {
      for (const id of ids) answers.join(id, life.value.signal);
    },
  });

  function hearPage(event: PageEvent): void {
    if (event === 'online' || event === 'offline') {
      connection[event]();
      outgoing.connectionChanged();
    }
    if (event === 'online' || event === 'visible') patience.wake();
    if (event === 'hidden-away') pause();
    if (event !== 'back') return;
    life.value = new AbortController();
    if (!settings.value) void boot();
    void restore();
  }

  /** The customer may leave the old conversation before the proxy knows. */
  function endQuietly(old: Session): void {
    const { signal } = life.value;
    const end = () => transport.command(old, { method: 'POST', path: 'end' }, signal);
    insist(end, { patience, signal }).catch(() => {});
  }

  const mayHearPeople = computed(
    () =>
      draft.text.value !== '' ||
      controls.wish.value !== null ||
      log.conversation.value.handoff.state !== 'ai',
  );

  const undo = [
    tabs.listen(hearTab),
    page.listen(hearPage),
    draft.dispose,
    effect(() => {
      const ids = new Set(messagesOf(log.conversation.value).map(({ id }) => id));
      untracked(() => outgoing.confirm(ids));
    }),
    listenWhenNeeded(mayHearPeople, {
      session: computed(() => (trouble.problem.value?.type === 'expired' ? null : session.value)),
      conversation: log.conversation,
      life,
      transport,
      tabs,
      clock,
      patience,
      connection,
      onFrame: hear,
      onTrouble: report,
    }),
  ];

  log.begin(current.id());
  void boot();
  void restore();

  return {
    ...seen,
    settings,
    conversation: answers.conversation,
    unsent: outgoing.unsent,
    answer: answers.answer,
    draft: draft.text,
    connection: connection.connection,
    problem: trouble.problem,
    agentTyping: typing.isTyping,
    isOpen,
    openedBy,
    unread: unread.count,

    open(by = 'customer') {
      openedBy.value = by;
      isOpen.value = true;
    },
    close() {
      unread.close();
      isOpen.value = false;
    },
    send(text) {
      const words = (text ?? draft.text.value).trim();
      if (!words) return;
      if (text === undefined) draft.text.value = '';
      outgoing.add(words);
    },
    retry: outgoing.retry,
    discard: outgoing.discard,
    answerAgain: (messageId) => answers.join(messageId, life.value.signal),
    stopAnswer() {
      const id = answers.stop();
      if (!id) return;
      const command = { method: 'POST', path: `messages/${id}/stop` } as const;
      transport.command(current.now(), command, life.value.signal).catch(() => answers.goOn(id));
    },
    requestHandoff() {
      if (!seen.canHandOff.value) return;
      trouble.over('handoff-not-sent');
      controls.want('request', life.value.signal);
    },
    cancelHandoff: () => controls.want('cancel', life.value.signal),
    endChat: () => controls.want('end', life.value.signal),
    startNewChat() {
      const old = session.value;
      const isExpired = trouble.problem.value?.type === 'expired';
      const isOngoing = isHandoffOpen(log.conversation.value.handoff) && !isExpired;
      if (old) storage.dropSession(old.id);
      if (!isExpired) outgoing.setAside();
      move(null);
      tabs.tell({ type: 'session', session: null });
      if (isExpired) outgoing.release();
      if (old && isOngoing) endQuietly(old);
      void restore();
    },
    reconnect: patience.wake,
    markSeen() {
      const throughSeq = unread.seeEnd();
      tabs.tell({ type: 'seen', conversationId: current.id(), throughSeq });
    },
    boot: () => void boot(),
    dispose() {
      pause();
      trouble.clear();
      for (const stop of undo) stop();
      tabs.close();
    },
  };
}
