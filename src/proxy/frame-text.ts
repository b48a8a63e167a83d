import type { Frame } from '../protocol/frame.ts';

/** A frame as it stands in a `text/event-stream`. Only stored events have an id: it is where a client goes on from. */
export function frameText(frame: Frame): string {
  if (frame.type === 'event') {
    return `event: event\nid: ${frame.stored.seq}\ndata: ${JSON.stringify(frame.stored)}\n\n`;
  }
  const { type, ...data } = frame;
  return `event: ${type}\ndata: ${JSON.stringify(data)}\n\n`;
}

/** A line that clients ignore, to show that the stream is alive. */
export function commentText(words: string): string {
  return `: ${words}\n\n`;
}

/** Asks the client to come back after so many milliseconds once the stream has ended. */
export function retryText(ms: number): string {
  return `retry: ${Math.round(ms)}\n\n`;
}
