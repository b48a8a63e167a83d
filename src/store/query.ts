import { sql, type CompiledQuery, type Kysely } from 'kysely';
import type { Tables } from './tables.ts';

type Value = string | number | null;

/** Runs the query with these values and gives its rows. */
type Query<Values extends readonly Value[], Row> = (
  db: Kysely<Tables>,
  ...values: Values
) => Promise<Row[]>;

/**
 * A query that every message needs: put together once for each kind of database instead of each time it runs, which
 * costs as much as running it. `${0}` stands for the first of its values, `${1}` for the second.
 */
export function query<Values extends readonly Value[], Row>(
  texts: TemplateStringsArray,
  ...places: number[]
): Query<Values, Row> {
  const written = sql<Row>(texts, ...places);
  const known = new WeakMap<object, CompiledQuery<Row>>();

  function compiled(db: Kysely<Tables>): CompiledQuery<Row> {
    const { adapter } = db.getExecutor();
    const before = known.get(adapter);
    if (before) return before;
    const first = written.compile(db);
    const trimmed = { ...first, sql: first.sql.trim() };
    known.set(adapter, trimmed);
    return trimmed;
  }

  return async (db, ...values) => {
    const parameters = places.map((place) => values[place]);
    const { rows } = await db.executeQuery<Row>({ ...compiled(db), parameters });
    return rows;
  };
}
