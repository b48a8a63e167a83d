import { repeat, type Clock } from './clock.ts';
import { commentText } from './frame-text.ts';
import type { FrameStream } from './frame-stream.ts';

/** Each stream is pinged this often. */
const PING_MS = 15_000;
/** So many at a time that nobody else has to wait for it. */
const SLICES = 30;

const HELLO = commentText('hello');
const PING = commentText('ping');

/** Shows that streams are alive, with one timer for all of them. */
export interface Pings {
  /** Says hello at once, so that the client knows that nothing holds the stream up, and pings until the stream closes. */
  keepAlive(stream: FrameStream): void;
}

export function createPings(clock: Clock): Pings {
  /** The one that has waited longest comes first. */
  const streams = new Set<FrameStream>();
  let stop: (() => void) | null = null;

  async function pingSlice(): Promise<void> {
    let left = Math.ceil(streams.size / SLICES);
    for (const stream of streams) {
      if (left === 0) break;
      left -= 1;
      streams.delete(stream);
      streams.add(stream);
      stream.send(PING);
    }
  }

  return {
    keepAlive(stream) {
      stream.send(HELLO);
      streams.add(stream);
      stop ??= repeat(clock, PING_MS / SLICES, pingSlice);
      stream.onClose(() => {
        streams.delete(stream);
        if (streams.size > 0) return;
        stop?.();
        stop = null;
      });
    },
  };
}
