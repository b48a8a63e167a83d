import { seededRandom } from '../random.ts';

const SECOND_MS = 1_000;
const MINUTE_MS = 60 * SECOND_MS;

/** What a process suffers: it dies, or stands still for a while, so many steps after a moment. */
export type Blow = {
  kind: 'kill' | 'stall';
  /** Which process, counted from 0. */
  process: number;
  /** Since the beginning, in virtual ms. */
  atMs: number;
  /** How many steps later: each await of the proxy at its rim is one. */
  steps: number;
  /** Which steps count: all, or only those that write or leave for Zendesk. */
  counts: 'all' | 'effects';
  /** Until it starts again, or goes on. */
  pauseMs: number;
};

export type WebhookWeather = 'normal' | 'drop' | 'duplicate' | 'reorder' | 'late' | 'batch';

/** Everything that a seed decides beforehand. Probabilities are per request. */
export type Plan = {
  /** Undefined: the product's own default of 75 s. */
  settleMs: number | undefined;
  /** A request that was given up on arrives at most this long after it was sent. */
  lateMs: number;
  listLagMs: number;
  /** False: requests arrive later than `settleMs` allows for, so messages may be doubled, but never lost. */
  isBoundKept: boolean;
  processes: number;
  customers: number;
  /** How many requests to Zendesk go wrong. */
  trouble: number;
  /** How many messages Zendesk does not accept as they are. */
  picky: number;
  /** Whether setting Zendesk up goes well, so that the rest has its time. */
  isSetUpCalm: boolean;
  /** How many calls of the store fail. */
  storeTrouble: number;
  /** How many requests of browsers lose their answer, or never arrive. */
  browserTrouble: number;
  webhooks: readonly [WebhookWeather, ...WebhookWeather[]];
  /** False: Zendesk cannot call us at all. */
  isReachable: boolean;
  /** While it lasts, Zendesk takes nothing. */
  outage: { fromMs: number; toMs: number } | null;
  /** How long the summary takes to be made. */
  summaryMs: number;
  blows: Blow[];
  /** Whether every event is told once more after six days. */
  isRepeatedLate: boolean;
  /** Whether there is a sign-in to Support: customers may leave tickets, and notes come to those of their chats. */
  hasSupport: boolean;
};

/** The settle time with all the lateness that it has to cover. */
const BOUNDS = [
  { weight: 14, settleMs: 1_500, lateMs: 1_000, listLagMs: 400, stallMs: 0, isBoundKept: true },
  { weight: 2, settleMs: 20_000, lateMs: 17_000, listLagMs: 1_500, stallMs: 0, isBoundKept: true },
  {
    weight: 2,
    settleMs: undefined,
    lateMs: 60_000,
    listLagMs: 5_000,
    stallMs: 0,
    isBoundKept: true,
  },
  {
    weight: 1,
    settleMs: undefined,
    lateMs: 40_000,
    listLagMs: 5_000,
    stallMs: 20_000,
    isBoundKept: true,
  },
  { weight: 1, settleMs: 1_500, lateMs: 40_000, listLagMs: 400, stallMs: 0, isBoundKept: false },
] as const;

const WEATHERS: readonly [Plan['webhooks'], ...Plan['webhooks'][]] = [
  ['normal'],
  ['normal', 'duplicate', 'reorder'],
  ['normal', 'drop', 'duplicate', 'reorder', 'late', 'batch'],
];

/** How long the busy part of a run lasts at most, before everything calms down. */
export const BUSY_MS = 4 * MINUTE_MS;

/** What happens under this seed; the same seed always means the same. */
export function planOf(seed: number): Plan {
  const random = seededRandom(`${seed}/plan`);
  const { settleMs, lateMs, listLagMs, stallMs, isBoundKept } = bound();
  const processes = stallMs > 0 || random.chance(0.25) ? 2 : 1;
  const isSilent = random.chance(0.1);
  return {
    settleMs,
    lateMs,
    isBoundKept,
    listLagMs: random.chance(0.5) ? random.between(0, listLagMs) : 0,
    processes,
    customers: random.chance(0.15) ? 2 : 1,
    trouble: random.pick([0, 0.1, 0.25, 0.25, 0.4]),
    isSetUpCalm: random.chance(0.8),
    storeTrouble: random.chance(0.15) ? 0.02 : 0,
    browserTrouble: random.pick([0, 0.1, 0.3]),
    webhooks: isSilent ? ['drop'] : random.pick(WEATHERS),
    isReachable: !random.chance(0.05),
    outage: random.chance(0.1) ? outage() : null,
    summaryMs: random.chance(0.1) ? random.between(0, 4_900) : 0,
    blows: Array.from({ length: random.pick([0, 1, 2, 3, 3]) }, blow),
    isRepeatedLate: random.chance(0.05),
    picky: random.chance(0.2) ? 0.1 : 0,
    hasSupport: random.chance(0.7),
  };

  function bound(): (typeof BOUNDS)[number] {
    let place = random.between(1, 20);
    return BOUNDS.find(({ weight }) => (place -= weight) <= 0) ?? BOUNDS[0];
  }

  function outage() {
    const fromMs = random.between(0, MINUTE_MS);
    return { fromMs, toMs: fromMs + random.pick([20, 60, 180]) * SECOND_MS };
  }

  function blow(): Blow {
    const kind = stallMs > 0 && random.chance(0.7) ? 'stall' : 'kill';
    const isLong = random.chance(0.05);
    return {
      kind,
      process: random.between(0, processes - 1),
      atMs: random.between(0, 90 * SECOND_MS),
      steps: random.between(1, 30),
      counts: random.pick(['all', 'effects', 'effects']),
      pauseMs:
        kind === 'stall'
          ? random.between(5_000, stallMs)
          : isLong
            ? 10 * MINUTE_MS
            : random.between(0, 5 * SECOND_MS),
    };
  }
}
