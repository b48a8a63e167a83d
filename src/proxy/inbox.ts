import { isOpen, messagesOf } from '../conversation/status.ts';
import type { Conversation } from '../protocol/conversation.ts';
import type { Agent, ConversationEvent } from '../protocol/event.ts';
import type { Author, Message } from '../protocol/message.ts';
import type { OutboxRow, Store, Transaction } from '../store/store.ts';
import { classify, type Classified, type ZendeskMessage } from '../zendesk/message.ts';
import { readContent } from '../zendesk/read-content.ts';
import type { Change, Conversations } from './conversations.ts';
import { createArrivals } from './arrivals.ts';
import { handoffOver, missedThem } from './handoff.ts';
import { handoffIdOf, messageIdOf } from './rows.ts';

/** Where something from Zendesk belongs: our conversation, and the handoff that made the one at Zendesk. */
export type Place = { conversationId: string; handoffId: string };

/**
 * How a chat ended at Zendesk: messages that came there after `through` (its time) did not reach the agents. With the
 * newest messages of the conversation.
 */
export type End = { through: string; newest: readonly ZendeskMessage[] };

export interface Inbox {
  /**
   * Takes messages of a Zendesk conversation, from a webhook or a list, in whatever order and however often. `eventId`
   * is a webhook event's own id; one that was seen before changes nothing.
   */
  receive(place: Place, messages: readonly ZendeskMessage[], eventId?: string): Promise<void>;
  /** The agents no longer hold the conversation, or (null) it is gone: the AI agent answers again. */
  released(place: Place, end: End | null): Promise<void>;
  /** Zendesk has the message of this row since `received`, if that is known. */
  landed(row: OutboxRow, received: string | undefined): Promise<void>;
  /** This row was not sent, because its handoff was over. */
  dropped(row: OutboxRow): Promise<void>;
  /** The team has read what the customer wrote until then (ISO time). */
  readByAgent(place: Place, until: string): Promise<void>;
}

type InboxOptions = {
  store: Store;
  conversations: Conversations;
  now: () => number;
  /** One of our own messages came back: Zendesk's webhooks reach us. */
  onEcho(): void;
  /** A row of this conversation, of which it was not known, turned out to be at Zendesk. */
  onProven(conversationId: string): void;
  /** Zendesk has one of our messages twice. */
  onDuplicate(conversationId: string): void;
  /** An agent is there: the customer had waited so long. */
  onAnswered(waitedMs: number): void;
};

/** Both ways from Zendesk to the log, webhooks and polling, end here; either alone is enough. */
export function createInbox(options: InboxOptions): Inbox {
  const { store, conversations, now, onEcho, onProven, onDuplicate, onAnswered } = options;
  const at = () => new Date(now()).toISOString();
  const arrivals = createArrivals();

  return {
    async receive(place, messages, eventId) {
      const { conversationId } = place;
      let waitedMs: number | null = null;
      const echoes = await store.tx(async (tx) => {
        const found: Echo[] = [];
        if (eventId !== undefined && !(await tx.rememberDelivery(eventId, now()))) return found;
        for (const message of messages) {
          const outbox = await tx.outbox(conversationId);
          const what = classify(message, (other) => rowOf(outbox, other) !== undefined);
          const row = rowOf(outbox, message);
          if (row && isCopy(row, message)) found.push('copy');
          else found.push(...(await take(tx, place, message, what, row, (ms) => (waitedMs = ms))));
        }
        return found;
      });
      if (echoes.length > 0 && eventId !== undefined) onEcho();
      if (echoes.includes('news')) onProven(conversationId);
      if (echoes.includes('copy')) onDuplicate(conversationId);
      if (waitedMs !== null) onAnswered(waitedMs);
    },

    async released({ conversationId, handoffId }, end) {
      for (const { metadata, received } of end?.newest ?? []) {
        arrivals.note({ key: String(metadata['k']) }, received);
      }
      if (end) arrivals.close(handoffId, end.through);
      const isLate = (row: OutboxRow) => end !== null && arrivals.isLate(row, end.through);
      const by = end ? 'agent' : 'timeout';
      await conversations.change(conversationId, handoffOver(handoffId, at(), by, isLate));
    },

    async landed(row, received) {
      if (received !== undefined) arrivals.note(row, received);
      const { handoff } = await conversations.load(row.conversationId);
      if (isOpen(handoff) || !arrivals.missed(handoffIdOf(row), received)) return;
      await conversations.change(row.conversationId, missedThem(row));
    },

    async dropped(row) {
      await conversations.change(row.conversationId, missedThem(row));
    },

    async readByAgent({ conversationId }, until) {
      await conversations.change(conversationId, (conversation) => {
        const throughSeq = lastSeqOfCustomer(conversation, until);
        if (throughSeq <= conversation.read.agent) return {};
        const event: ConversationEvent = { type: 'read', by: 'agent', at: until, throughSeq };
        return { events: [{ key: `read:agent:${throughSeq}`, event }] };
      });
    },
  };

  /** Our own message came back: that settles what became of its row. */
  async function settle(
    tx: Transaction,
    row: OutboxRow,
    { id, received }: ZendeskMessage,
  ): Promise<Echo> {
    arrivals.note(row, received);
    const isNews = await tx.prove(row.conversationId, 'post-message', row.key, id);
    if (isNews && arrivals.missed(handoffIdOf(row), received)) {
      await conversations.changeIn(tx, row.conversationId, missedThem(row));
    }
    return isNews ? 'news' : 'known';
  }

  async function take(
    tx: Transaction,
    place: Place,
    message: ZendeskMessage,
    what: Classified,
    row: OutboxRow | undefined,
    answered: (waitedMs: number) => void,
  ): Promise<Echo[]> {
    const { conversationId } = place;
    const echoes = row ? [await settle(tx, row, message)] : [];
    switch (what.kind) {
      case 'ours':
        return echoes;
      case 'removed': {
        // What the customer or the AI agent wrote has another name at Zendesk.
        const id = messageIdOf(row) ?? message.id;
        await conversations.changeIn(tx, conversationId, (conversation) =>
          removal(conversation, id),
        );
        await tx.scrubMessage(conversationId, id);
        return echoes;
      }
      case 'activity':
      case 'agent':
      case 'automatic':
      case 'customer-elsewhere':
        await conversations.changeIn(tx, conversationId, (conversation) => {
          const { handoff } = conversation;
          const change = arrival(conversation, place, message, what, at());
          const isFirst = change.events?.some(({ event }) => event.type === 'handoff-changed');
          if (isFirst && 'at' in handoff) answered(now() - Date.parse(handoff.at));
          return change;
        });
        return echoes;
    }
  }
}

