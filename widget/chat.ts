import { batch, computed, effect, signal, untracked } from '@preact/signals';
import { isOpen as isHandoffOpen, messagesOf } from '../src/conversation/status.ts';
import type { Frame } from '../src/protocol/frame.ts';
import type { HandoffState } from '../src/protocol/handoff.ts';
import type { WidgetSettings } from '../src/protocol/routes.ts';
import { createAnswers } from './answers.ts';
import type { Chat, ChatState, Problem } from './chat-type.ts';
import type { Clock } from './clock.ts';
import { watchConnection } from './connection.ts';
import { createControls, type Wish } from './controls.ts';
import { followConversation } from './event-stream.ts';
import { insist } from './insist.ts';
import { createLog } from './log.ts';
import { createOutgoing } from './outgoing.ts';
import type { Page, PageEvent } from './page.ts';
import { createPatience } from './patience.ts';
import { failureOf } from './refusal.ts';
import type { Storage } from './storage.ts';
import type { TabMessage, Tabs } from './tabs.ts';
import { createTransport, type Command, type Session } from './transport.ts';
import { countUnread, isOfPerson } from './unread.ts';

/** An agent may add something after the end. */
const LISTEN_AFTER_END_MS = 15 * 60_000;
const TYPING_FOR_MS = 10_000;
const READ_AFTER_MS = 1_000;

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

const WISHED: Record<Wish['kind'], HandoffState> = {
  request: 'requested',
  cancel: 'ai',
  end: 'ended',
};

const SEEN_AS: Record<HandoffState, ChatState> = {
  ai: 'ai',
  requested: 'requesting',
  waiting: 'queued',
  live: 'human',
  ended: 'ended',
  failed: 'ai',
};

