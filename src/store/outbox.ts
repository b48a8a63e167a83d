import type { Kysely, Selectable } from 'kysely';
import { command, EACH } from './query.ts';
import {
  laneOf,
  SUPPORT_KINDS,
  type Lane,
  type NewOutboxRow,
  type OutboxKind,
  type OutboxPatch,
  type OutboxRow,
  type OutboxState,
} from './store.ts';
import type { Tables } from './tables.ts';

/** The states in which a row still holds up those behind it. */
export const UNFINISHED: readonly OutboxState[] = ['pending', 'inflight', 'unknown'];

/** Where it stands when the first unfinished row of a lane is due. */
export const DUE_AT = { chat: 'due_at', support: 'support_due_at' } as const;

/** How the kinds of a lane are told from the others. */
const OF_LANE = { chat: 'not in', support: 'in' } as const;

/** What is left of a body that is not sent any more. */
const NO_BODY = '{}';

const addMany = command<[rows: string]>`
  insert into outbox (conversation_id, position, kind, key, body, state, due_at)
  select
    value ->> 0,
    cast(value ->> 1 as integer),
    value ->> 2,
    value ->> 3,
    value ->> 4,
    'pending',
    cast(value ->> 5 as bigint)
  from ${EACH}(${0}) as item
  where true
  on conflict (conversation_id, kind, key) do nothing`;

/** Rows of the chat's lane that were added at the end hold others up only where there was no unfinished one. */
const dueWithThem = command<[rows: string]>`
  update conversation set due_at = item.due_at
  from (
    select value ->> 0 as id, min(cast(value ->> 5 as bigint)) as due_at
    from ${EACH}(${0}) as item
    group by value ->> 0
  ) as item
  where conversation.id = item.id and conversation.due_at is null`;

/** The body that a row keeps: none once it has come to its end. */
export function bodyLeft({ state, body }: OutboxPatch): string | undefined {
  return state === undefined || UNFINISHED.includes(state) ? body : NO_BODY;
}

/** Adds rows at the end, all due at `dueAt`. Rows whose kind and key are there already stay as they are. */
export async function enqueue(
  db: Kysely<Tables>,
  conversationId: string,
  rows: readonly NewOutboxRow[],
  dueAt: number,
): Promise<void> {
  if (rows.length === 0) return;
  const { last } = await db
    .selectFrom('outbox')
    .select(({ fn }) => fn.max('position').as('last'))
    .where('conversation_id', '=', conversationId)
    .executeTakeFirstOrThrow();
  await db
    .insertInto('outbox')
    .values(
      rows.map(({ kind, key, body }, index) => ({
        conversation_id: conversationId,
        position: (last ?? 0) + 1 + index,
        kind,
        key,
        body,
        state: 'pending' as const,
        due_at: dueAt,
      })),
    )
    .onConflict((conflict) => conflict.columns(['conversation_id', 'kind', 'key']).doNothing())
    .execute();
  for (const lane of new Set(rows.map(({ kind }) => laneOf(kind)))) {
    await updateDueAt(db, conversationId, lane);
  }
}

/** A row whose place is known. */
export type PlacedRow = NewOutboxRow & {
  conversationId: string;
  position: number;
  dueAt: number;
};

/** Adds rows to conversations that are held. False when a kind and key were used before: then one or more are missing. */
export async function addRows(db: Kysely<Tables>, placed: readonly PlacedRow[]): Promise<boolean> {
  if (placed.length === 0) return true;
  if ((await addMany(db, listOf(placed))) < placed.length) return false;
  await dueWithThem(db, listOf(placed.filter(({ kind }) => laneOf(kind) === 'chat')));
  for (const { conversationId, kind } of placed) {
    if (laneOf(kind) === 'support') await updateDueAt(db, conversationId, 'support');
  }
  return true;
}

function listOf(rows: readonly PlacedRow[]): string {
  const list = rows.map(({ conversationId, position, kind, key, body, dueAt }) => [
    conversationId,
    position,
    kind,
    key,
    body,
    dueAt,
  ]);
  return JSON.stringify(list);
}

/** All rows of a conversation, in their order. */
export async function readOutbox(db: Kysely<Tables>, conversationId: string): Promise<OutboxRow[]> {
  const rows = await db
    .selectFrom('outbox')
    .selectAll()
    .where('conversation_id', '=', conversationId)
    .orderBy('position')
    .execute();
  return rows.map(outboxRow);
}

