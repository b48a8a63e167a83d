import type { Clock } from '../../widget/clock.ts';
import { settle } from './fake-server.ts';

export const NOON = Date.parse('2026-11-23T12:00:00.000Z');

/** A clock that moves only when it is told to. */
export function fakeClock(random: () => number = () => 1) {
  let now = NOON;
  let timers: { at: number; work: () => void }[] = [];
  const clock: Clock = {
    now: () => now,
    random,
    after(ms, work) {
      const timer = { at: now + ms, work };
      timers.push(timer);
      return () => {
        timers = timers.filter((other) => other !== timer);
      };
    },
  };
  return {
    ...clock,
    /** Lets time pass, and everything happen that happens meanwhile. */
    async pass(ms: number): Promise<void> {
      const until = now + ms;
      await settle();
      for (;;) {
        const due = timers.filter(({ at }) => at <= until).toSorted((a, b) => a.at - b.at)[0];
        if (!due) break;
        timers = timers.filter((timer) => timer !== due);
        now = Math.max(now, due.at);
        due.work();
        await settle();
      }
      now = until;
      await settle();
    },
    waiting: () => timers.length,
  };
}
