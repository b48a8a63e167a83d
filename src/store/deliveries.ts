import type { Kysely } from 'kysely';
import type { Tables } from './tables.ts';

/** Remembers a webhook event; false if it was seen before. */
export async function rememberDelivery(
  db: Kysely<Tables>,
  eventId: string,
  at: number,
): Promise<boolean> {
  const fresh = await db
    .insertInto('delivery')
    .values({ event_id: eventId, seen_at: at })
    .onConflict((conflict) => conflict.column('event_id').doNothing())
    .returning('event_id')
    .executeTakeFirst();
  return fresh !== undefined;
}

export async function sweepDeliveries(db: Kysely<Tables>, before: number): Promise<void> {
  await db.deleteFrom('delivery').where('seen_at', '<', before).execute();
}
