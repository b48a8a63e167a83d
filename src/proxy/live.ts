import type { StoredEvent } from '../protocol/event.ts';
import type { Frame } from '../protocol/frame.ts';
import type { Store } from '../store/store.ts';
import type { Clock } from './clock.ts';
import type { Conversations } from './conversations.ts';
import { keepAlive, type FrameStream } from './frame-stream.ts';
import { writeEvents } from './write-events.ts';

/** The streams that are open, and what brings them the news of their conversations. */
export interface Live {
  /**
   * Sends everything after `cursor`, then each event as it comes, until either side ends the stream. A cursor that this
   * conversation has not reached gets a `reset`. Never throws: a stream that cannot go on ends, and its reader comes back.
   */
  follow(conversationId: string, cursor: number, stream: FrameStream): Promise<void>;
  /** Sends something that is not stored, such as that the agent is typing. */
  tell(conversationId: string, frame: Frame): void;
  /** The events after `cursor`; if there are none yet, those that come within `ms`. */
  since(conversationId: string, cursor: number, ms: number): Promise<StoredEvent[]>;
  close(): void;
}

export function createLive(store: Store, conversations: Conversations, clock: Clock): Live {
  const listeners = new Map<string, Set<() => void>>();
  const streams = new Map<string, Set<FrameStream>>();
  let closed = false;
  const unsubscribe = store.subscribe((conversationId) => {
    for (const listener of listeners.get(conversationId) ?? []) listener();
  });

  return {
    async follow(conversationId, cursor, stream) {
      if (closed) return stream.end();
      let sent = cursor;
      let rung = true;
      let isReading = false;

      async function catchUp() {
        rung = true;
        if (isReading) return;
        isReading = true;
        try {
          while (rung) {
            rung = false;
            sent = await writeEvents(store, conversationId, sent, stream);
          }
        } catch {
          // The store is away: the client comes back and finds everything.
          stream.end();
        }
        isReading = false;
      }

      const forget = addTo(streams, conversationId, stream);
      const stopPings = keepAlive(clock, stream);
      let unlisten = () => {};
      try {
        const conversation = await conversations.load(conversationId);
        if (cursor > conversation.seq) {
          stream.write({ type: 'reset', conversation });
          sent = conversation.seq;
        }
        // Listening comes before reading, so that nothing falls between the two.
        unlisten = addTo(listeners, conversationId, () => void catchUp());
        await catchUp();
        await stream.closed;
      } catch {
        stream.end();
      } finally {
        stopPings();
        unlisten();
        forget();
      }
    },
    tell(conversationId, frame) {
      for (const stream of streams.get(conversationId) ?? []) stream.write(frame);
    },
    async since(conversationId, cursor, ms) {
      let ring = () => {};
      const rung = new Promise<void>((resolve) => (ring = resolve));
      const unlisten = addTo(listeners, conversationId, ring);
      const cancel = clock.setTimeout(ring, closed ? 0 : ms);
      try {
        const events = await store.read(conversationId, cursor);
        if (events.length > 0 || ms === 0) return events;
        await rung;
        return await store.read(conversationId, cursor);
      } finally {
        cancel();
        unlisten();
      }
    },
    close() {
      closed = true;
      unsubscribe();
      for (const group of streams.values()) for (const stream of group) stream.end();
      for (const group of listeners.values()) for (const listener of group) listener();
    },
  };
}

function addTo<T>(groups: Map<string, Set<T>>, key: string, member: T): () => void {
  const group = groups.get(key) ?? new Set();
  groups.set(key, group.add(member));
  return () => {
    group.delete(member);
    if (group.size === 0 && groups.get(key) === group) groups.delete(key);
  };
}
