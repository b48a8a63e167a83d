import type { Clock } from '../../../src/demo/simulator/clock.ts';

export type VirtualClock = Clock & {
  /** Moves time on, ringing what is due on the way and letting each finish what it began. */
  advance(ms: number): Promise<void>;
};

export function virtualClock(start = Date.parse('2026-11-23T10:00:00Z')): VirtualClock {
  let now = start;
  let timers: { at: number; ring: () => void }[] = [];

  return {
    now: () => now,
    setTimeout(fn, ms) {
      const timer = { at: now + ms, ring: fn };
      timers.push(timer);
      return () => {
        timers = timers.filter((entry) => entry !== timer);
      };
    },
    async advance(ms) {
      const until = now + ms;
      await quiet();
      for (;;) {
        const next = timers.filter(({ at }) => at <= until).toSorted((a, b) => a.at - b.at)[0];
        if (!next) break;
        timers = timers.filter((entry) => entry !== next);
        now = Math.max(now, next.at);
        next.ring();
        await quiet();
      }
      now = until;
    },
  };
}

/** Lets promises that wait for nothing but each other settle. */
async function quiet() {
  for (let turn = 0; turn < 10; turn += 1) await new Promise((done) => setImmediate(done));
}
