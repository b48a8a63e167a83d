import { spawn } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { NamedPoint } from './points.ts';

const PRELOAD = fileURLToPath(new URL('kill-at-commit.mjs', import.meta.url));

/** One life of the production server. */
export type Life = {
  kill(): void;
  /** Resolves when it was killed, by whomever. Rejects when it ended in another way. */
  gone: Promise<void>;
};

/** Starts the built server. With a commit point it kills itself there, the `nth` time it comes to it. */
export function startLife(
  environment: Record<string, string>,
  logFile: string,
  doom?: { point: Extract<NamedPoint, { type: 'commit' }>; nth: number },
): Life {
  const log = openSync(logFile, 'a');
  const { PATH = '' } = process.env;
  const killAt = doom && { change: doom.point.change, moment: doom.point.moment, nth: doom.nth };
  const child = spawn(
    process.execPath,
    [...(killAt ? ['--import', PRELOAD] : []), 'dist/server/main.js'],
    {
      env: { PATH, ...environment, ...(killAt && { KILL_AT: JSON.stringify(killAt) }) },
      stdio: ['ignore', log, log],
    },
  );
  closeSync(log);
  const gone = new Promise<void>((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code, signal) => {
      if (signal === 'SIGKILL') resolve();
      else reject(new Error(`The server ended by itself with ${signal ?? code}: ${logFile}`));
    });
  });
  gone.catch(() => {});
  return { gone, kill: () => void child.kill('SIGKILL') };
}
