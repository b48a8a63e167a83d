import { computed, effect, signal, type ReadonlySignal } from '@preact/signals';
import type { WidgetSettings } from '../src/protocol/routes.ts';
import type { Chat } from './chat-type.ts';
import { watchConnection } from './connection.ts';
import { createDraft } from './draft.ts';
import { createEngineLoader } from './engine-loader.ts';
import type { Seen } from './engine-type.ts';
import type { PageEvent } from './page.ts';
import { createPatience } from './patience.ts';
import { createPrelude } from './prelude.ts';
import { createSettings } from './settings.ts';
import type { Surroundings } from './surroundings.ts';

export type ChatParts = Surroundings & {
  /** Settings that are on their way already. */
  settings?: Promise<WidgetSettings>;
};

/**
 * The chat of one page. By itself it opens, closes and takes what the customer writes. What a conversation needs is its
 * engine, which is loaded when there is one, or when somebody begins to write.
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
  const draft = createDraft(() => seen.peek().conversation.peek().id, {
    storage,
    tabs,
    now: clock.now,
  });

  const loader = createEngineLoader({
    patience,
    connection,
    async fetchEngine() {
      const { startEngine } = await import('./engine.ts');
      return () => {
        const shared = { settings, isAvailable, patience, connection, isOpen, draft };
        const engine = startEngine({ ...parts, ...shared });
        seen.value = engine;
        return engine;
      };
    },
  });

  const see = <Key extends keyof Seen>(key: Key): ReadonlySignal<Seen[Key]['value']> =>
    computed(() => seen.value[key].value);
  const canHandOff = see('canHandOff');

  function hearPage(event: PageEvent): void {
    if (event === 'online' || event === 'offline') connection[event]();
    if (event === 'online' || event === 'visible') patience.wake();
    if (event === 'hidden-away') settingsLoader.stop();
    if (event === 'back' && !settings.value) void settingsLoader.load();
    loader.engine()?.hearPage(event);
  }

  const undo = [
    tabs.listen((message) => loader.whenThere((engine) => engine.hearTab(message))),
    page.listen(hearPage),
    draft.dispose,
    effect(() => {
      if (draft.text.value) loader.load();
    }),
    settingsLoader.stop,
    loader.dispose,
    connection.settle,
    tabs.close,
  ];

  void settingsLoader.load(parts.settings);
  if (prelude.isUnfinished) loader.load();

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
    unread: see('unread'),

    open(by = 'customer') {
      openedBy.value = by;
      isOpen.value = true;
    },
    close() {
      loader.engine()?.turnAway();
      isOpen.value = false;
    },
    send(text) {
      const words = (text ?? draft.text.value).trim();
      if (!words) return;
      if (text === undefined) draft.text.value = '';
      const engine = loader.engine();
      if (engine) engine.send(words);
      else {
        prelude.add(words);
        loader.load();
      }
    },
    retry: (id) => loader.whenThere((engine) => engine.retry(id)),
    discard: (id) => loader.whenThere((engine) => engine.discard(id)),
    answerAgain: (id) => loader.whenThere((engine) => engine.answerAgain(id)),
    stopAnswer: () => loader.whenThere((engine) => engine.stopAnswer()),
    requestHandoff() {
      if (!canHandOff.value) return;
      prelude.press();
      loader.whenThere((engine) => engine.requestHandoff());
    },
    cancelHandoff: () => loader.whenThere((engine) => engine.cancelHandoff()),
    endChat: () => loader.whenThere((engine) => engine.endChat()),
    startNewChat: () => loader.whenThere((engine) => engine.startNewChat()),
    reconnect: patience.wake,
    markSeen: () => loader.engine()?.markSeen(),
    boot: () => void settingsLoader.load(),
    dispose() {
      for (const stop of undo) stop();
    },
  };
}