/** One of our own messages came back: it settled what became of its row, was known to be there, or stands there twice. */
type Echo = 'news' | 'known' | 'copy';

/** The row's message is known under another id: this is the same one once more. */
function isCopy({ result }: OutboxRow, { id }: ZendeskMessage): boolean {
  return result !== null && result !== id;
}

/** The row that posted this message, if it is one of ours: by what we stamped on it, or by the id that Zendesk gave. */
export function rowOf(
  outbox: readonly OutboxRow[],
  message: ZendeskMessage,
): OutboxRow | undefined {
  return outbox.find(
    ({ kind, key, result }) =>
      kind === 'post-message' && (key === message.metadata['k'] || result === message.id),
  );
}

/**
 * Written down even if the message is not known: the news of its deletion may be faster than the message. A summary that
 * was made of it goes with it.
 */
function removal({ removed, entries, shared }: Conversation, id: string): Change {
  if (removed.includes(id)) return {};
  const events: NonNullable<Change['events']> = [
    { key: `removed:${id}`, event: { type: 'message-removed', id } },
  ];
  const said = entries.find((entry) => entry.kind === 'message' && entry.message.id === id);
  if (shared && said && said.seq <= shared.throughSeq) {
    const key = `shared:${shared.handoffId}:without:${id}`;
    events.push({ key, event: { type: 'handoff-shared', ...shared, summary: null } });
  }
  return { events };
}

/** What adds a message to the log. */
type Said = Exclude<Classified, { kind: 'ours' | 'removed' }>;

/** What a message from Zendesk means. The first one of a person makes the handoff live. */
function arrival(
  conversation: Conversation,
  { handoffId }: Place,
  received: ZendeskMessage,
  what: Said,
  at: string,
): Change {
  const { handoff } = conversation;
  const known = messagesOf(conversation).some(({ id }) => id === received.id);
  if (known || conversation.removed.includes(received.id)) return {};

  const events: Change['events'] = [];
  if (what.kind === 'agent' && isOpen(handoff) && handoff.id === handoffId) {
    const agent: Agent = {
      name: what.name ?? '',
      ...(what.avatarUrl !== undefined && { avatarUrl: what.avatarUrl }),
    };
    if (handoff.state !== 'live') {
      events.push({
        key: `live:${handoffId}`,
        event: { type: 'handoff-changed', handoff: { state: 'live', id: handoffId, at } },
      });
    }
    if (conversation.agent?.name !== agent.name) {
      events.push({
        key: `agent:${received.id}`,
        event: { type: 'participant-changed', at, agent },
      });
    }
  }
  const message: Message = {
    id: received.id,
    zendeskId: received.id,
    author: authorOf(what),
    at: received.received,
    ...readContent(received),
  };
  events.push({ key: `zendesk:${received.id}`, event: { type: 'message-added', message } });
  return { events };
}

function authorOf(what: Said): Author {
  switch (what.kind) {
    case 'customer-elsewhere':
      return { kind: 'customer' };
    case 'activity':
      return { kind: 'automatic', name: '' };
    case 'automatic':
      return { kind: 'automatic', name: what.name ?? '' };
    case 'agent':
      return {
        kind: 'agent',
        name: what.name ?? '',
        ...(what.avatarUrl !== undefined && { avatarUrl: what.avatarUrl }),
      };
  }
}

function lastSeqOfCustomer({ entries }: Conversation, until: string): number {
  return entries.reduce(
    (last, entry) =>
      entry.kind === 'message' &&
      entry.message.author.kind === 'customer' &&
      entry.message.at <= until
        ? Math.max(last, entry.seq)
        : last,
    0,
  );
}
