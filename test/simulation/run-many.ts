import { fork, type ChildProcess } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';

const SeedResult = z.object({
  seed: z.number(),
  violations: z.array(z.object({ rule: z.string(), sentence: z.string() })),
  figures: z.object({
    customerMessages: z.number(),
    agentMessages: z.number(),
    kills: z.number(),
  }),
});
export type SeedResult = z.infer<typeof SeedResult>;

export type Range = { from: number; count: number };

export type RunOptions = Range & {
  /** The name of a planted bug. */
  bug?: string;
  /** Whether to stop at the first seed that fails. */
  isShort?: boolean;
  onResult?(result: SeedResult): void;
};

/** What a worker is told to do next. */
export type Job = { seed: number; bug: string | undefined };

/**
 * Runs seeds on every core, each core a process of its own, and gives those that failed, smallest seed first. With
 * `isShort` nothing new is begun after the first failure.
 */
export async function runMany(options: RunOptions): Promise<SeedResult[]> {
  const { from, count, bug, isShort = false } = options;
  const failed: SeedResult[] = [];
  let next = from;
  const isOver = () => next >= from + count || (isShort && failed.length > 0);

  async function work(): Promise<void> {
    const worker = fork(fileURLToPath(new URL('worker.ts', import.meta.url)), {
      execArgv: ['--import', 'tsx'],
      serialization: 'json',
    });
    try {
      while (!isOver()) {
        const seed = next;
        next += 1;
        const result = await ask(worker, { seed, bug });
        if (result.violations.length > 0) failed.push(result);
        options.onResult?.(result);
      }
    } finally {
      worker.kill();
    }
  }

  await Promise.all(Array.from({ length: availableParallelism() }, work));
  return failed.toSorted((one, other) => one.seed - other.seed);
}

function ask(worker: ChildProcess, job: Job): Promise<SeedResult> {
  return new Promise((resolve, reject) => {
    const end = () => reject(new Error(`The worker died of seed ${job.seed}`));
    worker.once('exit', end);
    worker.once('message', (message) => {
      worker.off('exit', end);
      resolve(SeedResult.parse(message));
    });
    worker.send(job);
  });
}
