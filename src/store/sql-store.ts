import { sql } from 'kysely';
import { readArticles, replaceArticles } from './articles.ts';
import { conversationByToken, createConversation, openHandoffs } from './conversations.ts';
import { rememberDelivery, sweepDeliveries } from './deliveries.ts';
import type { Engine, Held, UnitOfWork } from './engine.ts';
import { scrubMessage } from './events.ts';
import { fileBytes, findFile, keepFile, sweepFiles } from './files.ts';
import { bury, claim, leaseOwners, mark, release } from './leases.ts';
import {
  cancelPending,
  conversationByRow,
  nextDueAt,
  prove,
  readOutbox,
  unfinished,
} from './outbox.ts';
import { saveSetting, setting, settingOnce } from './saved-settings.ts';
import type { Store, Transaction } from './store.ts';

/** The store over an engine whose tables are up to date. */
export function sqlStore(engine: Engine, now: () => number): Store {
  const { reader } = engine;

  return {
    tx: (fn) => engine.run((unit) => fn(transaction(unit))),
    read: (conversationId, afterSeq, limit) => engine.read(conversationId, afterSeq, limit),
    subscribe: (listener) => engine.subscribe(listener),

    conversationByToken: (tokenHash) => conversationByToken(reader, tokenHash),
    conversationByRow: (kind, by) => conversationByRow(reader, kind, by),
    outbox: (conversationId) => readOutbox(reader, conversationId),
    openHandoffs: () => openHandoffs(reader),

    claim: (limit, owner, ttlMs, at, lane) =>
      engine.run(async (unit) => claim(await unit.db(), limit, owner, ttlMs, at, lane)),
    mark: (row, epoch, patch) =>
      engine.run(async (unit) => {
        const held = await unit.hold(row.conversationId);
        return mark(await held.db(), row, epoch, patch);
      }),
    release: (conversationId, owner) =>
      engine.run(async (unit) => release(await unit.db(), conversationId, owner)),
    leaseOwners: (at) => leaseOwners(reader, at),
    bury: (owner, at) => engine.run(async (unit) => bury(await unit.db(), owner, at)),
    unfinished: () => unfinished(reader),
    nextDueAt: (lane) => nextDueAt(reader, lane),

    keepFile: (file, body) => keepFile(engine, file, body),
    file: (conversationId, id) => findFile(reader, conversationId, id),
    fileBytes: (id) => fileBytes(reader, id),
    sweepFiles: (before) => engine.run(async (unit) => sweepFiles(await unit.db(), before)),

    setting: (name) => setting(reader, name),
    settingOnce: (name, value) =>
      engine.run(async (unit) => settingOnce(await unit.db(), name, value)),
    saveSetting: (name, value) =>
      engine.run(async (unit) => saveSetting(await unit.db(), name, value)),

    articles: () => readArticles(reader),
    replaceArticles: (articles) =>
      engine.run(async (unit) => replaceArticles(await unit.db(), articles)),

    sweepDeliveries: (before) =>
      engine.run(async (unit) => sweepDeliveries(await unit.db(), before)),
    async ping() {
      // Only a write shows that the disk is neither full nor read-only.
      await engine.run(async (unit) =>
        saveSetting(await unit.db(), 'store.pinged-at', String(now())),
      );
      await sql`select 1`.execute(reader);
    },
    close: () => engine.close(),
  };
}

function transaction(unit: UnitOfWork): Transaction {
  let about: string | null = null;
  async function hold(conversationId: string): Promise<Held> {
    about ??= conversationId;
    // Two that each held what the other wants would wait for ever.
    if (about !== conversationId) throw new Error('A transaction is about one conversation.');
    return unit.hold(conversationId);
  }
  const dbOf = async (conversationId: string) => (await hold(conversationId)).db();

  return {
    createConversation: async (conversation) => createConversation(await unit.db(), conversation),
    read: async (id, afterSeq) => (await hold(id)).read(afterSeq),
    append: async (id, key, event) => (await hold(id)).append(key, event),
    enqueue: async (id, rows, dueAt) => (await hold(id)).enqueue(rows, dueAt),
    outbox: async (id) => readOutbox(await dbOf(id), id),
    cancelPending: async (id, except) => cancelPending(await dbOf(id), id, except),
    prove: async (id, kind, key, result) => prove(await dbOf(id), id, kind, key, result),
    rememberDelivery: async (eventId, at) => rememberDelivery(await unit.db(), eventId, at),
    scrubMessage: async (id, messageId) => scrubMessage(await dbOf(id), id, messageId),
  };
}
