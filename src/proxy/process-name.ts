import { readlinkSync } from 'node:fs';
import { hostname } from 'node:os';

/** The names that live in this process: in tests, and in a server of a site's own, there may be several. */
const living = new Set<string>();

/** A name for a process that others of the same machine can tell to be dead. `id` is unique. */
export function processName(id: string): string {
  const name = `${machine()}/${process.pid}/${id}`;
  living.add(name);
  return name;
}

/** Whoever had this name is gone. */
export function forgetName(name: string): void {
  living.delete(name);
}

/** Whether a process is known to be gone. Of another machine, or another container, that cannot be known. */
export function isDead(name: string): boolean {
  const [, where, pid] = /^(.*)\/(\d+)\/[^/]*$/.exec(name) ?? [];
  if (where !== machine() || pid === undefined) return false;
  // A process number is given again: in a container that starts anew it is the same each time.
  if (Number(pid) === process.pid) return !living.has(name);
  try {
    process.kill(Number(pid), 0);
    return false;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'ESRCH';
  }
}

/** Where process numbers mean the same processes. */
function machine(): string {
  try {
    return `${hostname()}/${readlinkSync('/proc/self/ns/pid')}`;
  } catch {
    return hostname();
  }
}
