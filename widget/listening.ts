import { computed, effect, signal, untracked, type ReadonlySignal } from '@preact/signals';
import { isOpen } from '../src/conversation/status.ts';
import type { Conversation } from '../src/protocol/conversation.ts';
import type { Frame } from '../src/protocol/frame.ts';
import type { Clock } from './clock.ts';
import type { ConnectionWatch } from './connection.ts';
import { followConversation } from './event-stream.ts';
import type { Patience } from './patience.ts';
import type { Tabs } from './tabs.ts';
import type { Transport } from './transport.ts';
import type { Session } from './wire.ts';

/** An agent may add something after the end; a ticket gets its number some moments after it was left. */
const LISTEN_ON_MS = 15 * 60_000;

export type ListeningParts = {
  /** What is listened to; null while nothing should be. */
  session: ReadonlySignal<Session | null>;
  conversation: ReadonlySignal<Conversation>;
  /** Everything ends with it; listening begins anew when it is replaced. */
  life: ReadonlySignal<AbortController>;
  transport: Transport;
  tabs: Tabs;
  clock: Clock;
  patience: Patience;
  connection: ConnectionWatch;
  onFrame(frame: Frame, from: Session): void;
  onTrouble(error: unknown): void;
};

/**
 * Keeps the event stream open exactly as long as there may be news of the team: from the request of a handoff until a while
 * after its end, and until a ticket has its number. One tab of the browser listens for all. Returns what stops it.
 */
export function keepListening(parts: ListeningParts): () => void {
  const { conversation, life, tabs, clock, connection } = parts;
  const listensOn = signal(false);
  const handoff = computed(() => conversation.value.handoff);
  const session = computed(() =>
    isOpen(handoff.value) || listensOn.value ? parts.session.value : null,
  );
  let listener: AbortSignal | null = null;

  const undo = [
    effect(() => {
      const { value } = handoff;
      const isUnfinished = value.state === 'ended' || (value.state === 'ticket' && !value.number);
      const left = isUnfinished ? Date.parse(value.at) + LISTEN_ON_MS - clock.now() : 0;
      listensOn.value = left > 0;
      if (left <= 0) return undefined;
      // Never longer, however wrong this computer's clock is.
      return clock.after(Math.min(left, LISTEN_ON_MS), () => {
        listensOn.value = false;
      });
    }),
    effect(() => {
      const { signal: end } = life.value;
      const current = session.value;
      if (!current || end.aborted) return undefined;
      const stop = untracked(() => listen(current));
      end.addEventListener('abort', stop);
      return stop;
    }),
    effect(() => {
      const { value } = connection.connection;
      const conversationId = conversation.peek().id;
      if (listener?.aborted === false) {
        tabs.tell({ type: 'connection', conversationId, connection: value });
      }
    }),
  ];

  function listen(current: Session): () => void {
    const stop = new AbortController();
    void listenInTurn(current, stop.signal);
    return () => {
      stop.abort();
      connection.settle();
    };
  }

  async function listenInTurn(current: Session, end: AbortSignal): Promise<void> {
    try {
      await tabs.alone(`stream:${current.id}`, end, async () => {
        listener = end;
        const lastSeq = () => conversation.peek().seq;
        const onFrame = (frame: Frame) => parts.onFrame(frame, current);
        await followConversation(current, lastSeq, onFrame, end, parts);
      });
    } catch (error) {
      if (!end.aborted) parts.onTrouble(error);
    }
  }

  return () => {
    for (const stop of undo) stop();
  };
}
