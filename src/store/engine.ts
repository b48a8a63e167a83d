import type { Kysely } from 'kysely';
import type { Tables } from './tables.ts';

/** One transaction, as the work in it sees it. */
export interface UnitOfWork {
  db(): Promise<Kysely<Tables>>;
  /** The same, but from now to its end nobody else changes this conversation, which is the only one it holds. */
  hold(conversationId: string): Promise<Kysely<Tables>>;
  /** Once it is committed, listeners hear that the conversation has come to this seq. */
  reached(conversationId: string, seq: number): void;
}

export type Work<T> = (unit: UnitOfWork) => Promise<T>;

/** What is different between the databases that a store can stand on. */
export interface Engine {
  /** Sees what is committed and nothing else. */
  reader: Kysely<Tables>;
  /**
   * Runs work in a transaction: gives what it gave once that is committed. Rejects when it threw or nothing could be
   * committed. Of two that were asked for one after the other, the first is the first to hold a conversation.
   */
  run<T>(work: Work<T>): Promise<T>;
  /** Listeners hear of conversations with new events, whoever wrote them, in this process or in another. */
  subscribe(listener: (conversationId: string) => void): () => void;
  /** Waits for the work that was given to it; what comes later is refused. */
  close(): Promise<void>;
}
