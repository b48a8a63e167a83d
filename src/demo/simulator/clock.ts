/** The only source of time in the simulated Zendesk, so that a test can run fifteen minutes in none. */
export type Clock = {
  /** Milliseconds since 1970. */
  now(): number;
  /** Calls `fn` once after `ms`. The answer cancels it. */
  setTimeout(fn: () => void, ms: number): () => void;
};

/** Real time. What waits here never keeps a process alive. */
export const systemClock: Clock = {
  now: () => Date.now(),
  setTimeout(fn, ms) {
    const timer = setTimeout(fn, ms);
    timer.unref();
    return () => clearTimeout(timer);
  },
};

/** Resolves after `ms`. */
export function wait(clock: Clock, ms: number): Promise<void> {
  return new Promise((resolve) => {
    clock.setTimeout(resolve, ms);
  });
}
