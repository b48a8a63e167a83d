import type { Kysely } from 'kysely';
import type { ConversationEvent, StoredEvent } from '../protocol/event.ts';
import { deleteFiles } from './files.ts';
import { command, EACH, query } from './query.ts';
import type { Tables } from './tables.ts';

/** More than any conversation has events. */
const ALL = 2 ** 31 - 1;

const eventsAfter = query<
  [id: string, afterSeq: number, limit: number],
  { seq: number; body: string }
>`
  select seq, body from event where conversation_id = ${0} and seq > ${1} order by seq limit ${2}`;

/** For PostgreSQL: asked so, it looks each of them up, whatever it thinks of the table's size. */
const eventsOfMany = query<[wanted: string], { wanted: number; seq: number; body: string }>`
  select cast(value ->> 0 as integer) as wanted, seq, body
  from ${EACH}(${0}) as item
  cross join lateral (
    select seq, body
    from event
    where conversation_id = value ->> 1 and seq > cast(value ->> 2 as integer)
    order by seq
    limit cast(value ->> 3 as integer)
  ) as event
  order by wanted, seq`;

const addEvent = query<[id: string, key: string, body: string, writtenAt: number], { seq: number }>`
  insert into event (conversation_id, seq, key, body, written_at)
  select
    id,
    coalesce((select max(seq) from event where conversation_id = conversation.id), 0) + 1,
    ${1},
    ${2},
    ${3}
  from conversation
  where id = ${0}
  on conflict (conversation_id, key) do nothing
  returning seq`;

const addMany = command<[events: string]>`
  insert into event (conversation_id, seq, key, body, written_at)
  select
    value ->> 0,
    cast(value ->> 1 as integer),
    value ->> 2,
    value ->> 3,
    cast(value ->> 4 as bigint)
  from ${EACH}(${0}) as item
  where true
  on conflict (conversation_id, key) do nothing`;

const noteHandoff = command<[id: string, handoff: string]>`
  update conversation set handoff = ${1} where id = ${0}`;

/** Gives the events after `afterSeq` in order. */
export async function readEvents(
  db: Kysely<Tables>,
  conversationId: string,
  afterSeq: number,
  limit = ALL,
): Promise<StoredEvent[]> {
  const rows = await eventsAfter(db, conversationId, afterSeq, limit);
  return rows.map(({ seq, body }) => ({ seq, event: eventOf(body) }));
}

/** Events of a conversation after `afterSeq`. */
export type Wanted = {
  conversationId: string;
  afterSeq: number;
  limit?: number | undefined;
};

/** Gives the events of each of many conversations, as `readEvents` does for one. Only PostgreSQL knows how. */
export async function readManyEvents(
  db: Kysely<Tables>,
  wanted: readonly Wanted[],
): Promise<StoredEvent[][]> {
  const list = wanted.map(({ conversationId, afterSeq, limit = ALL }, index) => [
    index,
    conversationId,
    afterSeq,
    limit,
  ]);
  const found: StoredEvent[][] = wanted.map(() => []);
  for (const { wanted: index, seq, body } of await eventsOfMany(db, JSON.stringify(list))) {
    found[index]?.push({ seq, event: eventOf(body) });
  }
  return found;
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
  const [added] = await addEvent(db, conversationId, key, JSON.stringify(event), now);
  if (!added) return { seq: await seqOf(db, conversationId, key), fresh: false };

  if (event.type === 'handoff-changed') await noteHandoff(db, conversationId, event.handoff.state);
  return { seq: added.seq, fresh: true };
}

/** An event whose place is known. */
export type NewEvent = {
  conversationId: string;
  seq: number;
  key: string;
  event: ConversationEvent;
};

/** Adds events of conversations that are held. False when a key was used before: then one or more are missing. */
export async function addEvents(
  db: Kysely<Tables>,
  events: readonly NewEvent[],
  now: number,
): Promise<boolean> {
  if (events.length === 0) return true;
  const rows = events.map(({ conversationId, seq, key, event }) => [
    conversationId,
    seq,
    key,
    JSON.stringify(event),
    now,
  ]);
  if ((await addMany(db, JSON.stringify(rows))) < events.length) return false;
  for (const { conversationId, event } of events) {
    if (event.type === 'handoff-changed')
      await noteHandoff(db, conversationId, event.handoff.state);
  }
  return true;
}

/**
 * Empties a stored message, of its text and of all that it shows, wherever it stands in the conversation's log, deletes
 * its files, and drops the summaries that were made when it was there.
 */
export async function scrubMessage(
  db: Kysely<Tables>,
  conversationId: string,
  messageId: string,
): Promise<void> {
  const events = await readEvents(db, conversationId, 0);
  const said = events.find(({ event }) => isAbout(event, messageId))?.seq ?? Infinity;
  for (const { seq, event } of events) {
    const scrubbed = withoutMessage(event, messageId, said);
    if (scrubbed === event) continue;
    if (event.type === 'message-added' && event.message.content?.type === 'files') {
      await deleteFiles(db, event.message.content.files);
    }
    await db
      .updateTable('event')
      .set({ body: JSON.stringify(scrubbed) })
      .where('conversation_id', '=', conversationId)
      .where('seq', '=', seq)
      .execute();
  }
}

function isAbout(event: ConversationEvent, messageId: string): boolean {
  return event.type === 'message-added' && event.message.id === messageId;
}

function withoutMessage(
  event: ConversationEvent,
  messageId: string,
  said: number,
): ConversationEvent {
  if (event.type === 'handoff-shared' && event.throughSeq >= said) {
    return { ...event, summary: null };
  }
  if (event.type !== 'message-added' || event.message.id !== messageId) return event;
  const { content: _shown, buttons: _offered, response: _answered, ...message } = event.message;
  return { ...event, message: { ...message, body: '' } };
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
