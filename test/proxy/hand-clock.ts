import type { Clock } from '../../src/proxy/clock.ts';

/** Time that stands still until a test moves it. */
export type HandClock = Clock & { advance(ms: number): Promise<void> };

export function handClock(start = Date.parse('2026-11-23T10:00:00Z')): HandClock {
  let now = start;
  const timers = new Set<{ at: number; ring(): void }>();
  return {
    now: () => now,
    setTimeout(ring, ms) {
      const timer = { at: now + ms, ring };
      timers.add(timer);
      return () => timers.delete(timer);
    },
    async advance(ms) {
      const end = now + ms;
      for (;;) {
        const next = [...timers].toSorted((one, other) => one.at - other.at)[0];
        if (!next || next.at > end) break;
        timers.delete(next);
        now = next.at;
        next.ring();
        // What it set off goes first.
        await new Promise((resolve) => setImmediate(resolve));
      }
      now = end;
    },
  };
}
