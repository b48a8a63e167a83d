import type { Kysely } from 'kysely';
import { bodyLeft, DUE_AT, firstUnfinished, UNFINISHED, updateDueAt } from './outbox.ts';
import { laneOf, type ClaimedRow, type Lane, type OutboxPatch, type OutboxRow } from './store.ts';
import type { Tables } from './tables.ts';

/**
 * Leases up to `limit` conversations that are due in a lane and gives the first unfinished row of each. Conversations that another
 * transaction holds are passed over: whoever holds them may be taking them.
 */
export async function claim(
  db: Kysely<Tables>,
  limit: number,
  owner: string,
  ttlMs: number,
  now: number,
  lane: Lane,
): Promise<ClaimedRow[]> {
  const due = await db
    .selectFrom('conversation')
    .select(['id', 'lease_owner'])
    .where(DUE_AT[lane], '<=', now)
    .where((row) => row.or([row('lease_owner', '=', owner), row('lease_until', '<=', now)]))
    // Who talks with an agent goes before those whose chat is still on its way to one.
    .orderBy((of) => of.case().when('handoff', '=', 'live').then(0).else(1).end())
    .orderBy(DUE_AT[lane])
    .limit(limit)
    .forNoKeyUpdate()
    .skipLocked()
    .execute();
  if (due.length === 0) return [];

  const ids = due.map(({ id }) => id);
  const taken = due.filter(({ lease_owner }) => lease_owner !== owner).map(({ id }) => id);
  const until = now + ttlMs;
  const leased = await db
    .updateTable('conversation')
    .set((of) => ({
      lease_owner: owner,
      lease_until: until,
      lease_epoch: of
        .case()
        .when('lease_owner', '=', owner)
        .then(of.ref('lease_epoch'))
        .else(of('lease_epoch', '+', 1))
        .end(),
    }))
    .where('id', 'in', ids)
    .returning(['id', 'lease_epoch'])
    .execute();
  if (taken.length > 0) await doubtInflight(db, taken);

  const epochs = new Map(leased.map(({ id, lease_epoch }) => [id, lease_epoch]));
  const rows = new Map(
    (await firstUnfinished(db, ids, lane)).map((row) => [row.conversationId, row]),
  );
  return ids.flatMap((id) => {
    const row = rows.get(id);
    const epoch = epochs.get(id);
    return row && epoch !== undefined ? [{ row, epoch, until }] : [];
  });
}

/** Who holds a lease that has not run out at `now`. */
export async function leaseOwners(db: Kysely<Tables>, now: number): Promise<string[]> {
  const rows = await db
    .selectFrom('conversation')
    .select('lease_owner')
    .where('lease_until', '>', now)
    .groupBy('lease_owner')
    .execute();
  return rows.flatMap(({ lease_owner }) => (lease_owner === null ? [] : [lease_owner]));
}

/** Ends the leases of an owner that is dead; what it left in flight is unknown, and due at `now`. */
export async function bury(db: Kysely<Tables>, owner: string, now: number): Promise<void> {
  const left = await db
    .updateTable('conversation')
    .set({ lease_owner: null, lease_until: 0 })
    .where('lease_owner', '=', owner)
    .where('lease_until', '>', now)
    .returning('id')
    .execute();
  if (left.length === 0) return;
  const doubted = await db
    .updateTable('outbox')
    .set({ state: 'unknown', due_at: now })
    .where(
      'conversation_id',
      'in',
      left.map(({ id }) => id),
    )
    .where('state', '=', 'inflight')
    .returning(['conversation_id', 'kind'])
    .execute();
  for (const { conversation_id, kind } of doubted) {
    await updateDueAt(db, conversation_id, laneOf(kind));
  }
}

/** Whether the requests of the last owner had an effect, the next one cannot know. */
async function doubtInflight(
  db: Kysely<Tables>,
  conversationIds: readonly string[],
): Promise<void> {
  await db
    .updateTable('outbox')
    .set({ state: 'unknown' })
    .where('conversation_id', 'in', conversationIds)
    .where('state', '=', 'inflight')
    .execute();
}

/** Changes an unfinished row while `epoch` is the lease's; false, and no change, when it is not or the row is finished. */
export async function mark(
  db: Kysely<Tables>,
  { conversationId, position }: Pick<OutboxRow, 'conversationId' | 'position'>,
  epoch: number,
  patch: OutboxPatch,
): Promise<boolean> {
  const marked = await db
    .updateTable('outbox')
    .set({
      state: patch.state,
      attempts: patch.attempts,
      attempt_at: patch.attemptAt,
      due_at: patch.dueAt,
      result: patch.result,
      body: bodyLeft(patch),
    })
    .where('conversation_id', '=', conversationId)
    .where('position', '=', position)
    .where('state', 'in', UNFINISHED)
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom('conversation')
          .select('id')
          .where('id', '=', conversationId)
          .where('lease_epoch', '=', epoch),
      ),
    )
    .returning('kind')
    .executeTakeFirst();
  if (!marked) return false;
  await updateDueAt(db, conversationId, laneOf(marked.kind));
  return true;
}

/** Ends the lease if it is the owner's. */
export async function release(
  db: Kysely<Tables>,
  conversationId: string,
  owner: string,
): Promise<void> {
  await db
    .updateTable('conversation')
    .set({ lease_owner: null, lease_until: 0 })
    .where('id', '=', conversationId)
    .where('lease_owner', '=', owner)
    .execute();
}
