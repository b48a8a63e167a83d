import { parseArgs } from 'node:util';
import { databaseFolder } from './database-folder.ts';
import { bugCalled } from './planted-bugs.ts';
import { openPool } from './pool.ts';
import { runSeed } from './run-seed.ts';
import { summaryOf, wordsOf } from './summary.ts';

/**
 * `npm run simulate -- --seeds 10000 [--from 1]` runs many; `-- --seed 42 --trace` replays one alone, and
 * `--bug "no settle"` does either with a planted bug.
 */
const { values } = parseArgs({
  options: {
    seeds: { type: 'string', default: '1000' },
    from: { type: 'string', default: '1' },
    seed: { type: 'string' },
    trace: { type: 'boolean', default: false },
    bug: { type: 'string' },
  },
});
const say = (text: string) => void process.stdout.write(`${text}\n`);

if (values.seed === undefined) {
  const range = { from: Number(values.from), count: Number(values.seeds) };
  const summary = summaryOf(range);
  const pool = openPool();
  const failed = await pool.run({
    ...range,
    bug: values.bug,
    onResult(result) {
      summary.add(result);
      if (result.violations.length > 0) say(wordsOf(result));
    },
  });
  pool.close();
  say(summary.text(failed));
  process.exitCode = failed.length > 0 ? 1 : 0;
} else {
  const folder = await databaseFolder();
  const options = { folder: folder.path, bug: bugCalled(values.bug) };
  const { trace, violations } = await runSeed(Number(values.seed), options);
  folder.remove();
  if (values.trace) say(trace.join('\n'));
  say(
    violations.map(({ rule, sentence }) => `${rule}: ${sentence}`).join('\n') || 'Nothing wrong.',
  );
  process.exitCode = violations.length > 0 ? 1 : 0;
}
