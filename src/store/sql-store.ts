import { sql, type Kysely } from 'kysely';
import { readArticles, replaceArticles } from './articles.ts';
import { conversationByToken, createConversation, openHandoffs } from './conversations.ts';
import { rememberDelivery, sweepDeliveries } from './deliveries.ts';
import { doorbell } from './doorbell.ts';
import { append, readEvents, scrubMessage } from './events.ts';
import { groupCommit } from './group-commit.ts';
import { claim, mark, release } from './leases.ts';
import {
  cancelPending,
  conversationByRow,
  enqueue,
  nextDueAt,
  prove,
  readOutbox,
} from './outbox.ts';
import { saveSetting, setting, settingOnce } from './saved-settings.ts';
import type { Store, Transaction } from './store.ts';
import type { Tables } from './tables.ts';

/** A database of which only one transaction at a time can write. The reader sees what is committed and nothing else. */
export type Database = {
  writer: Kysely<Tables>;
  reader: Kysely<Tables>;
  close(): Promise<void>;
};

/** The store over a database whose tables are up to date. */
export function sqlStore(database: Database, now: () => number): Store {
  const { writer, reader } = database;
  const bell = doorbell();
  const commits = groupCommit(writer, (conversationIds) => bell.ring(conversationIds));

  return {
    tx: (fn) => commits.run((db, changed) => fn(transaction(db, changed, now))),
    read: (conversationId, afterSeq, limit) => readEvents(reader, conversationId, afterSeq, limit),
    subscribe: (listener) => bell.subscribe(listener),

    conversationByToken: (tokenHash) => conversationByToken(reader, tokenHash),
    conversationByRow: (kind, by) => conversationByRow(reader, kind, by),
    outbox: (conversationId) => readOutbox(reader, conversationId),
    openHandoffs: () => openHandoffs(reader),

    claim: (limit, owner, ttlMs, at) => commits.run((db) => claim(db, limit, owner, ttlMs, at)),
    mark: (row, epoch, patch) => commits.run((db) => mark(db, row, epoch, patch)),
    release: (conversationId, owner) => commits.run((db) => release(db, conversationId, owner)),
    nextDueAt: () => nextDueAt(reader),

    setting: (name) => setting(reader, name),
    settingOnce: (name, value) => commits.run((db) => settingOnce(db, name, value)),
    saveSetting: (name, value) => commits.run((db) => saveSetting(db, name, value)),

    articles: () => readArticles(reader),
    replaceArticles: (articles) => commits.run((db) => replaceArticles(db, articles)),

    sweepDeliveries: (before) => commits.run((db) => sweepDeliveries(db, before)),
    async ping() {
      await sql`select 1`.execute(reader);
      // Only a write shows that the disk is neither full nor read-only.
      await commits.run((db) => saveSetting(db, 'store.pinged-at', String(now())));
    },
    async close() {
      await commits.close();
      await database.close();
    },
  };
}

function transaction(db: Kysely<Tables>, changed: Set<string>, now: () => number): Transaction {
  return {
    createConversation: (conversation) => createConversation(db, conversation),
    read: (conversationId, afterSeq) => readEvents(db, conversationId, afterSeq),
    async append(conversationId, key, event) {
      const appended = await append(db, conversationId, key, event, now());
      if (appended.fresh) changed.add(conversationId);
      return appended;
    },
    enqueue: (conversationId, rows, dueAt) => enqueue(db, conversationId, rows, dueAt),
    outbox: (conversationId) => readOutbox(db, conversationId),
    cancelPending: (conversationId) => cancelPending(db, conversationId),
    prove: (conversationId, kind, key, result) => prove(db, conversationId, kind, key, result),
    rememberDelivery: (eventId, at) => rememberDelivery(db, eventId, at),
    scrubMessage: (conversationId, messageId) => scrubMessage(db, conversationId, messageId),
  };
}
