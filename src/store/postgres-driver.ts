import {
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  type QueryResult,
} from 'kysely';
import {
  Pool,
  type PoolClient,
  type PoolConfig,
  type QueryConfig,
  type QueryResult as Answer,
} from 'pg';
import { meaningOf } from './postgres-errors.ts';
import { StoreUnavailable } from './store.ts';

/** So many different statements are planned once per connection; rarer ones each time. */
const PREPARED_STATEMENTS = 200;

/** A pool of connections to PostgreSQL for Kysely. */
export function postgresDialect(config: PoolConfig): Dialect {
  return {
    createAdapter: () => new PostgresAdapter(),
    createDriver: () => new PostgresDriver(config),
    createIntrospector: (db) => new PostgresIntrospector(db),
    createQueryCompiler: () => new PostgresQueryCompiler(),
  };
}

class PostgresDriver implements Driver {
  readonly #pool: Pool;
  readonly #names = new Map<string, string>();

  constructor(config: PoolConfig) {
    this.#pool = new Pool(config);
    // A connection that breaks is taken out of the pool; whoever uses it learns of it by the query. But an error that
    // nobody listens to ends the process, and some come when the pool has given a connection up already.
    this.#pool.on('error', () => {});
    this.#pool.on('connect', (client) => client.on('error', () => {}));
  }

  async init(): Promise<void> {}

  async acquireConnection(): Promise<PostgresConnection> {
    try {
      return new PostgresConnection(await this.#pool.connect(), (sql) => this.#nameOf(sql));
    } catch (error) {
      throw meaningOf(error);
    }
  }

  async releaseConnection(connection: PostgresConnection): Promise<void> {
    connection.release();
  }

  async beginTransaction(connection: PostgresConnection): Promise<void> {
    await connection.control('begin');
  }

  async commitTransaction(connection: PostgresConnection): Promise<void> {
    await connection.control('commit');
  }

  async rollbackTransaction(connection: PostgresConnection): Promise<void> {
    await connection.control('rollback');
  }

  async destroy(): Promise<void> {
    await this.#pool.end();
  }

  #nameOf(sql: string): string | undefined {
    const known = this.#names.get(sql);
    if (known !== undefined || this.#names.size >= PREPARED_STATEMENTS) return known;
    const name = `baton${this.#names.size}`;
    this.#names.set(sql, name);
    return name;
  }
}

class PostgresConnection implements DatabaseConnection {
  readonly #client: PoolClient;
  readonly #nameOf: (sql: string) => string | undefined;
  #broken = false;

  constructor(client: PoolClient, nameOf: (sql: string) => string | undefined) {
    this.#client = client;
    this.#nameOf = nameOf;
  }

  async executeQuery<R>({ sql, parameters }: CompiledQuery): Promise<QueryResult<R>> {
    const { rows, rowCount } = await this.#send({
      name: this.#nameOf(sql),
      text: sql,
      values: [...parameters],
    });
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- only Kysely, which wrote the query, knows its rows
    return { rows: rows as R[], numAffectedRows: BigInt(rowCount ?? 0) };
  }

  streamQuery(): never {
    throw new Error('This driver gives all rows at once.');
  }

  async control(text: 'begin' | 'commit' | 'rollback'): Promise<void> {
    const { command } = await this.#send({ text });
    // PostgreSQL answers a commit like that when a statement has failed before and its error was hidden.
    if (text === 'commit' && command === 'ROLLBACK') {
      throw new StoreUnavailable('The transaction was rolled back.');
    }
  }

  /** A connection in an unknown state is not used again. */
  release(): void {
    this.#client.release(this.#broken);
  }

  async #send(query: QueryConfig): Promise<Answer> {
    try {
      return await this.#client.query(query);
    } catch (error) {
      const meaning = meaningOf(error);
      if (meaning instanceof StoreUnavailable) this.#broken = true;
      throw meaning;
    }
  }
}
