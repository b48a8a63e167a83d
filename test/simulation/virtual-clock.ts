import type { Clock } from '../../src/proxy/clock.ts';

export type VirtualClock = Clock & {
  /** Resolves after so many virtual milliseconds. */
  wait(ms: number): Promise<void>;
  /**
   * Moves time on to `until`, or until `isOver`, ringing what is due on the way. Whatever a ring sets off comes to rest
   * before the next: only then does time pass.
   */
  run(until: number, isOver?: () => boolean): Promise<void>;
  /** Lets as much time pass as the promise needs, at most a minute. */
  during<T>(promise: Promise<T>): Promise<T>;
  /** Time jumps as it does for a machine that slept: what was due meanwhile rings once, late. */
  jump(ms: number): void;
};

type Timer = { at: number; ring: () => void };

/** More than any honest run needs. */
const MOST_RINGS = 200_000;
/** Nothing that is waited for takes longer. */
const LONGEST_MS = 60_000;

/** Time that costs none. `isBusy` says whether something is under way that waits for no timer of this clock. */
export function virtualClock(start: number, isBusy: () => boolean): VirtualClock {
  let now = start;
  let rung = 0;
  /** The next one last. Of two at the same time the older one rings first. */
  const timers: Timer[] = [];

  function add(timer: Timer): void {
    let place = timers.length;
    while (place > 0 && (timers[place - 1]?.at ?? 0) <= timer.at) place -= 1;
    timers.splice(place, 0, timer);
  }

  function setTimer(fn: () => void, ms: number): () => void {
    const timer = { at: now + Math.max(0, ms), ring: fn };
    add(timer);
    return () => {
      const place = timers.indexOf(timer);
      if (place !== -1) timers.splice(place, 1);
    };
  }

  const clock: VirtualClock = {
    now: () => now,
    setTimeout: setTimer,
    wait: (ms) => new Promise((resolve) => void setTimer(resolve, ms)),
    async during(promise) {
      let isSettled = false;
      const settle = () => void (isSettled = true);
      promise.then(settle, settle);
      await clock.run(now + LONGEST_MS, () => isSettled);
      if (!isSettled) throw new Error('An answer never came');
      return promise;
    },
    async run(until, isOver = () => false) {
      await rest(isBusy);
      while (!isOver()) {
        const next = timers.at(-1);
        if (!next || next.at > until) break;
        timers.pop();
        rung += 1;
        if (rung > MOST_RINGS) throw new Error('Time does not get on: timers ring without end');
        now = Math.max(now, next.at);
        next.ring();
        await rest(isBusy);
      }
      if (!isOver()) now = Math.max(now, until);
    },
    jump(ms) {
      now += ms;
    },
  };
  return clock;
}

/** Turns of the event loop that bring nothing new, until everything counts as at rest. */
const QUIET_TURNS = 2;

/** Resolves when all that runs by itself has come to its end: promises, and the turns that a commit takes. */
async function rest(isBusy: () => boolean): Promise<void> {
  for (let quiet = 0; quiet < QUIET_TURNS; quiet += 1) {
    await new Promise((resolve) => setImmediate(resolve));
    if (isBusy()) quiet = -1;
  }
}
