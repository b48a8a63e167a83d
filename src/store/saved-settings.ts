import type { Kysely } from 'kysely';
import type { Tables } from './tables.ts';

export async function setting(db: Kysely<Tables>, name: string): Promise<string | null> {
  const row = await db
    .selectFrom('setting')
    .select('value')
    .where('name', '=', name)
    .executeTakeFirst();
  return row?.value ?? null;
}

/** Keeps the first value saved under this name, and gives it. */
export async function settingOnce(
  db: Kysely<Tables>,
  name: string,
  value: string,
): Promise<string> {
  await db
    .insertInto('setting')
    .values({ name, value })
    .onConflict((conflict) => conflict.column('name').doNothing())
    .execute();
  return (await setting(db, name)) ?? value;
}

export async function saveSetting(db: Kysely<Tables>, name: string, value: string): Promise<void> {
  await db
    .insertInto('setting')
    .values({ name, value })
    .onConflict((conflict) => conflict.column('name').doUpdateSet({ value }))
    .execute();
}
