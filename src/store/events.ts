import { sql, type Kysely } from 'kysely';
import type { ConversationEvent, StoredEvent } from '../protocol/event.ts';
import type { Tables } from './tables.ts';

/** Gives the events after `afterSeq` in order. */
export async function readEvents(
  db: Kysely<Tables>,
  conversationId: string,
  afterSeq: number,
  limit?: number,
): Promise<StoredEvent[]> {
  const events = db
    .selectFrom('event')
    .select(['seq', 'body'])
    .where('conversation_id', '=', conversationId)
    .where('seq', '>', afterSeq)
    .orderBy('seq');
  const rows = await (limit === undefined ? events : events.limit(limit)).execute();
  return rows.map(({ seq, body }) => ({ seq, event: eventOf(body) }));
}

/**
 * Gives the event the next seq; with a key that was used before, changes nothing and gives the seq of the first. Throws
 * when there is no such conversation. Nobody else may append to the conversation meanwhile.
 */
export async function append(
  db: Kysely<Tables>,
  conversationId: string,
  key: string,
  event: ConversationEvent,
  now: number,
): Promise<{ seq: number; fresh: boolean }> {
  const { rows } = await sql<{ seq: number }>`
    insert into event (conversation_id, seq, key, body, written_at)
    select
      id,
      coalesce((select max(seq) from event where conversation_id = conversation.id), 0) + 1,
      ${key},
      ${JSON.stringify(event)},
      ${now}
    from conversation
    where id = ${conversationId}
    on conflict (conversation_id, key) do nothing
    returning seq`.execute(db);
  const [added] = rows;
  if (!added) return { seq: await seqOf(db, conversationId, key), fresh: false };

  if (event.type === 'handoff-changed') {
    await db
      .updateTable('conversation')
      .set({ handoff: event.handoff.state })
      .where('id', '=', conversationId)
      .execute();
  }
  return { seq: added.seq, fresh: true };
}

/** Empties a stored message, of its text and of all that it shows, wherever it stands in the conversation's log. */
export async function scrubMessage(
  db: Kysely<Tables>,
  conversationId: string,
  messageId: string,
): Promise<void> {
  for (const { seq, event } of await readEvents(db, conversationId, 0)) {
    if (event.type !== 'message-added' || event.message.id !== messageId) continue;
    const { content: _shown, buttons: _offered, response: _answered, ...message } = event.message;
    const scrubbed: ConversationEvent = { ...event, message: { ...message, body: '' } };
    await db
      .updateTable('event')
      .set({ body: JSON.stringify(scrubbed) })
      .where('conversation_id', '=', conversationId)
      .where('seq', '=', seq)
      .execute();
  }
}

async function seqOf(db: Kysely<Tables>, conversationId: string, key: string): Promise<number> {
  const known = await db
    .selectFrom('event')
    .select('seq')
    .where('conversation_id', '=', conversationId)
    .where('key', '=', key)
    .executeTakeFirst();
  if (!known) throw new Error(`There is no conversation ${conversationId}.`);
  return known.seq;
}

/** Trusted, since only `append` writes; after a step back to an older Baton, events of a newer one pass through. */
function eventOf(body: string): ConversationEvent {
  return JSON.parse(body);
}
