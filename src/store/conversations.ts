import type { Kysely } from 'kysely';
import type { HandoffState } from '../protocol/handoff.ts';
import { EACH, query, UNLESS_LOCKED } from './query.ts';
import type { Tables } from './tables.ts';

const byToken = query<[tokenHash: string], { id: string }>`
  select id from conversation where token_hash = ${0}`;

const lock = query<[ids: string], { id: string }>`
  select id from conversation where id in (select value ->> 0 from ${EACH}(${0}) as item)
  ${UNLESS_LOCKED}`;

/** Where a conversation stands: its last event and the last row of its outbox, 0 if there is none. */
type Place = { id: string; seq: number; position: number };

const places = query<[ids: string], Place>`
  select
    id,
    coalesce((select max(seq) from event where conversation_id = conversation.id), 0) as seq,
    coalesce((select max(position) from outbox where conversation_id = conversation.id), 0) as position
  from conversation
  where id in (select value ->> 0 from ${EACH}(${0}) as item)`;

export const OPEN: readonly HandoffState[] = ['requested', 'waiting', 'live'];

/** Adds a conversation without events. */
export async function createConversation(
  db: Kysely<Tables>,
  { id, tokenHash, createdAt }: { id: string; tokenHash: string; createdAt: number },
): Promise<void> {
  await db
    .insertInto('conversation')
    .values({ id, token_hash: tokenHash, handoff: 'ai', created_at: createdAt })
    .execute();
}

export async function conversationByToken(
  db: Kysely<Tables>,
  tokenHash: string,
): Promise<string | null> {
  const [row] = await byToken(db, tokenHash);
  return row?.id ?? null;
}

/**
 * Keeps all others from changing these conversations until the transaction ends, and gives where they stand. Leaves out
 * those that are not there and those that somebody else holds: nobody waits, so no two can wait for each other.
 */
export async function takeConversations(
  db: Kysely<Tables>,
  ids: readonly string[],
): Promise<Place[]> {
  if (ids.length === 0) return [];
  const taken = await lock(db, JSON.stringify(ids.map((id) => [id])));
  // Asked for apart from the lock, for only now can nobody change the answer any more.
  return places(db, JSON.stringify(taken.map(({ id }) => [id])));
}

/** Conversations that a person was asked to take over, or has. */
export async function openHandoffs(db: Kysely<Tables>): Promise<string[]> {
  const rows = await db
    .selectFrom('conversation')
    .select('id')
    .where('handoff', 'in', OPEN)
    .orderBy('created_at')
    .execute();
  return rows.map(({ id }) => id);
}
