import { apply } from '../conversation/apply.ts';
import { newConversation } from '../conversation/new-conversation.ts';
import type { Conversation } from '../protocol/conversation.ts';
import type { ConversationEvent } from '../protocol/event.ts';
import type { NewOutboxRow, OutboxRow, Store, Transaction } from '../store/store.ts';
import type { Clock } from './clock.ts';
import { AFTERWARDS } from './rows.ts';

/** What a decision wants written: all of it, or nothing. */
export type Change = {
  /** `key` makes a repeat harmless. */
  events?: { key: string; event: ConversationEvent }[];
  rows?: NewOutboxRow[];
  /** What has not left is not sent any more, but for what belongs to the end of an earlier handoff. */
  cancelPending?: boolean;
};

/** Decides on what is true at the moment of writing. Throws to refuse. */
export type Decision = ((conversation: Conversation) => Change) | OutboxDecision;

/** One of the few that need the outbox, which a long talk fills: it is read for them alone. */
export type OutboxDecision = {
  withOutbox(conversation: Conversation, outbox: OutboxRow[]): Change;
};

export interface Conversations {
  load(id: string): Promise<Conversation>;
  change(id: string, decide: Decision): Promise<Conversation>;
  /** The same inside a transaction that does more. */
  changeIn(tx: Transaction, id: string, decide: Decision): Promise<Conversation>;
}

/** How many folded conversations are kept in memory; the log is the truth, this only saves folding it again. */
const KEPT = 1000;

/** Conversations as values: folded from the log, changed by decisions. `onRows` is called when something is to be sent. */
export function createConversations(
  store: Store,
  clock: Pick<Clock, 'now'>,
  onRows: () => void,
): Conversations {
  const kept = new Map<string, Conversation>();

  function keep(conversation: Conversation): Conversation {
    kept.delete(conversation.id);
    kept.set(conversation.id, conversation);
    const [oldest] = kept.keys();
    if (kept.size > KEPT && oldest !== undefined) kept.delete(oldest);
    return conversation;
  }

  async function current(id: string, reader: Pick<Store, 'read'> | Transaction) {
    const known = kept.get(id) ?? newConversation(id);
    const events = await reader.read(id, known.seq);
    return events.reduce(apply, known);
  }

  async function write(tx: Transaction, id: string, decide: Decision) {
    let conversation = await current(id, tx);
    const change =
      typeof decide === 'function'
        ? decide(conversation)
        : decide.withOutbox(conversation, await tx.outbox(id));
    if (change.cancelPending) await tx.cancelPending(id, AFTERWARDS);
    for (const { key, event } of change.events ?? []) {
      const { seq } = await tx.append(id, key, event);
      conversation = apply(conversation, { seq, event });
    }
    const rows = change.rows ?? [];
    if (rows.length > 0) await tx.enqueue(id, rows, clock.now());
    return { conversation, hasRows: rows.length > 0 };
  }

  return {
    async changeIn(tx, id, decide) {
      return (await write(tx, id, decide)).conversation;
    },
    async load(id) {
      return keep(await current(id, store));
    },
    async change(id, decide) {
      const { conversation, hasRows } = await store.tx((tx) => write(tx, id, decide));
      if (hasRows) onRows();
      return keep(conversation);
    },
  };
}
