import { databaseFolder } from './database-folder.ts';
import { bugCalled } from './planted-bugs.ts';
import { Job, type SeedResult } from './pool.ts';
import { runSeed } from './run-seed.ts';

/** Runs the seeds that its parent asks for, one after the other. */
const folder = await databaseFolder();
let crash: unknown;

async function run({ seed, bug }: Job): Promise<SeedResult> {
  crash = undefined;
  const options = { folder: folder.path, bug: bugCalled(bug) };
  const { violations, figures } = await runSeed(seed, options);
  if (crash !== undefined) throw crash;
  return { seed, violations: [...violations], figures };
}

process.on('message', (message) => {
  const job = Job.parse(message);
  run(job).then(
    (result) => process.send?.(result),
    (error: unknown) =>
      process.send?.({
        seed: job.seed,
        violations: [{ rule: 'crash', sentence: String(error) }],
        figures: { customerMessages: 0, agentMessages: 0, kills: 0 },
      } satisfies SeedResult),
  );
});
// A rejection that the product leaves to nobody would have ended its process.
process.on('unhandledRejection', (error) => {
  crash ??= error;
});
process.on('disconnect', () => process.exit());
process.on('exit', () => folder.remove());
