import type { Frame } from '../protocol/frame.ts';
import type { Store } from '../store/store.ts';
import type { Clock } from './clock.ts';
import { repeat } from './clock.ts';
import type { Conversations } from './conversations.ts';
import type { FrameStream } from './frame-stream.ts';

const PING_MS = 15_000;

/** The streams that are open, and what brings them the news of their conversations. */
export interface Live {
  /** Sends everything after `cursor`, then each event as it comes, until either side ends the stream. */
  follow(conversationId: string, cursor: number, stream: FrameStream): Promise<void>;
  /** Sends something that is not stored, such as that the agent is typing. */
  tell(conversationId: string, frame: Frame): void;
  /** Resolves at the next event after `cursor`, at the latest after `ms`. */
  wait(conversationId: string, ms: number): Promise<void>;
  close(): void;
}

export function createLive(store: Store, conversations: Conversations, clock: Clock): Live {
  const listeners = new Map<string, Set<() => void>>();
  const streams = new Map<string, Set<FrameStream>>();
  const unsubscribe = store.subscribe((conversationId) => {
    for (const listener of listeners.get(conversationId) ?? []) listener();
  });

  function listen(conversationId: string, listener: () => void): () => void {
    return addTo(listeners, conversationId, listener);
  }

  return {
    async follow(conversationId, cursor, stream) {
      let sent = cursor;
      let rung = true;
      let reading = false;

      async function catchUp() {
        rung = true;
        if (reading) return;
        reading = true;
        try {
          while (rung) {
            rung = false;
            for (const stored of await store.read(conversationId, sent)) {
              stream.write({ type: 'event', stored });
              sent = stored.seq;
            }
          }
        } catch {
          // The store is away: the client comes back and finds everything.
          stream.end();
        }
        reading = false;
      }

      // Listening comes before reading, so that nothing falls between the two.
      const unlisten = listen(conversationId, () => void catchUp());
      const forget = addTo(streams, conversationId, stream);
      const stopPings = repeat(clock, PING_MS, async () => stream.comment('ping'));
      stream.comment('hello');
      const conversation = await conversations.load(conversationId);
      if (cursor > conversation.seq) {
        stream.write({ type: 'reset', conversation });
        sent = conversation.seq;
      }
      await catchUp();
      await stream.closed;
      stopPings();
      unlisten();
      forget();
    },
    tell(conversationId, frame) {
      for (const stream of streams.get(conversationId) ?? []) stream.write(frame);
    },
    wait(conversationId, ms) {
      return new Promise((resolve) => {
        const done = () => {
          cancel();
          unlisten();
          resolve();
        };
        const unlisten = listen(conversationId, done);
        const cancel = clock.setTimeout(done, ms);
      });
    },
    close() {
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
