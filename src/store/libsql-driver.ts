import {
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
  type CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  type QueryResult,
} from 'kysely';
import { setTimeout } from 'node:timers/promises';
import Libsql from 'libsql';
import { isBusy, meaningOf } from './libsql-errors.ts';
import { StoreUnavailable } from './store.ts';

const BUSY_TIMEOUT_MS = 5_000;
const LONGEST_PAUSE_MS = 10;
const CACHED_STATEMENTS = 200;

export type LibsqlOptions = { path: string; access: 'read-write' | 'read-only' };

/** One connection to an SQLite file for Kysely. Whoever opens a transaction has to be alone on it until its end. */
export function libsqlDialect(options: LibsqlOptions): Dialect {
  return {
    createAdapter: () => new SqliteAdapter(),
    createDriver: () => new LibsqlDriver(options),
    createIntrospector: (db) => new SqliteIntrospector(db),
    createQueryCompiler: () => new OneWriterQueryCompiler(),
  };
}

/** SQLite has no words for locking a row, and no need: whoever writes is alone. */
class OneWriterQueryCompiler extends SqliteQueryCompiler {
  protected override visitSelectModifier(): void {}
}

class LibsqlDriver implements Driver {
  readonly #options: LibsqlOptions;
  #connection: LibsqlConnection | null = null;

  constructor(options: LibsqlOptions) {
    this.#options = options;
  }

  async init(): Promise<void> {
    this.#connection = new LibsqlConnection(await untilFree(() => open(this.#options)));
  }

  async acquireConnection(): Promise<LibsqlConnection> {
    if (!this.#connection) throw new StoreUnavailable('The database is not open.');
    return this.#connection;
  }

  async releaseConnection(): Promise<void> {}

  async beginTransaction(connection: LibsqlConnection): Promise<void> {
    await connection.begin();
  }

  async commitTransaction(connection: LibsqlConnection): Promise<void> {
    connection.commit();
  }

  async rollbackTransaction(connection: LibsqlConnection): Promise<void> {
    connection.rollback();
  }

  async destroy(): Promise<void> {
    this.#connection?.close();
    this.#connection = null;
  }
}

/** A statement, and whether it gives rows. */
type Prepared = { statement: Libsql.Statement; reads: boolean };

class LibsqlConnection implements DatabaseConnection {
  readonly #database: Libsql.Database;
  readonly #statements = new Map<string, Prepared>();
  #inTransaction = false;

  constructor(database: Libsql.Database) {
    this.#database = database;
  }

  async executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
    for (const parameter of query.parameters) assertBindable(parameter);
    return this.#guarded(() => this.#run<R>(query));
  }

  streamQuery(): never {
    throw new Error('This driver gives all rows at once.');
  }

  /** SQLite would wait inside the call and stop the whole process, perhaps the very work that it waits for. */
  async begin(): Promise<void> {
    await untilFree(() => this.#database.exec('begin immediate'));
    this.#inTransaction = true;
  }

  /** Leaves the transaction open when it throws. */
  commit(): void {
    this.#control('commit');
    this.#inTransaction = false;
  }

  rollback(): void {
    this.#inTransaction = false;
    if (this.#database.inTransaction) this.#control('rollback');
  }

  close(): void {
    // A statement that is still known keeps the file open.
    this.#statements.clear();
    this.#database.close();
  }

  #control(command: string): void {
    this.#guarded(() => this.#database.exec(command));
  }

  #guarded<T>(work: () => T): T {
    // A full disk makes SQLite roll back the whole transaction; what follows would be committed one by one.
    if (this.#inTransaction && !this.#database.inTransaction) {
      throw new StoreUnavailable('The transaction was rolled back.');
    }
    try {
      return work();
    } catch (error) {
      throw meaningOf(error);
    }
  }

  #run<R>({ sql, parameters }: CompiledQuery): QueryResult<R> {
    const { statement, reads } = this.#prepared(sql);
    if (!reads) {
      return { rows: [], numAffectedRows: BigInt(statement.run([...parameters]).changes) };
    }
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- only Kysely, which wrote the query, knows its rows
    return { rows: statement.all([...parameters]) as R[] };
  }

  #prepared(sql: string): Prepared {
    const known = this.#statements.get(sql);
    const prepared = known ?? prepare(this.#database, sql);
    if (known) this.#statements.delete(sql);
    this.#statements.set(sql, prepared);
    const [oldest] = this.#statements.keys();
    if (oldest !== undefined && this.#statements.size > CACHED_STATEMENTS) {
      this.#statements.delete(oldest);
    }
    return prepared;
  }
}

function prepare(database: Libsql.Database, sql: string): Prepared {
  const statement = database.prepare(sql);
  return { statement, reads: statement.reader };
}

function open({ path, access }: LibsqlOptions): Libsql.Database {
  const reads = access === 'read-only';
  const database = new Libsql(path, { timeout: reads ? BUSY_TIMEOUT_MS : 0 });
  if (reads) {
    database.pragma('query_only = on');
    return database;
  }
  database.pragma('journal_mode = wal');
  // One fsync per commit: in WAL mode anything less may lose the last commits when the power goes.
  database.pragma('synchronous = full');
  database.pragma('foreign_keys = on');
  // What is deleted or scrubbed is overwritten, not only forgotten.
  database.pragma('secure_delete = on');
  return database;
}

async function untilFree<T>(attempt: () => T): Promise<T> {
  const deadline = performance.now() + BUSY_TIMEOUT_MS;
  for (let pauseMs = 1; ; pauseMs = Math.min(2 * pauseMs, LONGEST_PAUSE_MS)) {
    try {
      return attempt();
    } catch (error) {
      if (!isBusy(error) || performance.now() > deadline) throw meaningOf(error);
    }
    await setTimeout(pauseMs);
  }
}

/** libsql ends the process when it is given a boolean, stores NaN as null, and reads a text only up to its first NUL. */
function assertBindable(value: unknown): void {
  if (value === null || Number.isFinite(value) || value instanceof Uint8Array) return;
  if (typeof value === 'string' && !value.includes('\0')) return;
  throw new TypeError('Only finite numbers, null, bytes and texts without NUL can be stored.');
}
