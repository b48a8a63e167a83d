import type { Log } from './log.ts';

/** So many are named; whoever makes up more fills no log. */
const MOST = 100;

/** Tells the operator once of each page that wanted the chat and is not listed: usually a forgotten setting. */
export function createStrangers(allowed: ReadonlySet<string>, log: Log) {
  const named = new Set<string>();
  return function note(origin: string | undefined): void {
    if (origin === undefined || allowed.has(origin)) return;
    if (named.has(origin) || named.size >= MOST) return;
    named.add(origin);
    log.warn({ origin }, 'A page wanted the chat whose origin is not in ALLOWED_ORIGINS');
  };
}
