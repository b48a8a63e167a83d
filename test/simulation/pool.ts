import { fork, type ChildProcess } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';

/** What became of one seed. */
export const SeedResult = z.object({
  seed: z.number(),
  violations: z.array(z.object({ rule: z.string(), sentence: z.string() })),
  figures: z.object({
    customerMessages: z.number(),
    agentMessages: z.number(),
    kills: z.number(),
  }),
});
export type SeedResult = z.infer<typeof SeedResult>;

/** What a worker is told to do next; `bug` is the name of a planted one. */
export const Job = z.object({ seed: z.number(), bug: z.string().optional() });
export type Job = z.infer<typeof Job>;

export type Range = { from: number; count: number };

export type RunOptions = Range & {
  bug?: string;
  /** Nothing new is begun after the first failure. */
  isShort?: boolean;
  onResult?(result: SeedResult): void;
};

/** Processes that run seeds, one for each core. */
export type Pool = {
  /** Runs a range of seeds and gives those that failed, smallest first. */
  run(options: RunOptions): Promise<SeedResult[]>;
  close(): void;
};

export function openPool(): Pool {
  const workers = Array.from({ length: availableParallelism() }, () =>
    fork(fileURLToPath(new URL('worker.ts', import.meta.url)), { execArgv: ['--import', 'tsx'] }),
  );

  return {
    async run({ from, count, bug, isShort = false, onResult }) {
      const failed: SeedResult[] = [];
      let next = from;
      const isOver = () => next >= from + count || (isShort && failed.length > 0);

      async function keepBusy(worker: ChildProcess): Promise<void> {
        while (!isOver()) {
          const seed = next;
          next += 1;
          const result = await ask(worker, { seed, bug });
          if (result.violations.length > 0) failed.push(result);
          onResult?.(result);
        }
      }

      await Promise.all(workers.map(keepBusy));
      return failed.toSorted((one, other) => one.seed - other.seed);
    },
    close() {
      for (const worker of workers) worker.disconnect();
    },
  };
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
