import { existsSync, rmSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const MEMORY = '/dev/shm';

/** A folder for databases that live no longer than this process: in memory, where there is a disk in memory. */
export async function databaseFolder(): Promise<{ path: string; remove(): void }> {
  const parent = existsSync(MEMORY) ? MEMORY : tmpdir();
  const path = await mkdtemp(join(parent, 'baton-simulation-'));
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
}
