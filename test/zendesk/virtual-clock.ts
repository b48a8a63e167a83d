import type { Clock } from '../../src/zendesk/request.ts';

export type VirtualClock = Clock & {
  /** Every wait that was begun, in ms. */
  readonly waits: readonly number[];
  /** Waits for the promise; whenever nothing else moves, time jumps to the next timer. */
  run<Value>(promise: Promise<Value>): Promise<Value>;
  advance(ms: number): void;
};

/** How many turns of the event loop an in-process answer may take. */
const PATIENCE = 100;

/** A clock that costs no time. */
export function virtualClock(start = Date.parse('2026-11-23T10:00:00Z')): VirtualClock {
  let now = start;
  let timers: { at: number; run: () => void }[] = [];
  const waits: number[] = [];

  function jump() {
    const [next] = timers.toSorted((one, other) => one.at - other.at);
    if (!next) return;
    timers = timers.filter((timer) => timer !== next);
    now = Math.max(now, next.at);
    next.run();
  }

  return {
    waits,
    now: () => now,
    setTimeout(run, ms) {
      const timer = { at: now + ms, run };
      waits.push(ms);
      timers.push(timer);
      return () => {
        timers = timers.filter((other) => other !== timer);
      };
    },
    async run(promise) {
      let isSettled = false;
      const settled = promise.finally(() => {
        isSettled = true;
      });
      settled.catch(() => {});
      for (let idle = 0; !isSettled; idle += 1) {
        await new Promise((resolve) => setImmediate(resolve));
        if (idle % PATIENCE === PATIENCE - 1) jump();
      }
      return settled;
    },
    advance(ms) {
      now += ms;
    },
  };
}
