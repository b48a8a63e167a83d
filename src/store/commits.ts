import { setImmediate } from 'node:timers/promises';
import type { Kysely } from 'kysely';
import type { Work } from './engine.ts';
import { OwnTransaction } from './own-transaction.ts';
import { Seat } from './seat.ts';
import { DoAgain, SharedTransaction } from './shared-transaction.ts';
import { slots } from './slots.ts';
import { StoreUnavailable } from './store.ts';
import type { Tables } from './tables.ts';
import { turns } from './turns.ts';

/** So many share a transaction at most: they run without a pause, and others wait for them. */
const LARGEST_GROUP = 100;

export interface Commits {
  run<T>(work: Work<T>): Promise<T>;
  /** Resolves when everything that was given to `run` is settled; what comes later is refused. */
  close(): Promise<void>;
}

type CommitsOptions = {
  /** So many transactions at a time. If it is one, work of every kind shares them; else work about a conversation. */
  atOnce: number;
  now: () => number;
  /** Conversations have come to these seqs. */
  committed(reached: ReadonlyMap<string, number>): void;
};

/**
 * Runs work about many conversations in one transaction, all that was asked for while the one before was under way: one
 * fsync, and a handful of statements, then serve many customers. One whose work throws is left out. When something
 * cannot be left out, or a statement fails, they are all run again, each alone. Work that asks for something else than
 * a conversation first, or for one that another process holds, has a transaction of its own.
 */
export function createCommits(db: Kysely<Tables>, options: CommitsOptions): Commits {
  const { atOnce, now, committed } = options;
  const enterSlot = slots(atOnce);
  const turnOf = turns();
  const underWay = new Set<Promise<unknown>>();
  const waiting: Seat[] = [];
  /** Conversations that work of its own waits for: what comes after it must not overtake it. */
  const aside = new Map<string, number>();
  const sharesAll = atOnce === 1;
  let isServing = false;
  let isClosed = false;

  function ownTransaction(): OwnTransaction {
    return new OwnTransaction({ database: db, enterSlot, turnOf, now });
  }

  async function alone<T>(work: Work<T>): Promise<T> {
    const own = ownTransaction();
    try {
      const value = await work(own);
      await own.commit();
      if (own.reached.size > 0) committed(own.reached);
      return value;
    } catch (error) {
      await own.rollback();
      throw error;
    } finally {
      await own.letGo();
    }
  }

  /** Until it is settled, nothing that is asked for later comes to its conversation before it. */
  async function setAside<T>(conversationId: string | null, work: Work<T>): Promise<T> {
    if (conversationId === null) return alone(work);
    aside.set(conversationId, (aside.get(conversationId) ?? 0) + 1);
    try {
      return await alone(work);
    } finally {
      const left = (aside.get(conversationId) ?? 1) - 1;
      if (left > 0) aside.set(conversationId, left);
      else aside.delete(conversationId);
    }
  }

  async function together<T>(work: Work<T>): Promise<T> {
    const seat = new Seat((asking) => {
      waiting.push(asking);
      void serve();
    });
    try {
      const value = await work(seat).catch(async (error: unknown) => {
        await seat.leave('undone');
        throw error;
      });
      await seat.leave('kept');
      return value;
    } catch (error) {
      if (error instanceof DoAgain) return setAside(seat.conversationId, work);
      throw error;
    }
  }

  async function serve(): Promise<void> {
    if (isServing) return;
    isServing = true;
    while (waiting.length > 0) {
      await setImmediate();
      const leave = await enterSlot();
      const seats: Seat[] = [];
      for (const seat of waiting.splice(0, LARGEST_GROUP)) {
        const { conversationId } = seat;
        const mayShare = conversationId === null ? sharesAll : !aside.has(conversationId);
        if (mayShare) seats.push(seat);
        else seat.refuse(new DoAgain());
      }
      if (seats.length > 0) await serveTogether(seats);
      leave();
    }
    isServing = false;
  }

  async function serveTogether(seats: readonly Seat[]): Promise<void> {
    try {
      const transaction = await db.startTransaction().execute();
      const shared = new SharedTransaction(transaction, now);
      try {
        await shared.take(conversationsOf(seats));
        await Promise.all(
          queues(seats).map(async (queue) => {
            for (const seat of queue) await seat.give(shared);
          }),
        );
        await shared.commit();
      } catch (error) {
        // The callers need the reason, not what else goes wrong with a transaction that is lost anyway.
        await transaction
          .rollback()
          .execute()
          .catch(() => {});
        throw error;
      }
      for (const seat of seats) seat.settle();
      committed(shared.reached());
    } catch (error) {
      const reason = error instanceof StoreUnavailable ? error : new DoAgain();
      for (const seat of seats) seat.refuse(reason);
    }
  }

  /** What goes one after another: work about one conversation; all work where only one can write. */
  function queues(seats: readonly Seat[]): Seat[][] {
    const byConversation = new Map<string | null, Seat[]>();
    for (const seat of seats) {
      const key = sharesAll ? null : seat.conversationId;
      const queue = byConversation.get(key);
      if (queue) queue.push(seat);
      else byConversation.set(key, [seat]);
    }
    return [...byConversation.values()];
  }

  return {
    run(work) {
      if (isClosed) return Promise.reject(new StoreUnavailable('The store is closed.'));
      const running = together(work);
      underWay.add(running);
      const forget = () => underWay.delete(running);
      running.then(forget, forget);
      return running;
    },
    async close() {
      isClosed = true;
      await Promise.allSettled(underWay);
    },
  };
}

function conversationsOf(seats: readonly Seat[]): string[] {
  return [...new Set(seats.flatMap(({ conversationId }) => conversationId ?? []))];
}
