import type { Turn } from '../conversation/transcript.ts';
import type { Contact, EmailContact } from '../protocol/contact.ts';
import type { NewOutboxRow, OutboxKind, OutboxRow } from '../store/store.ts';

/**
 * What a `post-message` row carries. The summary of the messages up to `summaryOf` is made when it is sent; all else is
 * frozen when the row is written.
 */
export type PostBody =
  | ({ summaryOf: number } & SharedBy)
  | (Pick<Turn, 'author' | 'text' | 'file'> & Partial<Heard>);

/** What the customer gave of themselves; `isOwnSummary`: the summary is in their words. */
export type SharedBy = { contact?: Contact; isOwnSummary?: boolean };

/** What a `create-ticket` row carries: a ticket of the messages up to `throughSeq`, asked for at `at`. */
export type TicketBody = { at: string; throughSeq: number } & SharedBy;

/**
 * What an `add-note` row carries. `storyThrough`: the subject and the whole story of the messages up to there, for a ticket
 * that Zendesk has made of a chat.
 */
export type NoteBody =
  | ({ at: string; storyThrough: number } & SharedBy)
  | { at: string; text: string; requester?: EmailContact };

/** What Zendesk hears along with an answer that was pressed. */
export type Heard = { payload: string; metadata: Record<string, string | number | boolean> };

/** What is done after the end of a handoff, however long it takes. */
export const AFTERWARDS: readonly OutboxKind[] = [
  'release-control',
  'look-back',
  'create-ticket',
  'add-note',
];

/** A row that is no message. */
export function step(kind: OutboxKind, key: string): NewOutboxRow {
  return { kind, key, body: '{}' };
}

/**
 * A message as a row. The key is also what is stamped on the message at Zendesk, so that it can be found there again. A
 * handoff that had to go on in another conversation (`round` 2, 3, …) posts the same message under another key.
 */
export function post(handoffId: string, rest: string, body: PostBody, round = 1): NewOutboxRow {
  const key = round === 1 ? `${handoffId}:${rest}` : `${handoffId}:${round}:${rest}`;
  return { kind: 'post-message', key, body: JSON.stringify(body) };
}

/** A note on the ticket of a handoff; `rest` tells it from the others. */
export function note(handoffId: string, rest: string, body: NoteBody): NewOutboxRow {
  return { kind: 'add-note', key: `${handoffId}:${rest}`, body: JSON.stringify(body) };
}

/** Every key begins with the id of its handoff. */
export function handoffIdOf({ key }: Pick<OutboxRow, 'key'>): string {
  return key.slice(0, 36);
}

/** What a key says of its message, without the handoff and the round. */
export function restOf({ key }: Pick<OutboxRow, 'key'>): string {
  return key.slice(37).replace(/^\d+:/, '');
}

/** What is posted without being a message of the chat. */
const LINES = ['summary', 'earlier', 'wordless', 'continued', 'farewell'] as const;
export type Line = (typeof LINES)[number];

/** Whether a row posts this line. */
export function isLine(row: Pick<OutboxRow, 'key'>, line: Line): boolean {
  return restOf(row).split('/')[0] === line;
}

/** The id of the message that a row brings to Zendesk, whole or in part. */
export function messageIdOf(row: Pick<OutboxRow, 'kind' | 'key'> | undefined): string | undefined {
  if (row?.kind !== 'post-message' || LINES.some((line) => isLine(row, line))) return undefined;
  return restOf(row).split('/')[0];
}

/** Tells the rows of one kind that belong to a handoff. */
export function isRow(
  kind: OutboxKind,
  handoffId: string,
): (row: Pick<OutboxRow, 'kind' | 'key'>) => boolean {
  return (row) => row.kind === kind && handoffIdOf(row) === handoffId;
}

/** Where a handoff stands at Zendesk. */
export type PlaceAtZendesk = {
  /** Its conversation. */
  remoteId: string;
  /** The row that passed control of it to the agents. */
  passed: OutboxRow | null;
  /** It had begun in another conversation. */
  isContinued: boolean;
};

export function placeAtZendesk(
  outbox: readonly OutboxRow[],
  handoffId: string,
): PlaceAtZendesk | null {
  const made = outbox.findLast(
    (row) => isRow('ensure-conversation', handoffId)(row) && row.result !== null,
  );
  if (!made || made.result === null) return null;
  const passed = outbox.find(
    (row) => isRow('pass-control', handoffId)(row) && row.position > made.position && row.result,
  );
  return { remoteId: made.result, passed: passed ?? null, isContinued: made.key !== handoffId };
}
