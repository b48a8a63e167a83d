import type { ControlledTransaction, Kysely } from 'kysely';
import type { Held, UnitOfWork } from './engine.ts';
import { append, readEvents } from './events.ts';
import { enqueue } from './outbox.ts';
import type { EnterSlot } from './slots.ts';
import type { Tables } from './tables.ts';
import type { TurnOf } from './turns.ts';

export type OwnTransactionOptions = {
  database: Kysely<Tables>;
  enterSlot: EnterSlot;
  turnOf: TurnOf;
  now: () => number;
};

/** A transaction of one work alone. Begins when it is first asked for the database; waits in the order of asking. */
export class OwnTransaction implements UnitOfWork {
  /** The seqs that conversations have come to by it. */
  readonly reached = new Map<string, number>();
  readonly #options: OwnTransactionOptions;
  #slot: Promise<() => void> | null = null;
  #turn: Promise<() => void> | null = null;
  #begun: Promise<ControlledTransaction<Tables>> | null = null;
  #held: Promise<Held> | null = null;

  constructor(options: OwnTransactionOptions) {
    this.#options = options;
  }

  db(): Promise<ControlledTransaction<Tables>> {
    this.#begun ??= this.#enter().then(() => this.#options.database.startTransaction().execute());
    return this.#begun;
  }

  hold(conversationId: string): Promise<Held> {
    this.#held ??= this.#hold(conversationId);
    return this.#held;
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
    await this.#slot?.then((leave) => leave());
  }

  #enter(): Promise<unknown> {
    this.#slot ??= this.#options.enterSlot();
    return this.#slot;
  }

  async #hold(conversationId: string): Promise<Held> {
    const { turnOf, now } = this.#options;
    await this.#enter();
    // The queue in here costs no connection and keeps the order; the lock is for the other processes.
    this.#turn = turnOf(conversationId);
    await this.#turn;
    const transaction = await this.db();
    await transaction
      .selectFrom('conversation')
      .select('id')
      .where('id', '=', conversationId)
      .forNoKeyUpdate()
      .execute();
    return {
      db: async () => transaction,
      read: (afterSeq) => readEvents(transaction, conversationId, afterSeq),
      append: async (key, event) => {
        const appended = await append(transaction, conversationId, key, event, now());
        if (appended.fresh) this.reached.set(conversationId, appended.seq);
        return appended;
      },
      enqueue: (rows, dueAt) => enqueue(transaction, conversationId, rows, dueAt),
    };
  }
}
