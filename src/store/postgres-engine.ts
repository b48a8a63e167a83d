import { Kysely } from 'kysely';
import { TypeOverrides, type ClientConfig } from 'pg';
import { createCommits } from './commits.ts';
import type { Engine } from './engine.ts';
import { gatheredReads } from './gathered-reads.ts';
import { migrate } from './migrations.ts';
import { postgresDialect } from './postgres-driver.ts';
import { postgresDoorbell } from './postgres-doorbell.ts';
import type { Tables } from './tables.ts';

/** Connections of one process: these, and the doorbell's. */
const WRITERS = 8;
const READERS = 4;

const CONNECT_MS = 5_000;
const STATEMENT_MS = 10_000;
/** A process that stands still must not hold a conversation that another one could take over. */
const IDLE_IN_TRANSACTION_MS = 5_000;
/** Longer than the database itself allows: then it is not slow but gone. */
const ANSWER_MS = STATEMENT_MS + 2_000;

const INT8 = 20;

/** Connects to PostgreSQL 13 or newer and brings its tables up to date. Throws `StoreUnavailable` when it cannot be used. */
export async function openPostgres(connectionString: string, now: () => number): Promise<Engine> {
  const patient: ClientConfig = {
    connectionString,
    application_name: 'baton',
    keepAlive: true,
    connectionTimeoutMillis: CONNECT_MS,
    types: numbersAsNumbers(),
  };
  await migrateAlone(patient, now);

  const config: ClientConfig = {
    ...patient,
    statement_timeout: STATEMENT_MS,
    query_timeout: ANSWER_MS,
    idle_in_transaction_session_timeout: IDLE_IN_TRANSACTION_MS,
  };
  const bell = await postgresDoorbell({ ...config, application_name: 'baton doorbell' });
  const writer = pool(config, WRITERS);
  const reader = pool(config, READERS);
  const commits = createCommits(writer, {
    atOnce: WRITERS,
    now,
    committed: (reached) => bell.ring(reached),
  });

  return {
    reader,
    read: gatheredReads(reader),
    run: commits.run,
    subscribe: bell.subscribe,
    async close() {
      await commits.close();
      await bell.close();
      await Promise.all([reader.destroy(), writer.destroy()]);
    },
  };
}

function pool(config: ClientConfig, max: number): Kysely<Tables> {
  return new Kysely<Tables>({ dialect: postgresDialect({ ...config, max }) });
}

/** A large table may take longer to change than any other statement is allowed. */
async function migrateAlone(config: ClientConfig, now: () => number): Promise<void> {
  const db = pool(config, 1);
  try {
    await migrate(db, 'postgres', now);
  } finally {
    await db.destroy();
  }
}

/** Counters and times are far below where a number of JavaScript is no longer exact. */
function numbersAsNumbers(): TypeOverrides {
  const types = new TypeOverrides();
  types.setTypeParser(INT8, Number);
  return types;
}
