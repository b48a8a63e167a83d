import type { Patience } from './patience.ts';
import { failureOf, type Failure } from './refusal.ts';

type Options = {
  patience: Patience;
  signal: AbortSignal;
  /** Hears of each failed try that will be repeated. It may throw to give up. */
  onTrouble?(failure: Failure, error: unknown): void;
};

/** Repeats `work` until it succeeds. Rejects when it never can, when the conversation is gone, or when `signal` aborts. */
export async function insist<T>(
  work: () => Promise<T>,
  { patience, signal, onTrouble }: Options,
): Promise<T> {
  for (let attempt = 0; ; attempt += 1) {
    try {
      signal.throwIfAborted();
      return await work();
    } catch (error) {
      signal.throwIfAborted();
      const failure = failureOf(error);
      if (failure.type === 'final' || failure.type === 'expired') throw error;
      onTrouble?.(failure, error);
      if (failure.type === 'limited') await patience.exactly(failure.retryAfterMs, signal);
      else await patience.beforeRepeat(attempt, signal);
    }
  }
}
