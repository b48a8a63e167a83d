import type { Clock } from './request.ts';

/**
 * How many requests may leave. Any number, until Zendesk has said that they were too many (429): from then on half as many
 * a second as before, and each minute a tenth more, until it is as it was.
 */
export interface Allowance {
  /** How many may leave now. */
  left(): number;
  /** One leaves; false when none may. Those that only read leave a part to those that bring messages. */
  take(isReading: boolean): boolean;
  /** They were too many. */
  halve(): void;
}

/** Below it a set-up, whose requests come all at once, would never get through. */
const LEAST_PER_S = 20;
const BACK_PER_MINUTE = 0.1;
const KEPT_FOR_MESSAGES = 0.25;
/** How much leaves is measured over this time. */
const MEASURED_S = 10;
const SECOND_MS = 1_000;
const SECONDS_A_MINUTE = 60;

type Limit = {
  perSecond: number;
  /** As many as had left before, per second. */
  full: number;
  tokens: number;
  /** Seconds since `perSecond` has changed. */
  age: number;
};

/** `onMore` is called when requests may leave again after none could. */
export function createAllowance(clock: Clock, onMore: () => void): Allowance {
  let limit: Limit | null = null;
  let measure = { since: clock.now(), count: 0, before: 0 };

  function note(): void {
    const seconds = (clock.now() - measure.since) / SECOND_MS;
    if (seconds >= MEASURED_S || seconds < 0) {
      const isRecent = seconds >= 0 && seconds < 2 * MEASURED_S;
      measure = { since: clock.now(), count: 0, before: isRecent ? measure.count : 0 };
    }
    measure.count += 1;
  }

  /** Each second brings as many as may leave in it; what was not used is gone. */
  function refill(): void {
    if (!limit) return;
    limit.age += 1;
    if (limit.age === SECONDS_A_MINUTE) {
      limit.age = 0;
      limit.perSecond += BACK_PER_MINUTE * limit.full;
    }
    if (limit.perSecond >= limit.full) {
      limit = null;
    } else {
      limit.tokens = limit.perSecond;
      clock.setTimeout(refill, SECOND_MS);
    }
    onMore();
  }

  return {
    left: () => (limit ? Math.floor(limit.tokens) : Infinity),
    take(isReading) {
      note();
      if (!limit) return true;
      const kept = isReading ? KEPT_FOR_MESSAGES * limit.perSecond : 0;
      if (limit.tokens - kept < 1) return false;
      limit.tokens -= 1;
      return true;
    },
    halve() {
      if (limit) {
        limit.perSecond = Math.max(limit.perSecond / 2, LEAST_PER_S);
        limit.age = 0;
        return;
      }
      const left = Math.max(measure.count, measure.before) / MEASURED_S;
      const full = Math.max(left, 2 * LEAST_PER_S);
      limit = { perSecond: full / 2, full, tokens: full / 2, age: 0 };
      clock.setTimeout(refill, SECOND_MS);
    },
  };
}
