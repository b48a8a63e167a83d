import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Engine } from './engine.ts';
import { sqlStore } from './sql-store.ts';
import { openSqlite } from './sqlite-engine.ts';
import type { Store } from './store.ts';

/**
 * Opens the store that DATABASE_URL names, and makes its tables if they are not there. `file:data/baton.db` is an SQLite
 * file, relative to the working directory; `postgres://…` a database of PostgreSQL. Throws `StoreUnavailable` when it
 * cannot be used, and an error that names DATABASE_URL when the address cannot be read.
 */
export async function openStore(
  url: string,
  { now = Date.now }: { now?: () => number } = {},
): Promise<Store> {
  return sqlStore(await openEngine(url, now), now);
}

async function openEngine(url: string, now: () => number): Promise<Engine> {
  if (!/^postgres(ql)?:\/\//.test(url)) return openSqlite(pathOf(url), now);
  // Who keeps the embedded database does not load the other one's driver.
  const { openPostgres } = await import('./postgres-engine.ts');
  return openPostgres(url, now);
}

function pathOf(url: string): string {
  const path = url.startsWith('file:') ? url.slice('file:'.length) : '';
  if (path.startsWith('///')) return fileURLToPath(url);
  if (path && !path.startsWith('//')) return resolve(path);
  throw new Error(
    'DATABASE_URL has to be file: and a path, for example file:data/baton.db for an embedded database, ' +
      'or the postgres:// address of a PostgreSQL database.',
  );
}
