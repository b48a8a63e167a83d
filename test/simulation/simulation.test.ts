import { afterAll, describe, expect, test } from 'vitest';
import { databaseFolder } from './database-folder.ts';
import { plantedBugs } from './planted-bugs.ts';
import { openPool } from './pool.ts';
import { runSeed } from './run-seed.ts';
import { summaryOf, wordsOf } from './summary.ts';

/** As many as two cores run in three minutes; `npm run simulate -- --seeds 10000` runs more. */
const SEEDS = { from: 1, count: 2_000 };
/** A bug that hides longer counts as not found. */
const SEEDS_FOR_A_BUG = { from: 1, count: 1_000 };

const MINUTE_MS = 60_000;

const pool = openPool();
afterAll(() => pool.close());

test(
  'whatever fails on the way, nothing is lost, doubled or out of order',
  async () => {
    const summary = summaryOf(SEEDS);

    const failed = await pool.run({ ...SEEDS, onResult: summary.add });

    process.stdout.write(`${summary.text(failed)}\n`);
    expect(failed.map(wordsOf)).toEqual([]);
  },
  30 * MINUTE_MS,
);

test(
  'the same seed does the same again, to the last line of its trace',
  async () => {
    const folder = await databaseFolder();

    for (const seed of [3, 44, 107]) {
      const once = await runSeed(seed, { folder: folder.path });
      const again = await runSeed(seed, { folder: folder.path });

      expect(once.trace.length).toBeGreaterThan(20);
      expect(again).toEqual(once);
    }
    folder.remove();
  },
  5 * MINUTE_MS,
);

describe('a mistake that breaks a promise is found', () => {
  test.for(plantedBugs)('$name', { timeout: 10 * MINUTE_MS }, async ({ name, breaks }) => {
    const [found] = await pool.run({ ...SEEDS_FOR_A_BUG, bug: name, isShort: true });

    process.stdout.write(`${name}: found by seed ${found?.seed}\n`);
    expect(breaks).toContain(found?.violations[0]?.rule);
  });
});
