import { parseArgs } from 'node:util';
import { z } from 'zod';
import { seededRandom } from '../random.ts';
import { planOf } from './plan.ts';
import { runPostgresRound } from './postgres-round.ts';
import { reportOf } from './report.ts';
import { runRound, type RoundResult } from './round.ts';

const Options = z.object({
  kills: z.coerce.number().int().positive().default(50),
  seed: z.string().default(() => String(Date.now())),
  postgres: z.boolean().default(false),
});

/**
 * `npm run crash -- --kills 500 --seed S`: exits with 1 if anything was lost, doubled, out of order or passed over. With
 * `--postgres` not the server is killed but the database of two.
 */
async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      kills: { type: 'string' },
      seed: { type: 'string' },
      postgres: { type: 'boolean' },
    },
  });
  const { kills, seed, postgres } = Options.parse(values);
  process.stdout.write(`${kills} kills, seed ${seed}\n`);
  const rounds = postgres ? [() => runPostgresRound(seed, kills)] : serverRounds(seed, kills);
  const results: RoundResult[] = [];
  for (const [index, run] of rounds.entries()) {
    const start = performance.now();
    const result = await run();
    results.push(result);
    const seconds = ((performance.now() - start) / 1000).toFixed(0);
    process.stdout.write(
      `round ${index + 1} of ${rounds.length}: ${result.kills.length} kills, ${result.chats} chats, ${seconds} s\n`,
    );
    for (const { kind, chat, words } of result.faults) {
      process.stdout.write(`  ${kind}: ${chat}: ${words}\n`);
    }
    if (result.logFile) process.stdout.write(`  the server's log: ${result.logFile}\n`);
  }
  process.stdout.write(`\n${reportOf(results)}\n`);
  if (results.some(({ faults }) => faults.length > 0)) process.exit(1);
}

type Run = () => Promise<RoundResult>;

function serverRounds(seed: string, kills: number): Run[] {
  return planOf(kills, seededRandom(seed)).map(
    (dooms, index) => () => runRound({ seed: `${seed} ${index}`, dooms }),
  );
}

await main();
