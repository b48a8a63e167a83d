import type { Kysely } from 'kysely';
import { deferred } from './deferred.ts';
import type { Held, UnitOfWork } from './engine.ts';
import { DoAgain, type SharedTransaction } from './shared-transaction.ts';
import type { Tables } from './tables.ts';

/**
 * The place of one work in a shared transaction, which it waits for when it first asks for something: for a conversation,
 * or (null) for anything else.
 */
export class Seat implements UnitOfWork {
  conversationId: string | null = null;
  readonly #ask: (seat: Seat) => void;
  readonly #given = deferred<SharedTransaction>();
  readonly #left = deferred<void>();
  readonly #settled = deferred<void>();
  #hasAsked = false;
  #held: Held | null = null;
  #undo = () => {};

  constructor(ask: (seat: Seat) => void) {
    this.#ask = ask;
    // Whoever waits for these hears of a rejection; nobody may be waiting yet.
    this.#given.promise.catch(() => {});
    this.#settled.promise.catch(() => {});
  }

  async db(): Promise<Kysely<Tables>> {
    const shared = await this.#shared(null);
    if (this.#held) return this.#held.db();
    this.#undo = () => shared.spoil();
    return shared.db;
  }

  async hold(conversationId: string): Promise<Held> {
    const shared = await this.#shared(conversationId);
    if (this.#held) return this.#held;
    if (!shared.held(conversationId)) await shared.take([conversationId]);
    const held = shared.held(conversationId);
    // It is held by another process, or not there at all.
    if (!held) throw new DoAgain();
    const undo = held.mark();
    const undoBefore = this.#undo;
    this.#undo = () => {
      undoBefore();
      undo();
    };
    this.#held = held;
    return held;
  }

  /**
   * The work is done, and what it did is kept or not. Resolves when the transaction is committed. Rejects with `DoAgain`,
   * or with why nothing could be committed.
   */
  async leave(end: 'kept' | 'undone'): Promise<void> {
    if (!this.#hasAsked) return;
    if (end === 'undone') this.#undo();
    this.#left.resolve();
    await this.#settled.promise;
  }

  /** It is this one's turn in the transaction. Resolves when its work is done. */
  async give(shared: SharedTransaction): Promise<void> {
    this.#given.resolve(shared);
    await this.#left.promise;
  }

  settle(): void {
    this.#settled.resolve();
  }

  refuse(reason: unknown): void {
    this.#given.reject(reason);
    this.#settled.reject(reason);
  }

  #shared(conversationId: string | null): Promise<SharedTransaction> {
    if (!this.#hasAsked) {
      this.#hasAsked = true;
      this.conversationId = conversationId;
      this.#ask(this);
    }
    return this.#given.promise;
  }
}
