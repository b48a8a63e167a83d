import { spawn } from 'node:child_process';
import { findChromium } from './chromium.ts';

type Suite = { name: string; command: string; args: string[] };

const bin = (name: string, ...args: string[]): Suite => ({
  name,
  command: `node_modules/.bin/${name}`,
  args,
});
const vitest = (project: string): Suite => ({
  ...bin('vitest', 'run', '--project', project),
  name: project,
});

/** One after the other; the first that fails ends the run. */
const SUITES: Suite[] = [
  { ...bin('oxfmt', '--check', '.'), name: 'format' },
  { ...bin('oxlint'), name: 'lint' },
  { ...bin('tsc'), name: 'types' },
  { ...bin('knip'), name: 'unused' },
  { ...bin('vite', 'build', '--app', '--logLevel', 'warn'), name: 'build' },
  { ...bin('size-limit'), name: 'sizes' },
  vitest('unit'),
  vitest('simulation'),
  vitest('component'),
  vitest('postgres'),
  vitest('journeys'),
];

function run({ command, args }: Suite): Promise<boolean> {
  return new Promise((resolve) => {
    const child = spawn(command, args, { stdio: 'inherit' });
    child.once('error', () => resolve(false));
    child.once('exit', (code) => resolve(code === 0));
  });
}

async function main(): Promise<void> {
  findChromium();
  const times: string[] = [];
  for (const suite of SUITES) {
    const start = performance.now();
    process.stdout.write(`\n▸ ${suite.name}\n`);
    const passed = await run(suite);
    times.push(`${suite.name} ${((performance.now() - start) / 1000).toFixed(1)} s`);
    if (!passed) {
      process.stderr.write(`\n${suite.name} failed.\n`);
      process.exit(1);
    }
  }
  process.stdout.write(`\nEverything passed: ${times.join(' · ')}\n`);
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
});
