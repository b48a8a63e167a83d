import { mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import { Kysely, sql } from 'kysely';
import { createCommits } from './commits.ts';
import { doorbell } from './doorbell.ts';
import type { Engine } from './engine.ts';
import { readEvents } from './events.ts';
import { libsqlDialect } from './libsql-driver.ts';
import { migrate } from './migrations.ts';
import { neighbours } from './neighbours.ts';
import { StoreUnavailable } from './store.ts';
import type { Tables } from './tables.ts';

/**
 * Opens an SQLite file, made with its folder if it is not there, and brings its tables up to date. Other processes of
 * this machine may use it too. Throws `StoreUnavailable` when it cannot be used.
 */
export async function openSqlite(path: string, now: () => number): Promise<Engine> {
  // Customers' words are in there: a folder made for it is nobody else's.
  await mkdir(dirname(path), { recursive: true, mode: 0o700 }).catch((error: unknown) => {
    throw new StoreUnavailable(`The folder of ${path} cannot be made.`, { cause: error });
  });
  const writer = new Kysely<Tables>({ dialect: libsqlDialect({ path, access: 'read-write' }) });
  const reader = new Kysely<Tables>({ dialect: libsqlDialect({ path, access: 'read-only' }) });

  async function close(): Promise<void> {
    await reader.destroy();
    // Leaves everything in the one file. Where another process still reads it, that one will.
    await sql`pragma wal_checkpoint(truncate)`.execute(writer).catch(() => {});
    await writer.destroy();
  }

  try {
    await migrate(writer, 'sqlite', now);
    const bell = doorbell();
    const commits = createCommits(writer, {
      atOnce: 1,
      now,
      committed: (reached) => bell.ring(reached.keys()),
    });
    const stopWatching = await neighbours(writer, reader, (conversationIds) =>
      bell.ring(conversationIds),
    );
    return {
      reader,
      read: (conversationId, afterSeq, limit) =>
        readEvents(reader, conversationId, afterSeq, limit),
      run: commits.run,
      subscribe: bell.subscribe,
      async close() {
        stopWatching();
        await commits.close();
        await close();
      },
    };
  } catch (error) {
    await close();
    throw error;
  }
}