/** The chat of one page: restores its conversation, and keeps it in step with the proxy and with the other tabs. */
export function createChat(parts: ChatParts): Chat {
  const { storage, tabs, clock, page, makeId } = parts;
  const transport = createTransport(parts);
  const patience = createPatience(clock);
  const connection = watchConnection(clock, page.isOnline());

  /** Everything under way ends with it: when the page is left, when another conversation begins. */
  const life = signal(new AbortController());
  const session = signal(storage.session());
  const settings = signal<WidgetSettings | null>(null);
  const hasNoSettings = signal(false);
  const problem = signal<Problem | null>(null);
  const agentTyping = signal(false);
  const isOpen = signal(false);
  const openedBy = signal<'customer' | 'page'>('page');
  const isLingering = signal(false);
  const conversationId = () => session.value?.id ?? '';

  let starting: Promise<Session> | null = null;
  let isMirroring = false;
  let isLeading = false;
  let pressedAt: number | null = null;
  let stopTyping = () => {};
  let stopReading: (() => void) | null = null;

  const log = createLog({
    snapshot: () => withSession((current, signal) => transport.snapshot(current, signal)),
    eventsAfter: (seq) =>
      withSession((current, signal) => transport.eventsAfter(current, seq, 0, signal)),
    onEvent(stored) {
      const { event } = stored;
      if (event.type === 'message-failed') answers.close(event.id);
      if (event.type === 'message-added' && event.message.author.kind === 'agent') setTyping(false);
      if (!isMirroring) tell({ type: 'event', stored });
    },
  });

  const answers = createAnswers({
    log,
    clock,
    patience,
    ask: (message, onFrame, signal) =>
      withSession(
        (current) =>
          transport.ask(
            current,
            message,
            log.conversation.value.seq,
            (frame) => {
              hear(frame, current);
              onFrame(frame);
            },
            signal,
          ),
        signal,
      ),
    onAsked: (id, askedAt) =>
      tabs.tell({ type: 'asked', conversationId: conversationId(), id, askedAt }),
    onTrouble: report,
  });

  const controls = createControls({
    clock,
    page,
    patience,
    makeId,
    async command(kind, id, signal) {
      const current = await ensureSession(signal);
      await transport.command(current, commandOf(kind, id), signal);
    },
    refresh: log.refresh,
    onFailed(kind, error) {
      report(error);
      if (kind === 'request') problem.value ??= { type: 'handoff-not-sent' };
    },
  });

  const outgoing = createOutgoing({
    storage,
    tabs,
    clock,
    page,
    patience,
    makeId,
    async post(message, signal) {
      await controls.settled();
      await ensureSession(signal);
      await answers.send(message, signal);
      if (problem.value?.type === 'rate-limited') problem.value = null;
    },
    onTrouble: reportFailure,
  });

  const { conversation } = answers;
  const draft = signal(storage.draft(conversationId()));
  const unread = countUnread(log.conversation, isOpen);
  const isRestoring = signal(session.value !== null);

  const handoff = computed<HandoffState>(() => {
    const wish = controls.wish.value;
    return wish ? WISHED[wish.kind] : log.conversation.value.handoff.state;
  });

  const state = computed<ChatState>(() => {
    if (hasNoSettings.value) return 'unavailable';
    const seen = SEEN_AS[handoff.value];
    if (seen !== 'ai' && seen !== 'ended') return seen;
    if (answers.answer.value && !answers.isStopping.value) return 'streaming';
    if (seen === 'ended' || isRestoring.value || outgoing.unsent.value.length > 0) return seen;
    return conversation.value.entries.length > 0 ? 'ai' : 'idle';
  });

  const canHandOff = computed(
    () =>
      settings.value?.handoff === true &&
      ['ai', 'ended', 'failed'].includes(handoff.value) &&
      !log.conversation.value.closed,
  );

  const handoffSince = computed(() => {
    const wish = controls.wish.value;
    if (wish?.kind === 'request') return wish.at;
    const current = log.conversation.value.handoff;
    if (current.state !== 'requested' && current.state !== 'waiting') return null;
    return pressedAt ?? Math.min(clock.now(), Date.parse(current.at));
  });

  const needsStream = computed(
    () =>
      session.value !== null &&
      problem.value?.type !== 'expired' &&
      (isHandoffOpen(log.conversation.value.handoff) || isLingering.value),
  );

  async function withSession<T>(
    work: (current: Session, signal: AbortSignal) => Promise<T>,
    signal = life.peek().signal,
  ): Promise<T> {
    const current = session.peek();
    if (!current) throw new TypeError('There is no conversation yet');
    return await work(current, signal);
  }

  function ensureSession(signal: AbortSignal): Promise<Session> {
    if (session.value) return Promise.resolve(session.value);
    starting ??= tabs
      .alone('start', signal, async () => {
        const other = storage.session();
        if (other) {
          enter(other);
          return other;
        }
        const facts = { locale: parts.locale, page: page.address() };
        const started = await transport.start(facts, signal);
        storage.keepSession(started);
        enter(started);
        storage.keepDraft(started.id, draft.value, clock.now());
        tabs.tell({ type: 'session', session: started });
        return started;
      })
      .finally(() => {
        starting = null;
      });
    return starting;
  }

  function enter(next: Session | null): void {
    batch(() => {
      session.value = next;
      log.begin(next?.id ?? '');
      unread.reset();
    });
  }

  /** Leaves the conversation that was, and all that is under way for it. */
  function move(next: Session | null): void {
    batch(() => {
      life.value.abort();
      life.value = new AbortController();
      starting = null;
      pressedAt = null;
      problem.value = null;
      answers.clear();
      controls.clear();
      connection.settle();
      setTyping(false);
      enter(next);
    });
  }

  /** Catches up with the proxy, and goes on with what was left undone. */
  function restore(): void {
    const { signal } = life.value;
    outgoing.run(signal);
    if (!session.value) return;
    insist(() => log.refresh().then(connection.recovered), {
      patience,
      signal,
      onTrouble: connection.lost,
    })
      .then(() => joinLast(signal), report)
      .finally(() => {
        if (!signal.aborted) isRestoring.value = false;
      });
  }

  /** A reload, or a tab that was closed, may have cut an answer. */
  function joinLast(signal: AbortSignal): void {
    const { entries, failures, handoff: current } = log.conversation.value;
    const last = entries.at(-1);
    if (last?.kind !== 'message' || last.message.author.kind !== 'customer') return;
    const { id } = last.message;
    if (isHandoffOpen(current) || failures[id] || answers.here().includes(id)) return;
    answers.join(id, signal);
  }

  function pause(): void {
    tabs.tell({ type: 'left', conversationId: conversationId(), ids: answers.here() });
    life.value.abort();
    connection.settle();
  }

  function report(error: unknown): void {
    reportFailure(failureOf(error));
  }

  function reportFailure(failure: ReturnType<typeof failureOf>): void {
    if (failure.type === 'expired') {
      storage.dropSession(conversationId());
      outgoing.hold();
      batch(() => {
        life.value.abort();
        life.value = new AbortController();
        answers.clear();
        problem.value = { type: 'expired' };
      });
    } else if (failure.type === 'limited') {
      const limited: Problem = {
        type: 'rate-limited',
        retryAt: clock.now() + failure.retryAfterMs,
      };
      problem.value = limited;
      clock.after(failure.retryAfterMs, () => {
        if (problem.value === limited) problem.value = null;
      });
    }
  }

  function tell(frame: Frame): void {
    tabs.tell({ type: 'frame', conversationId: conversationId(), frame });
  }

  /** A frame that this tab heard itself. Events are told to the other tabs when they are folded. */
  function hear(frame: Frame, from: Session): void {
    if (from.id !== conversationId()) return;
    take(frame, true);
    if (frame.type === 'delta' || frame.type === 'typing') tell(frame);
  }

  function take(frame: Frame, isHere: boolean): void {
    if (frame.type === 'event') log.receive(frame.stored);
    else if (frame.type === 'delta') answers.piece(frame, isHere);
    else if (frame.type === 'typing') setTyping(frame.typing);
    else if (frame.type === 'reset') log.replace(frame.conversation);
  }

  function setTyping(isTyping: boolean): void {
    stopTyping();
    agentTyping.value = isTyping;
    if (isTyping) stopTyping = clock.after(TYPING_FOR_MS, () => setTyping(false));
  }

  function hearTab(message: TabMessage): void {
    if ('conversationId' in message && message.conversationId !== conversationId()) return;
    switch (message.type) {
      case 'frame':
        isMirroring = true;
        take(message.frame, false);
        isMirroring = false;
        break;
      case 'asked':
        answers.mirror(message.id, message.askedAt);
        break;
      case 'left':
        for (const id of message.ids) answers.join(id, life.value.signal);
        break;
      case 'seen':
        unread.see(message.throughSeq);
        break;
      case 'connection':
        if (!isLeading) connection.mirror(message.connection);
        break;
      case 'session':
        if (message.session?.id === session.value?.id) break;
        move(message.session);
        restore();
        break;
      case 'draft':
        knownDraft = message.text;
        draft.value = message.text;
        break;
      case 'unsent':
        outgoing.adopt(message.message);
        break;
      case 'discarded':
        outgoing.drop(message.id);
        break;
      case 'wake':
        patience.wake();
    }
  }

  function hearPage(event: PageEvent): void {
    switch (event) {
      case 'online':
        connection.online();
        outgoing.connectionChanged();
        patience.wake();
        break;
      case 'offline':
        connection.offline();
        outgoing.connectionChanged();
        break;
      case 'visible':
        patience.wake();
        break;
      case 'hidden-away':
        pause();
        break;
      case 'back':
        life.value = new AbortController();
        if (!settings.value) void boot();
        restore();
    }
  }

  function follow(current: Session): () => void {
    const stop = new AbortController();
    tabs
      .alone(`stream:${current.id}`, stop.signal, async () => {
        isLeading = true;
        await followConversation(
          current,
          () => log.conversation.value.seq,
          (frame) => hear(frame, current),
          stop.signal,
          { transport, clock, patience, connection },
        );
      })
      .catch((error: unknown) => {
        if (!stop.signal.aborted) report(error);
      })
      .finally(() => {
        isLeading = false;
      });
    return () => {
      stop.abort();
      connection.settle();
    };
  }

  function markRead(): void {
    stopReading = null;
    const throughSeq = log.conversation.value.seq;
    const { signal } = life.value;
    const tellProxy = (current: Session) =>
      transport.command(current, { method: 'POST', path: 'read', body: { throughSeq } }, signal);
    // Whatever goes wrong with it, the next message read says it again.
    insist(() => withSession(tellProxy), { patience, signal }).catch(() => {});
  }

  const handoffOf = computed(() => log.conversation.value.handoff);
  let first = parts.settings;
  let knownDraft = draft.value;
  const undo = [
    tabs.listen(hearTab),
    page.listen(hearPage),
    effect(() => {
      const text = draft.value;
      if (text === knownDraft) return;
      knownDraft = text;
      storage.keepDraft(untracked(conversationId), text, clock.now());
      tabs.tell({ type: 'draft', text });
    }),
    effect(() => {
      const ids = new Set(messagesOf(log.conversation.value).map(({ id }) => id));
      untracked(() => outgoing.confirm(ids));
    }),
    effect(() => {
      const current = handoffOf.value;
      const left = current.state === 'ended' ? Date.parse(current.at) - clock.now() : -Infinity;
      const leftMs = Math.min(left + LISTEN_AFTER_END_MS, LISTEN_AFTER_END_MS);
      isLingering.value = leftMs > 0;
      if (leftMs <= 0) return undefined;
      return clock.after(leftMs, () => {
        isLingering.value = false;
      });
    }),
    effect(() => {
      const { signal } = life.value;
      const current = session.value;
      if (!needsStream.value || !current || signal.aborted) return undefined;
      const stop = untracked(() => follow(current));
      signal.addEventListener('abort', stop);
      return stop;
    }),
    effect(() => {
      const current = connection.connection.value;
      if (isLeading) {
        tabs.tell({
          type: 'connection',
          conversationId: untracked(conversationId),
          connection: current,
        });
      }
    }),
  ];
  async function boot(): Promise<void> {
    const { signal } = life.value;
    const loading = first ?? transport.settings(signal);
    first = undefined;
    try {
      settings.value = await loading;
      hasNoSettings.value = false;
    } catch {
      hasNoSettings.value = !signal.aborted;
    }
  }

  function cancelOrEnd(kind: 'cancel' | 'end'): void {
    if (session.value) controls.want(kind, life.value.signal);
  }

  log.begin(conversationId());
  void boot();
  restore();

  return {
    settings,
    conversation,
    state,
    unsent: outgoing.unsent,
    answer: answers.answer,
    draft,
    canHandOff,
    handoffSince,
    connection: connection.connection,
    problem,
    agentTyping,
    isOpen,
    openedBy,
    unread: unread.count,

    open(by = 'customer') {
      batch(() => {
        openedBy.value = by;
        isOpen.value = true;
      });
    },
    close() {
      stopReading?.();
      stopReading = null;
      unread.closedAt(log.conversation.value.seq);
      isOpen.value = false;
    },
    send(text) {
      const words = (text ?? draft.value).trim();
      if (!words) return;
      if (text === undefined) draft.value = '';
      outgoing.add(words);
    },
    retry: outgoing.retry,
    discard: outgoing.discard,
    answerAgain(messageId) {
      answers.join(messageId, life.value.signal);
    },
    stopAnswer() {
      const id = answers.stop();
      if (!id) return;
      const { signal } = life.value;
      withSession((current) =>
        transport.command(current, { method: 'POST', path: `messages/${id}/stop` }, signal),
      ).catch(() => answers.goOn(id));
    },
    requestHandoff() {
      if (!canHandOff.value) return;
      if (problem.value?.type === 'handoff-not-sent') problem.value = null;
      pressedAt = clock.now();
      controls.want('request', life.value.signal);
    },
    cancelHandoff: () => cancelOrEnd('cancel'),
    endChat: () => cancelOrEnd('end'),
    startNewChat() {
      const old = session.value;
      const isExpired = problem.value?.type === 'expired';
      if (old) {
        if (isHandoffOpen(log.conversation.value.handoff)) endQuietly(old);
        storage.dropSession(old.id);
      }
      if (!isExpired) outgoing.hold();
      move(null);
      tabs.tell({ type: 'session', session: null });
      if (isExpired) outgoing.release();
      restore();
    },
    reconnect: patience.wake,
    markSeen() {
      const { entries, seq, read } = log.conversation.value;
      unread.see(seq);
      tabs.tell({ type: 'seen', conversationId: conversationId(), throughSeq: seq });
      const isNews = entries.some((entry) => entry.seq > read.customer && isOfPerson(entry));
      if (isNews) stopReading ??= clock.after(READ_AFTER_MS, markRead);
    },
    boot: () => void boot(),
    dispose() {
      pause();
      for (const stop of undo) stop();
      tabs.close();
    },
  };

  /** The page may leave the old conversation before the proxy knows. */
  function endQuietly(old: Session): void {
    const { signal } = new AbortController();
    insist(() => transport.command(old, { method: 'POST', path: 'end' }, signal), {
      patience,
      signal,
    }).catch(() => {});
  }
}

function commandOf(kind: Wish['kind'], id: string): Command {
  if (kind === 'request') return { method: 'POST', path: 'handoff', body: { id } };
  return kind === 'cancel'
    ? { method: 'DELETE', path: 'handoff' }
    : { method: 'POST', path: 'end' };
}
