import type { ConversationEvent, StoredEvent } from '../protocol/event.ts';
import type { FileType } from '../protocol/message-content.ts';

/** What a row of the outbox asks of Zendesk's Conversations API. */
export type ChatKind =
  | 'ensure-user'
  | 'ensure-conversation'
  | 'take-control'
  | 'upload-file'
  | 'post-message'
  | 'pass-control'
  | 'offer-control'
  | 'release-control'
  | 'look-back'
  | 'mark-read';

/** What a row asks of Zendesk's Support API. */
export type SupportKind = 'create-ticket' | 'add-note';

export type OutboxKind = ChatKind | SupportKind;

/**
 * Which of the two APIs a row is for. The lanes of a conversation do not wait for each other: a ticket can be made while
 * the chat cannot be reached.
 */
export type Lane = 'chat' | 'support';

export const SUPPORT_KINDS: readonly OutboxKind[] = [
  'create-ticket',
  'add-note',
] satisfies SupportKind[];

export function laneOf(kind: OutboxKind): Lane {
  return SUPPORT_KINDS.includes(kind) ? 'support' : 'chat';
}

/**
 * `pending` → `inflight` (the intent is committed, the request may have left) → `sent`, or `unknown` when nobody can say
 * whether it had an effect. `failed` and `cancelled` are passed over.
 */
export type OutboxState = 'pending' | 'inflight' | 'unknown' | 'sent' | 'failed' | 'cancelled';

export type OutboxRow = {
  conversationId: string;
  /** Rows of a conversation and lane are sent strictly in this order, one at a time. */
  position: number;
  kind: OutboxKind;
  /** Unique per conversation and kind. */
  key: string;
  /** JSON of what to send; `{}` once the row has come to its end. */
  body: string;
  state: OutboxState;
  attempts: number;
  /** When the last request may have left, ms since 1970. */
  attemptAt: number | null;
  /** Not before, ms since 1970. */
  dueAt: number;
  /** The id that Zendesk gave. */
  result: string | null;
};

export type NewOutboxRow = Pick<OutboxRow, 'kind' | 'key' | 'body'>;

/** A row whose conversation is leased to the caller until `until`. `epoch` proves it. */
export type ClaimedRow = { row: OutboxRow; epoch: number; until: number };

export type OutboxPatch = Partial<
  Pick<OutboxRow, 'state' | 'attempts' | 'attemptAt' | 'dueAt' | 'result' | 'body'>
>;

/** What can be done inside one transaction, with one conversation. What it reads stays true until it commits. */
export interface Transaction {
  createConversation(conversation: {
    id: string;
    tokenHash: string;
    createdAt: number;
  }): Promise<void>;
  read(conversationId: string, afterSeq: number): Promise<StoredEvent[]>;
  /** Gives the event the next seq. A repeat with the same key changes nothing and gets the seq of the first (`fresh: false`). */
  append(
    conversationId: string,
    key: string,
    event: ConversationEvent,
  ): Promise<{ seq: number; fresh: boolean }>;
  /** Adds rows at the end of the conversation's outbox. Rows whose kind and key are there already are left as they are. */
  enqueue(conversationId: string, rows: readonly NewOutboxRow[], dueAt: number): Promise<void>;
  outbox(conversationId: string): Promise<OutboxRow[]>;
  /** Cancels every pending row, some kinds excepted; one that is in flight or unknown runs to its end. */
  cancelPending(conversationId: string, except?: readonly OutboxKind[]): Promise<void>;
  /** Marks an unfinished row that was tried as sent: its effect was seen at Zendesk, however late. */
  prove(conversationId: string, kind: OutboxKind, key: string, result: string): Promise<boolean>;
  /** Remembers a webhook event; false if it was seen before. */
  rememberDelivery(eventId: string, at: number): Promise<boolean>;
  /**
   * Empties the stored body of a message that was deleted, and every summary that was made of it: the only events that are
   * ever edited. The bytes of its files are deleted.
   */
  scrubMessage(conversationId: string, messageId: string): Promise<void>;
}

export type StoredArticle = {
  id: string;
  locale: string;
  title: string;
  url: string;
  text: string;
};

/** A file that a customer sent, all of it. `size` is in bytes. */
export type StoredFile = { id: string; type: FileType; size: number };

