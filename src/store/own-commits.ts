import type { ControlledTransaction, Kysely } from 'kysely';
import type { UnitOfWork, Work } from './engine.ts';
import { StoreUnavailable } from './store.ts';
import type { Tables } from './tables.ts';
import { turns, type TurnOf } from './turns.ts';

export interface OwnCommits {
  run<T>(work: Work<T>): Promise<T>;
  /** Resolves when everything that was given to `run` is settled; what comes later is refused. */
  close(): Promise<void>;
}

/**
 * Runs each work in a transaction of its own, `atOnce` of them at a time, on a database that many write to. A
 * conversation is held by a lock on its row. `committed` is called with the seqs that conversations have come to.
 */
export function ownCommits(
  db: Kysely<Tables>,
  atOnce: number,
  committed: (reached: ReadonlyMap<string, number>) => void,
): OwnCommits {
  const underWay = new Set<Promise<unknown>>();
  const waiting: (() => void)[] = [];
  const turnOf = turns();
  let free = atOnce;
  let isClosed = false;

  async function inPlace<T>(work: Work<T>): Promise<T> {
    if (free > 0) free -= 1;
    else await new Promise<void>((resolve) => waiting.push(resolve));
    try {
      return await committedWork(work);
    } finally {
      const next = waiting.shift();
      if (next) next();
      else free += 1;
    }
  }

  async function committedWork<T>(work: Work<T>): Promise<T> {
    const unit = new OwnTransaction(db, turnOf);
    try {
      const value = await work(unit);
      await unit.commit();
      if (unit.seqs.size > 0) committed(unit.seqs);
      return value;
    } catch (error) {
      await unit.rollback();
      throw error;
    } finally {
      await unit.letGo();
    }
  }

  return {
    run(work) {
      if (isClosed) return Promise.reject(new StoreUnavailable('The store is closed.'));
      const running = inPlace(work);
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

/** Begins when it is first asked for the database. */
class OwnTransaction implements UnitOfWork {
  readonly seqs = new Map<string, number>();
  readonly #database: Kysely<Tables>;
  readonly #turnOf: TurnOf;
  #begun: Promise<ControlledTransaction<Tables>> | null = null;
  #turn: Promise<() => void> | null = null;
  #held: Promise<Kysely<Tables>> | null = null;

  constructor(database: Kysely<Tables>, turnOf: TurnOf) {
    this.#database = database;
    this.#turnOf = turnOf;
  }

  db(): Promise<ControlledTransaction<Tables>> {
    this.#begun ??= this.#database.startTransaction().execute();
    return this.#begun;
  }

  hold(conversationId: string): Promise<Kysely<Tables>> {
    // The queue in here costs no connection and keeps the order; the lock is for the other processes.
    this.#turn ??= this.#turnOf(conversationId);
    this.#held ??= this.#turn.then(() => this.#lock(conversationId));
    return this.#held;
  }

  reached(conversationId: string, seq: number): void {
    this.seqs.set(conversationId, seq);
  }

  async commit(): Promise<void> {
    if (this.#begun) await (await this.#begun).commit().execute();
  }

  /** Never throws: the caller needs to hear why, not what else goes wrong with a transaction that is lost anyway. */
  async rollback(): Promise<void> {
    await this.#begun?.then((lost) => lost.rollback().execute()).catch(() => {});
  }

  async letGo(): Promise<void> {
    await this.#turn?.then((end) => end());
  }

  async #lock(conversationId: string): Promise<Kysely<Tables>> {
    const transaction = await this.db();
    await transaction
      .selectFrom('conversation')
      .select('id')
      .where('id', '=', conversationId)
      .forNoKeyUpdate()
      .execute();
    return transaction;
  }
}
