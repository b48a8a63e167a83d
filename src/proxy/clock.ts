/** Time, as far as the proxy needs it; tests bring their own. */
export interface Clock {
  /** Milliseconds since 1970. */
  now(): number;
  /** Calls `fn` once after `ms`; the result undoes it. */
  setTimeout(fn: () => void, ms: number): () => void;
}

export const systemClock: Clock = {
  now: () => Date.now(),
  setTimeout(fn, ms) {
    const timer = globalThis.setTimeout(fn, ms);
    // A waiting timer is no reason to keep a closing process alive.
    timer.unref();
    return () => clearTimeout(timer);
  },
};

/** Calls `fn` again and again, `ms` after it has finished, until undone. `fn` must not throw. */
export function repeat(clock: Clock, ms: number, fn: () => Promise<void>): () => void {
  let stopped = false;
  let cancel = () => {};
  const next = () => {
    if (stopped) return;
    cancel = clock.setTimeout(() => void fn().then(next), ms);
  };
  next();
  return () => {
    stopped = true;
    cancel();
  };
}
