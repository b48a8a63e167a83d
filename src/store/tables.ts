import type { ColumnType, Generated } from 'kysely';
import type { HandoffState } from '../protocol/handoff.ts';
import type { FileType } from '../protocol/message-content.ts';
import type { OutboxKind, OutboxState } from './store.ts';

/** Times are ms since 1970. */
type ConversationTable = {
  id: string;
  token_hash: string;
  handoff: HandoffState;
  /** When its first unfinished outbox row of the chat's lane is due; null when there is none. See `updateDueAt`. */
  due_at: number | null;
  /** The same of the other lane. */
  support_due_at: number | null;
  lease_owner: string | null;
  /** 0 when there is no lease. */
  lease_until: Generated<number>;
  /** Raised each time the lease changes hands. */
  lease_epoch: Generated<number>;
  created_at: number;
};

type EventTable = {
  conversation_id: string;
  seq: number;
  key: string;
  body: string;
  /** 0 in those that are older than this column. */
  written_at: Generated<number>;
};

type OutboxTable = {
  conversation_id: string;
  position: number;
  kind: OutboxKind;
  key: string;
  body: string;
  state: OutboxState;
  attempts: Generated<number>;
  attempt_at: number | null;
  due_at: number;
  result: string | null;
};

type FileTable = {
  id: string;
  conversation_id: string;
  type: FileType;
  /** In bytes; null until all of them are there. */
  size: number | null;
  created_at: number;
};

/** Read as each driver gives them. */
type Bytes = ColumnType<Uint8Array | ArrayBuffer, Uint8Array>;

type FilePieceTable = { file_id: string; number: number; bytes: Bytes };

type DeliveryTable = { event_id: string; seen_at: number };

type SettingTable = { name: string; value: string };

type ArticleTable = { id: string; locale: string; body: string };

type MigrationTable = { version: number; name: string; applied_at: number };

/**
 * What stands in the database: text and integers, and the bytes of files, so that SQLite and PostgreSQL hold the same. JSON
 * is text.
 */
export type Tables = {
  conversation: ConversationTable;
  event: EventTable;
  outbox: OutboxTable;
  file: FileTable;
  file_piece: FilePieceTable;
  delivery: DeliveryTable;
  setting: SettingTable;
  article: ArticleTable;
  migration: MigrationTable;
};
