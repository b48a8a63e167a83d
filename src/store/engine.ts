import type { Kysely } from 'kysely';
import type { ConversationEvent, StoredEvent } from '../protocol/event.ts';
import type { NewOutboxRow } from './store.ts';
import type { Tables } from './tables.ts';

/** A conversation inside a transaction: from now to its end nobody else changes it. */
export interface Held {
  /** For everything else. Sees what was appended and enqueued before. */
  db(): Promise<Kysely<Tables>>;
  read(afterSeq: number): Promise<StoredEvent[]>;
  append(key: string, event: ConversationEvent): Promise<{ seq: number; fresh: boolean }>;
  enqueue(rows: readonly NewOutboxRow[], dueAt: number): Promise<void>;
}

/** One transaction, as the work in it sees it. */
export interface UnitOfWork {
  db(): Promise<Kysely<Tables>>;
  /** The only conversation that the work is about. */
  hold(conversationId: string): Promise<Held>;
}

export type Work<T> = (unit: UnitOfWork) => Promise<T>;

/** What is different between the databases that a store can stand on. */
export interface Engine {
  /** Sees what is committed and nothing else. */
  reader: Kysely<Tables>;
  /** What is committed of a conversation's events, in their order. */
  read(conversationId: string, afterSeq: number, limit?: number): Promise<StoredEvent[]>;
  /**
   * Runs work in a transaction: gives what it gave once that is committed. Rejects when it threw or nothing could be
   * committed. Of two that hold a conversation first of all, the one that was asked for first is the first to hold it.
   * Work that shared its transaction with others may be run a second time, alone.
   */
  run<T>(work: Work<T>): Promise<T>;
  /** Listeners hear of conversations with new events, whoever wrote them, in this process or in another. */
  subscribe(listener: (conversationId: string) => void): () => void;
  /** Waits for the work that was given to it; what comes later is refused. */
  close(): Promise<void>;
}
