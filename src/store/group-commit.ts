import type { ControlledTransaction, Kysely } from 'kysely';
import { setImmediate } from 'node:timers/promises';
import type { UnitOfWork, Work } from './engine.ts';
import { StoreUnavailable } from './store.ts';
import type { Tables } from './tables.ts';

/** So many share a commit at most: they run without a pause, and other work waits for them. */
const LARGEST_GROUP = 200;

export interface GroupCommit {
  /** Resolves with what `work` gave once that is committed. Rejects when it threw, or when nothing could be committed. */
  run<T>(work: Work<T>): Promise<T>;
  /** Resolves when everything that was given to `run` is settled; what comes later is refused. */
  close(): Promise<void>;
}

type Job = {
  /** Does the work and gives what to do after the commit. */
  work(unit: UnitOfWork): Promise<() => void>;
  reject(error: unknown): void;
};

type Outcome = { changed: ReadonlySet<string>; settle(): void };

/**
 * Runs work in the order given, all that was asked for in one turn of the event loop in one transaction, each in a
 * savepoint of its own. One fsync then serves many customers. `committed` is called with the changed conversations.
 */
export function groupCommit(
  db: Kysely<Tables>,
  committed: (conversationIds: ReadonlySet<string>) => void,
): GroupCommit {
  const queue: Job[] = [];
  let isFlushing = false;
  let isClosed = false;

  async function flush(): Promise<void> {
    if (isFlushing) return;
    isFlushing = true;
    while (queue.length > 0) {
      await setImmediate();
      const jobs = queue.splice(0, LARGEST_GROUP);
      try {
        const outcomes = await commitTogether(db, jobs);
        for (const { settle } of outcomes) settle();
        committed(new Set(outcomes.flatMap(({ changed }) => [...changed])));
      } catch (error) {
        for (const { reject } of jobs) reject(error);
      }
    }
    isFlushing = false;
  }

  function run<T>(work: Work<T>): Promise<T> {
    if (isClosed) return Promise.reject(new StoreUnavailable('The store is closed.'));
    return new Promise((resolve, reject) => {
      queue.push({
        async work(unit) {
          const value = await work(unit);
          return () => resolve(value);
        },
        reject,
      });
      void flush();
    });
  }

  return {
    run,
    async close() {
      const last = run(async () => {});
      isClosed = true;
      await last.catch(() => {});
    },
  };
}

async function commitTogether(db: Kysely<Tables>, jobs: readonly Job[]): Promise<Outcome[]> {
  const transaction = await db.startTransaction().execute();
  try {
    const outcomes: Outcome[] = [];
    for (const job of jobs) outcomes.push(await inSavepoint(transaction, job));
    await transaction.commit().execute();
    return outcomes;
  } catch (error) {
    // The callers need the reason, not what else may go wrong with a transaction that is lost anyway.
    await transaction
      .rollback()
      .execute()
      .catch(() => {});
    throw error;
  }
}

async function inSavepoint(transaction: ControlledTransaction<Tables>, job: Job): Promise<Outcome> {
  const changed = new Set<string>();
  const savepoint = await transaction.savepoint('job').execute();
  const unit: UnitOfWork = {
    db: async () => savepoint,
    // Whoever is in the one transaction that can write holds everything.
    hold: async () => savepoint,
    reached: (conversationId) => void changed.add(conversationId),
  };
  try {
    const settle = await job.work(unit);
    await savepoint.releaseSavepoint('job').execute();
    return { changed, settle };
  } catch (error) {
    await undo(savepoint, error);
    return { changed: new Set(), settle: () => job.reject(error) };
  }
}

async function undo(
  savepoint: ControlledTransaction<Tables, ['job']>,
  reason: unknown,
): Promise<void> {
  try {
    await savepoint.rollbackToSavepoint('job').execute();
    await savepoint.releaseSavepoint('job').execute();
  } catch {
    // The database has given up the whole transaction, the work of the others in it included.
    throw new StoreUnavailable('The transaction was rolled back.', { cause: reason });
  }
}
