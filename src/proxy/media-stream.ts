import type { Clock } from './clock.ts';
import { Refusal } from './refusal.ts';

/** Conversations API: the largest attachment. */
const MOST_BYTES = 50 * 1024 * 1024;
/** Nothing came for so long: nothing will. */
const SILENCE_MS = 20_000;

/**
 * Reads the beginning of a body, at least `most` bytes where there are so many, and gives it with the whole. What is
 * larger than `largest`, by default any attachment, or stops on the way, breaks off.
 */
export async function peek(
  body: ReadableStream<Uint8Array>,
  most: number,
  clock: Clock,
  largest = MOST_BYTES,
): Promise<{ start: Uint8Array; whole: ReadableStream<Uint8Array> }> {
  const reader = body.getReader();
  const chunks: Uint8Array[] = [];
  let bytes = 0;

  async function next(): Promise<Uint8Array | null> {
    let cancel = () => {};
    const silence = new Promise<never>((_, reject) => {
      cancel = clock.setTimeout(() => reject(new Error('The file stopped coming')), SILENCE_MS);
    });
    try {
      const { value, done } = await Promise.race([reader.read(), silence]);
      if (done) return null;
      bytes += value.byteLength;
      if (bytes > largest) throw tooLarge(largest);
      return value;
    } catch (error) {
      void reader.cancel(error).catch(() => {});
      throw error;
    } finally {
      cancel();
    }
  }

  while (bytes < most) {
    const chunk = await next();
    if (!chunk) break;
    chunks.push(chunk);
  }
  const start = new Uint8Array(Buffer.concat(chunks));
  let isFirst = true;
  return {
    start,
    whole: new ReadableStream({
      async pull(controller) {
        const chunk = isFirst && start.length > 0 ? start : await next();
        isFirst = false;
        if (chunk) controller.enqueue(chunk);
        else controller.close();
      },
      cancel: (reason) => reader.cancel(reason),
    }),
  };
}

function tooLarge(largest: number): Refusal {
  return new Refusal('too-large', `The file is larger than ${largest} bytes`);
}

/** Refused before anything of it is read. */
export function checkAnnounced(length: string | null, largest = MOST_BYTES): void {
  if (length !== null && Number(length) > largest) throw tooLarge(largest);
}
