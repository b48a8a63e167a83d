import { PostgresAdapter, sql, type CompiledQuery, type Kysely, type QueryResult } from 'kysely';
import type { Tables } from './tables.ts';

type Value = string | number | null;

/** Words that the databases have in common but for their spelling. */
type Spelling = { sqlite: string; postgres: string };

/** A function that gives a row, named `value`, for each element of a JSON array. */
export const EACH: Spelling = { sqlite: 'json_each', postgres: 'json_array_elements' };

/** SQLite needs no words for it: whoever writes there is alone. */
export const UNLESS_LOCKED: Spelling = {
  sqlite: '',
  postgres: 'for no key update skip locked',
};

type Run<Values extends readonly Value[], Result> = (
  db: Kysely<Tables>,
  ...values: Values
) => Promise<Result>;

/**
 * A query that every message needs: put together once for each kind of database instead of each time it runs, which
 * costs as much as running it. `${0}` stands for the first of its values, `${1}` for the second. Gives its rows.
 */
export function query<Values extends readonly Value[], Row>(
  texts: TemplateStringsArray,
  ...places: (number | Spelling)[]
): Run<Values, Row[]> {
  const run = prepared<Values, Row>(texts, places);
  return async (db, ...values) => (await run(db, ...values)).rows;
}

/** The same for what gives no rows: gives how many it has changed. */
export function command<Values extends readonly Value[]>(
  texts: TemplateStringsArray,
  ...places: (number | Spelling)[]
): Run<Values, number> {
  const run = prepared<Values, never>(texts, places);
  return async (db, ...values) => Number((await run(db, ...values)).numAffectedRows ?? 0);
}

function prepared<Values extends readonly Value[], Row>(
  texts: TemplateStringsArray,
  places: (number | Spelling)[],
): Run<Values, QueryResult<Row>> {
  const known = new WeakMap<object, CompiledQuery<Row>>();
  const order = places.filter((place) => typeof place === 'number');

  function compiled(db: Kysely<Tables>): CompiledQuery<Row> {
    const { adapter } = db.getExecutor();
    const before = known.get(adapter);
    if (before) return before;
    const kind = adapter instanceof PostgresAdapter ? 'postgres' : 'sqlite';
    const parts = places.map((place) => (typeof place === 'number' ? place : sql.raw(place[kind])));
    const first = sql<Row>(texts, ...parts).compile(db);
    const trimmed = { ...first, sql: first.sql.trim() };
    known.set(adapter, trimmed);
    return trimmed;
  }

  return (db, ...values) => {
    const parameters = order.map((place) => values[place]);
    return db.executeQuery<Row>({ ...compiled(db), parameters });
  };
}
