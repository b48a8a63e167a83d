import type { Random } from '../random.ts';
import { CHAT_POINTS, FIRST_START_POINTS, type NamedPoint } from './points.ts';

/** How a life of the server ends. */
export type Doom =
  | { type: 'random'; afterMs: number }
  /** The `nth` time it comes there. */
  | { type: 'named'; point: NamedPoint; nth: number };

/** As many kills as are followed by one accounting. */
const MOST_IN_A_ROUND = 50;
const LONGEST_LIFE_MS = 1_500;
const RANDOM_SHARE = 0.25;

/**
 * The kills of each round: first those that only a first start comes by, then the points of a chat in random order, each
 * before any comes again, with kills at random times in between.
 */
export function planOf(kills: number, random: Random): Doom[][] {
  const points = endless(CHAT_POINTS, random);
  const rounds = Math.ceil(kills / MOST_IN_A_ROUND);
  return Array.from({ length: rounds }, (_, round) => {
    const begin = Math.floor((kills * round) / rounds);
    const end = Math.floor((kills * (round + 1)) / rounds);
    return Array.from({ length: end - begin }, (__, index): Doom => {
      const first = FIRST_START_POINTS[index];
      if (first) return { type: 'named', point: first, nth: 1 };
      if (random.chance(RANDOM_SHARE)) {
        return { type: 'random', afterMs: random.between(0, LONGEST_LIFE_MS) };
      }
      return { type: 'named', point: points.next().value, nth: random.between(1, 2) };
    });
  });
}

function* endless(points: readonly NamedPoint[], random: Random): Generator<NamedPoint, never> {
  for (;;) yield* shuffled(points, random);
}

function shuffled<T>(list: readonly T[], random: Random): T[] {
  return list
    .map((item) => ({ item, place: random.next() }))
    .toSorted((one, other) => one.place - other.place)
    .map(({ item }) => item);
}
