import type { Kysely } from 'kysely';
import type { HandoffState } from '../protocol/handoff.ts';
import { query } from './query.ts';
import type { Tables } from './tables.ts';

const byToken = query<[tokenHash: string], { id: string }>`
  select id from conversation where token_hash = ${0}`;

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