/** Of each conversation the row that holds up the others of its lane, if there is one. In no particular order. */
export async function firstUnfinished(
  db: Kysely<Tables>,
  conversationIds: readonly string[],
  lane: Lane,
): Promise<OutboxRow[]> {
  const rows = await db
    .selectFrom('outbox')
    .selectAll()
    .where('conversation_id', 'in', conversationIds)
    .where('state', 'in', UNFINISHED)
    .where('position', '=', ({ selectFrom }) =>
      selectFrom('outbox as queue')
        .select(({ fn }) => fn.min('queue.position').as('first'))
        .whereRef('queue.conversation_id', '=', 'outbox.conversation_id')
        .where('queue.state', 'in', UNFINISHED)
        .where('queue.kind', OF_LANE[lane], SUPPORT_KINDS),
    )
    .execute();
  return rows.map(outboxRow);
}

/** Cancels what has not been tried or is to be tried again, rows of some kinds excepted. */
export async function cancelPending(
  db: Kysely<Tables>,
  conversationId: string,
  except: readonly OutboxKind[] = [],
): Promise<void> {
  const pending = db
    .updateTable('outbox')
    .set({ state: 'cancelled', body: NO_BODY })
    .where('conversation_id', '=', conversationId)
    .where('state', '=', 'pending');
  await (except.length > 0 ? pending.where('kind', 'not in', except) : pending).execute();
  await updateDueAt(db, conversationId, 'chat');
  await updateDueAt(db, conversationId, 'support');
}

/** Marks an unfinished row that was tried as sent; false when there is none. */
export async function prove(
  db: Kysely<Tables>,
  conversationId: string,
  kind: OutboxKind,
  key: string,
  result: string,
): Promise<boolean> {
  const proven = await db
    .updateTable('outbox')
    .set({ state: 'sent', result, body: NO_BODY })
    .where('conversation_id', '=', conversationId)
    .where('kind', '=', kind)
    .where('key', '=', key)
    .where((row) =>
      row.or([
        row('state', 'in', ['inflight', 'unknown']),
        row.and([row('state', '=', 'pending'), row('attempts', '>', 0)]),
      ]),
    )
    .returning('position')
    .executeTakeFirst();
  if (!proven) return false;
  await updateDueAt(db, conversationId, laneOf(kind));
  return true;
}

/** The conversation that has such a row, by key or by the id Zendesk gave. */
export async function conversationByRow(
  db: Kysely<Tables>,
  kind: OutboxKind,
  by: { key: string } | { result: string },
): Promise<string | null> {
  const rows = db.selectFrom('outbox').select('conversation_id').where('kind', '=', kind);
  const found = 'key' in by ? rows.where('key', '=', by.key) : rows.where('result', '=', by.result);
  const row = await found.limit(1).executeTakeFirst();
  return row?.conversation_id ?? null;
}

/**
 * Keeps `conversation.due_at` or `support_due_at` true; call it after every change of a conversation's rows in this lane.
 * Finding the due conversations among many long queues is then one look-up.
 */
export async function updateDueAt(
  db: Kysely<Tables>,
  conversationId: string,
  lane: Lane,
): Promise<void> {
  await db
    .updateTable('conversation')
    .set(({ selectFrom }) => ({
      [DUE_AT[lane]]: selectFrom('outbox')
        .select('outbox.due_at')
        .where('conversation_id', '=', conversationId)
        .where('state', 'in', UNFINISHED)
        .where('kind', OF_LANE[lane], SUPPORT_KINDS)
        .orderBy('position')
        .limit(1),
    }))
    .where('id', '=', conversationId)
    .execute();
}

/** How many rows are in each state that still holds up those behind. */
export async function unfinished(db: Kysely<Tables>): Promise<Map<OutboxState, number>> {
  const counts = await db
    .selectFrom('conversation')
    .innerJoin('outbox', 'outbox.conversation_id', 'conversation.id')
    // Conversations with nothing to send, which are nearly all, are not looked at.
    .where((row) =>
      row.or([
        row('conversation.due_at', 'is not', null),
        row('conversation.support_due_at', 'is not', null),
      ]),
    )
    .where('outbox.state', 'in', UNFINISHED)
    .select(['outbox.state', ({ fn }) => fn.countAll().as('count')])
    .groupBy('outbox.state')
    .execute();
  return new Map(UNFINISHED.map((state) => [state, countOf(state)]));

  function countOf(state: OutboxState): number {
    return Number(counts.find((each) => each.state === state)?.count ?? 0);
  }
}

/** When the earliest first unfinished row of a lane is due; null when there is none. */
export async function nextDueAt(db: Kysely<Tables>, lane: Lane): Promise<number | null> {
  const { next } = await db
    .selectFrom('conversation')
    .select(({ fn }) => fn.min(DUE_AT[lane]).as('next'))
    .executeTakeFirstOrThrow();
  return next;
}

function outboxRow(row: Selectable<Tables['outbox']>): OutboxRow {
  const { conversation_id, attempt_at, due_at, ...same } = row;
  return { ...same, conversationId: conversation_id, attemptAt: attempt_at, dueAt: due_at };
}
