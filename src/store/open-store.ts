import { mkdir } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Kysely, sql } from 'kysely';
import { libsqlDialect } from './libsql-driver.ts';
import { migrate } from './migrations.ts';
import { sqlStore, type Database } from './sql-store.ts';
import { StoreUnavailable, type Store } from './store.ts';
import type { Tables } from './tables.ts';

/**
 * Opens the store that DATABASE_URL names, and makes it if it is not there. `file:data/baton.db` is an SQLite file,
 * relative to the working directory. Throws `StoreUnavailable` when the file cannot be used, and an error that names
 * DATABASE_URL when the address cannot be read.
 */
export async function openStore(
  url: string,
  { now = Date.now }: { now?: () => number } = {},
): Promise<Store> {
  const database = await openSqlite(pathOf(url));
  try {
    await migrate(database.writer, now);
  } catch (error) {
    await database.close();
    throw error;
  }
  return sqlStore(database, now);
}

function pathOf(url: string): string {
  const path = url.startsWith('file:') ? url.slice('file:'.length) : '';
  if (path.startsWith('///')) return fileURLToPath(url);
  if (path && !path.startsWith('//')) return resolve(path);
  throw new Error(
    'DATABASE_URL has to be file: and a path, for example file:data/baton.db for an embedded database.',
  );
}

async function openSqlite(path: string): Promise<Database> {
  // Customers' words are in there: a folder made for it is nobody else's.
  await mkdir(dirname(path), { recursive: true, mode: 0o700 }).catch((error: unknown) => {
    throw new StoreUnavailable(`The folder of ${path} cannot be made.`, { cause: error });
  });
  const writer = new Kysely<Tables>({ dialect: libsqlDialect({ path, access: 'read-write' }) });
  const reader = new Kysely<Tables>({ dialect: libsqlDialect({ path, access: 'read-only' }) });
  return {
    writer,
    reader,
    async close() {
      await reader.destroy();
      // Leaves everything in the one file. Where another process still reads it, that one will.
      await sql`pragma wal_checkpoint(truncate)`.execute(writer).catch(() => {});
      await writer.destroy();
    },
  };
}