/** Where conversations live. Everything that resolved is on the disk. Throws `StoreUnavailable` when it cannot work. */
export interface Store {
  /**
   * Runs `fn` and commits; when it throws, nothing of it has happened. Do no I/O in it but the transaction's own: calls
   * made at the same time share one commit. For the same reason it may be called a second time, when the commit that it
   * shared could not be made.
   */
  tx<T>(fn: (tx: Transaction) => Promise<T>): Promise<T>;
  read(conversationId: string, afterSeq: number, limit?: number): Promise<StoredEvent[]>;
  /** Called after each commit with the conversations that got events. May repeat; never the only way to learn of them. */
  subscribe(listener: (conversationId: string) => void): () => void;

  conversationByToken(tokenHash: string): Promise<string | null>;
  /** The conversation that has such a row in its outbox, by key or by the id Zendesk gave. */
  conversationByRow(
    kind: OutboxKind,
    by: { key: string } | { result: string },
  ): Promise<string | null>;
  outbox(conversationId: string): Promise<OutboxRow[]>;
  /** Conversations whose handoff is requested, waiting or live. */
  openHandoffs(): Promise<string[]>;

  /**
   * Leases up to `limit` conversations that have something due in a lane at `now` and nobody else's fresh lease, those with
   * an agent first, and gives the first unfinished row of each. A lease is for both lanes. With a new owner, rows left in
   * flight by the old one become `unknown`.
   */
  claim(
    limit: number,
    owner: string,
    ttlMs: number,
    now: number,
    lane: Lane,
  ): Promise<ClaimedRow[]>;
  /**
   * Changes a row under a lease; false, and no change, when somebody else has taken the lease since, or when the row has
   * come to its end meanwhile (cancelled by the customer, proven by its echo). So only `true` allows a request to leave.
   */
  mark(
    row: Pick<OutboxRow, 'conversationId' | 'position'>,
    epoch: number,
    patch: OutboxPatch,
  ): Promise<boolean>;
  /** Gives the lease back at once, so that nobody has to wait for its end. */
  release(conversationId: string, owner: string): Promise<void>;
  /** How many rows are `pending`, `inflight` and `unknown`. */
  unfinished(): Promise<Map<OutboxState, number>>;
  /** Who holds a lease that is fresh at `now`. */
  leaseOwners(now: number): Promise<string[]>;
  /** Ends the leases of an owner that is known to be dead; what it left in flight is `unknown` then, and due at `now`. */
  bury(owner: string, now: number): Promise<void>;
  /** When the next unfinished first row of a conversation is due in a lane, ms since 1970; null when there is none. */
  nextDueAt(lane: Lane): Promise<number | null>;

  /**
   * Keeps a file piece by piece as it comes. When it cannot be read or kept to its end, nothing of it stays, and this
   * rejects.
   */
  keepFile(
    file: { id: string; conversationId: string; type: FileType; at: number },
    body: AsyncIterable<Uint8Array>,
  ): Promise<StoredFile>;
  /** A file of this conversation that is there to its end. */
  file(conversationId: string, id: string): Promise<StoredFile | null>;
  /** The bytes of such a file, in pieces; ends early when it is deleted meanwhile. */
  fileBytes(id: string): AsyncIterable<Uint8Array>;
  /** Deletes files kept before `before`, but those of conversations that a person was asked for or is in. */
  sweepFiles(before: number): Promise<void>;

  setting(name: string): Promise<string | null>;
  /** Keeps the first value that was saved under this name, and returns it: what several processes make at once is one. */
  settingOnce(name: string, value: string): Promise<string>;
  saveSetting(name: string, value: string): Promise<void>;

  articles(): Promise<StoredArticle[]>;
  replaceArticles(articles: readonly StoredArticle[]): Promise<void>;

  /** Forgets webhook events seen before `before`. */
  sweepDeliveries(before: number): Promise<void>;
  /** Resolves when the store answers, throws when it does not. */
  ping(): Promise<void>;
  close(): Promise<void>;
}

/** The store cannot take or give anything now: full, read-only, locked or gone. */
export class StoreUnavailable extends Error {
  override readonly name = 'StoreUnavailable';
}
