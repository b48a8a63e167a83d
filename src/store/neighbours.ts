import { sql, type Kysely } from 'kysely';
import type { Tables } from './tables.ts';

const LOOK_MS = 250;

/**
 * Calls `changed` with the conversations that got events from other processes on the same SQLite file, within a quarter
 * of a second. `writer` is the one connection that writes here: it can tell what was not its own. The result ends it.
 */
export async function neighbours(
  writer: Kysely<Tables>,
  reader: Kysely<Tables>,
  changed: (conversationIds: readonly string[]) => void,
): Promise<() => void> {
  let version = await versionOf(writer);
  let place = await lastPlace(reader);

  async function look(): Promise<void> {
    const current = await versionOf(writer);
    if (current === version) return;
    const { rows } = await sql<{ id: string; place: number }>`
      select conversation_id as id, max(rowid) as place from event
      where rowid > ${place}
      group by conversation_id`.execute(reader);
    version = current;
    place = Math.max(place, ...rows.map((row) => row.place));
    changed(rows.map(({ id }) => id));
  }

  let stopped = false;
  let timer: NodeJS.Timeout;
  const next = () => {
    if (stopped) return;
    timer = setTimeout(() => void look().catch(noMatter).then(next), LOOK_MS);
    timer.unref();
  };
  next();
  return () => {
    stopped = true;
    clearTimeout(timer);
  };
}

/** The next look finds what this one could not. */
function noMatter(): void {}

/** Differs from the last time when, and only when, another connection has committed something. */
async function versionOf(db: Kysely<Tables>): Promise<number> {
  const { rows } = await sql<{ data_version: number }>`pragma data_version`.execute(db);
  return rows[0]?.data_version ?? 0;
}

/** Events are only ever added, so the place of a new one is behind all others. */
async function lastPlace(db: Kysely<Tables>): Promise<number> {
  const { rows } = await sql<{ place: number | null }>`
    select max(rowid) as place from event`.execute(db);
  return rows[0]?.place ?? 0;
}
