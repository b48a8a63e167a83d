import type { Clock } from './clock.ts';

/** Who was away for longer may have missed what did not come to us either. */
const LONG_MS = 60_000;
/** So many are remembered; of the others every sweep takes care anyway. */
const REMEMBERED = 10_000;

/** Which conversations nobody listens to, and since when. */
export interface Absences {
  /** Nobody listens any more. */
  left(conversationId: string): void;
  /** Somebody listens again: whether after a long gap. */
  wasLong(conversationId: string): boolean;
}

export function createAbsences(clock: Pick<Clock, 'now'>): Absences {
  const since = new Map<string, number>();
  return {
    left(conversationId) {
      since.set(conversationId, clock.now());
      const [oldest] = since.keys();
      if (since.size > REMEMBERED && oldest !== undefined) since.delete(oldest);
    },
    wasLong(conversationId) {
      const leftAt = since.get(conversationId);
      since.delete(conversationId);
      return leftAt !== undefined && clock.now() - leftAt > LONG_MS;
    },
  };
}
