import type { Clock } from './clock.ts';

const FIRST_MS = 500;
const LONGEST_MS = 30_000;

export interface Patience {
  /** Waits before try number `attempt` (0 is the first repeat): 0.5 s doubled up to 30 s, any part of it by chance. */
  beforeRepeat(attempt: number, signal: AbortSignal): Promise<void>;
  /** Waits this long, whatever happens; for a server that said when to come back. */
  exactly(ms: number, signal: AbortSignal): Promise<void>;
  /** Ends every wait of `beforeRepeat` now: the connection is back, or the customer pressed Retry. */
  wake(): void;
}

/** One patience for all that is repeated, so that one sign of life wakes all of it. */
export function createPatience(clock: Clock): Patience {
  const sleepers = new Set<() => void>();

  function sleep(ms: number, signal: AbortSignal, canBeWoken: boolean): Promise<void> {
    if (signal.aborted) return Promise.resolve();
    return new Promise((resolve) => {
      const wakeUp = () => {
        callOff();
        sleepers.delete(wakeUp);
        signal.removeEventListener('abort', wakeUp);
        resolve();
      };
      const callOff = clock.after(ms, wakeUp);
      signal.addEventListener('abort', wakeUp);
      if (canBeWoken) sleepers.add(wakeUp);
    });
  }

  return {
    beforeRepeat(attempt, signal) {
      const longest = Math.min(LONGEST_MS, FIRST_MS * 2 ** attempt);
      return sleep(clock.random() * longest, signal, true);
    },
    exactly: (ms, signal) => sleep(ms, signal, false),
    wake() {
      for (const wakeUp of sleepers) wakeUp();
    },
  };
}
