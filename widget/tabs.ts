import type { Frame } from '../src/protocol/frame.ts';
import type { Connection } from './chat-type.ts';
import type { KeptMessage } from './storage.ts';
import type { Session } from './wire.ts';

/** What the tabs of one browser tell each other. Whatever belongs to a conversation carries its id. */
export type TabMessage =
  | { type: 'frame'; conversationId: string; frame: Frame }
  /** A question is on its way; its answer will be heard in the tab that says this. */
  | { type: 'asked'; conversationId: string; id: string; askedAt: number }
  /** The tab that heard these answers is gone. */
  | { type: 'left'; conversationId: string; ids: string[] }
  | { type: 'seen'; conversationId: string; throughSeq: number }
  | { type: 'connection'; conversationId: string; connection: Connection }
  /** The conversation of this browser from now on; null if the next message starts a new one. */
  | { type: 'session'; session: Session | null }
  | { type: 'draft'; text: string }
  | { type: 'unsent'; message: KeptMessage }
  | { type: 'discarded'; id: string }
  /** The customer wants another try now. */
  | { type: 'wake' };

export interface Tabs {
  tell(message: TabMessage): void;
  listen(onMessage: (message: TabMessage) => void): () => void;
  /**
   * Runs `work` when no other tab runs work of this name. Tabs that cannot talk to each other all run it: then each has
   * to look after itself, and the proxy sorts out what comes twice. Rejects if `signal` aborts before the turn has come.
   */
  alone<T>(name: string, signal: AbortSignal, work: () => Promise<T>): Promise<T>;
  /** Whether `alone` means what it says. */
  canBeAlone: boolean;
  close(): void;
}

/** The part of Web Locks that is used. */
export interface Locks {
  request<T>(name: string, options: { signal: AbortSignal }, work: () => Promise<T>): Promise<T>;
}

/** The tabs of this browser that chat with the same server, through BroadcastChannel and locks where there are any. */
export function openTabs(server: string, locks: Locks | undefined): Tabs {
  const name = `baton:${server}`;
  let channel = openChannel(name);
  // A lock alone would leave the other tabs in the dark.
  let usable = channel ? locks : undefined;
  return {
    tell(message) {
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a BroadcastChannel has no target origin
      channel?.postMessage(message);
    },
    listen(onMessage) {
      const hear = ({ data }: MessageEvent<TabMessage>) => onMessage(data);
      const from = channel;
      from?.addEventListener('message', hear);
      return () => from?.removeEventListener('message', hear);
    },
    async alone(work, signal, run) {
      if (!usable) return run();
      let hasBegun = false;
      try {
        return await usable.request(`${name}:${work}`, { signal }, () => {
          hasBegun = true;
          return run();
        });
      } catch (error) {
        if (hasBegun || signal.aborted) throw error;
        // Where storage is denied, as in a frame of another site, so are locks.
        usable = undefined;
        return run();
      }
    },
    get canBeAlone() {
      return Boolean(usable);
    },
    close() {
      channel?.close();
      channel = null;
    },
  };
}

function openChannel(name: string): BroadcastChannel | null {
  try {
    return new BroadcastChannel(name);
  } catch {
    return null;
  }
}
