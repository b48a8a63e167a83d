import { pressedButton } from '../conversation/responses.ts';
import { isOpen, messagesOf } from '../conversation/status.ts';
import { transcript, turnsOf, type Turn } from '../conversation/transcript.ts';
import type { Contact } from '../protocol/contact.ts';
import type { Conversation } from '../protocol/conversation.ts';
import type { Message } from '../protocol/message.ts';
import type { NewOutboxRow, OutboxKind, OutboxRow, OutboxState } from '../store/store.ts';
import type { Change, Decision, OutboxDecision } from './conversations.ts';
import { posts, uploadKey } from './file-rows.ts';
import {
  AFTERWARDS,
  handoffIdOf,
  isLine,
  isRow,
  messageIdOf,
  post,
  step,
  type Heard,
} from './rows.ts';

const CANCELLED = 'The customer cancelled the request.';
const ENDED = 'The customer ended the chat.';

/**
 * Asks for a person: one event and the whole way to Zendesk as outbox rows, in the order Zendesk needs. Control is taken
 * before the first message, or Zendesk's own bot would answer; the ticket is made when control passes to the agents;
 * ours stays offered, or their replies would not reach us. While a handoff is open it changes nothing.
 *
 * `cut` ends the answer that is still running, and is called only if the handoff begins: what had been shown is kept.
 * A request that comes again after its handoff is over begins nothing.
 */
export function requestHandoff(request: {
  id: string;
  at: string;
  assistant: string;
  /** How the customer says they can be reached. */
  contact?: Contact | undefined;
  /** The summary in the customer's own words. */
  summary?: string | undefined;
  cut: () => Message | null;
}): OutboxDecision {
  const { id, at, assistant, contact, summary } = request;
  // A decision may be asked for twice, and an answer is cut once.
  let shown: Message | null = null;
  return {
    withOutbox(conversation, outbox) {
      const isRepeat = outbox.some(({ kind, key }) => kind === 'ensure-user' && key === id);
      if (isOpen(conversation.handoff) || isRepeat) return {};
      const cut = (shown ??= request.cut());
      const said = messagesOf(conversation);
      const answered = cut && !said.some(({ replyTo }) => replyTo === cut.replyTo);
      const messages = answered ? [...said, cut] : said;
      const events = [
        ...(answered ? [answerAdded(cut)] : []),
        {
          key: `requested:${id}`,
          event: {
            type: 'handoff-changed' as const,
            handoff: { state: 'requested' as const, id, at, ...(contact && { contact }) },
          },
        },
      ];
      const throughSeq = conversation.seq + events.length;
      const isOwnSummary = summary !== undefined;
      return {
        events: isOwnSummary ? [...events, summaryGiven(id, summary, throughSeq)] : events,
        rows: [
          step('ensure-user', id),
          step('ensure-conversation', id),
          step('take-control', id),
          post(id, 'summary', {
            summaryOf: throughSeq,
            ...(contact && { contact }),
            ...(isOwnSummary && { isOwnSummary }),
          }),
          ...transcript(messages, assistant).flatMap((turn) => postTurn(id, turn)),
          step('pass-control', id),
          step('offer-control', id),
        ],
      };
    },
  };
}

/** The customer has said what it is about: no other summary is made. */
function summaryGiven(handoffId: string, summary: string, throughSeq: number) {
  return {
    key: `shared:${handoffId}`,
    event: { type: 'handoff-shared' as const, handoffId, summary, throughSeq },
  };
}

/** The rows that bring a customer's message to the agents; none while the AI agent is in charge. */
export function relay(conversation: Conversation, message: Message): NewOutboxRow[] {
  const { handoff } = conversation;
  if (!isOpen(handoff)) return [];
  const [first, ...more] = turnsOf(message, '');
  if (!first) return [];
  return [
    ...postTurn(handoff.id, first, heardWith(conversation, message)),
    ...more.flatMap((turn) => postTurn(handoff.id, turn)),
  ];
}

/** Conversations API: longest metadata, in bytes; some are left for our own. */
const MAX_METADATA_BYTES = 3_500;

/**
 * A reply says its payload where Zendesk expects it. A postback has no call for us, so what it would have said travels
 * as a fact beside the words. Facts that are too many are left out: the words arrive in any case.
 */
function heardWith(conversation: Conversation, { response }: Message): Partial<Heard> {
  const button = response && pressedButton(conversation, response);
  if (!button) return {};
  const { type, payload, metadata } = button;
  const facts = type === 'postback' ? { ...metadata, postback: payload } : metadata;
  const fits = facts && Buffer.byteLength(JSON.stringify(facts)) <= MAX_METADATA_BYTES;
  return { ...(type === 'reply' && payload && { payload }), ...(fits && { metadata: facts }) };
}

/**
 * The customer takes the request back, or ends the chat with the agent. What was not sent is not sent any more; what is
 * under way runs to its end, so the release comes after it.
 */
export function endHandoff(at: string, assistant: string): OutboxDecision {
  return {
    withOutbox(conversation, outbox) {
      const { handoff } = conversation;
      if (!isOpen(handoff)) return {};
      const live = handoff.state === 'live';
      return {
        cancelPending: true,
        events: [
          {
            key: `ended:${handoff.id}`,
            event: {
              type: 'handoff-changed',
              handoff: live
                ? { state: 'ended', id: handoff.id, at, by: 'customer' }
                : { state: 'ai' },
            },
          },
        ],
        rows: [
          ...farewell(handoff.id, outbox, assistant, live ? ENDED : CANCELLED),
          ...release(handoff.id, outbox),
        ],
      };
    },
  };
}

/** Zendesk refused the handoff, or did not take it in time. The AI agent stays, and everything said stays in the log. */
export function failHandoff(
  handoffId: string,
  at: string,
  reason: 'refused' | 'timeout',
): OutboxDecision {
  return {
    withOutbox({ handoff }, outbox) {
      const pending =
        (handoff.state === 'requested' || handoff.state === 'waiting') && handoff.id === handoffId;
      if (!pending) return {};
      return {
        cancelPending: true,
        events: [
          {
            key: `ended:${handoffId}`,
            event: {
              type: 'handoff-changed',
              handoff: { state: 'failed', id: handoffId, at, reason },
            },
          },
        ],
        rows: release(handoffId, outbox),
      };
    },
  };
}

/**
 * The chat with the agents is over at Zendesk. The customer sees which of their messages did not get there any more:
 * those that have not left, and those that `isLate` tells to have come to Zendesk after the agents let go.
 */
export function handoffOver(
  handoffId: string,
  at: string,
  by: 'agent' | 'timeout',
  isLate: (row: OutboxRow) => boolean = () => false,
): OutboxDecision {
  return {
    withOutbox({ handoff }, outbox) {
      const isTheirs = handoff.state === 'waiting' || handoff.state === 'live';
      if (!isTheirs || handoff.id !== handoffId) return {};
      // What was posted before the agents got the conversation stands in the ticket.
      const handedOver = outbox.findLast(isRow('pass-control', handoffId))?.position ?? Infinity;
      const missed = outbox.filter(
        (row) => row.state === 'pending' || (row.position > handedOver && isLate(row)),
      );
      return {
        cancelPending: true,
        events: [
          {
            key: `ended:${handoffId}`,
            event: { type: 'handoff-changed', handoff: { state: 'ended', id: handoffId, at, by } },
          },
          ...missed.flatMap(undelivered),
        ],
        rows: lookBack(handoffId, outbox),
      };
    },
  };
}

/** A row that came to its end after the agents had let go: its message did not reach them. */
export function missedThem(row: OutboxRow): Decision {
  const handoffId = handoffIdOf(row);
  return ({ handoff }) =>
    handoff.state === 'ended' && handoff.by !== 'customer' && handoff.id === handoffId
      ? { events: undelivered(row) }
      : {};
}

/** The message of this row will not reach the agents. */
export function undelivered(row: OutboxRow): NonNullable<Change['events']> {
  const id = row.kind === 'upload-file' ? uploadKey(row.key).messageId : messageIdOf(row);
  if (id === undefined) return [];
  return [
    {
      key: `undelivered:${row.key}`,
      event: { type: 'message-failed', id, code: 'delivery' },
    },
  ];
}

/**
 * Whether a row may still be sent. Once a handoff is over only the good-bye of ours may: a row that was under way at the
 * end, and turned out never to have arrived, is not sent again.
 */
export function isWanted(row: Pick<OutboxRow, 'kind' | 'key'>, { handoff }: Conversation): boolean {
  return isGoodbye(row) || (isOpen(handoff) && handoff.id === handoffIdOf(row));
}

/** What is done after the end of a handoff. */
export function isGoodbye(row: Pick<OutboxRow, 'kind' | 'key'>): boolean {
  return AFTERWARDS.includes(row.kind) || isLine(row, 'farewell');
}

/** Tells the agents why the customer is gone, if they have the conversation. */
export function farewell(
  handoffId: string,
  outbox: readonly OutboxRow[],
  assistant: string,
  text: string,
): NewOutboxRow[] {
  if (!mayHaveLeft(outbox, 'pass-control', handoffId)) return [];
  return [post(handoffId, 'farewell', { author: { type: 'business', name: assistant }, text })];
}

/** Gives control back, if there is a conversation at Zendesk. */
export function release(handoffId: string, outbox: readonly OutboxRow[]): NewOutboxRow[] {
  return mayHaveLeft(outbox, 'ensure-conversation', handoffId)
    ? [step('release-control', handoffId), ...lookBack(handoffId, outbox)]
    : [];
}

/** Reads the agents' last words, if they had a chance to write any: nobody looks after a handoff that is over. */
function lookBack(handoffId: string, outbox: readonly OutboxRow[]): NewOutboxRow[] {
  return mayHaveLeft(outbox, 'pass-control', handoffId) ? [step('look-back', handoffId)] : [];
}

const LEFT: readonly OutboxState[] = ['inflight', 'unknown', 'sent'];

function mayHaveLeft(outbox: readonly OutboxRow[], kind: OutboxKind, handoffId: string): boolean {
  return outbox.some((row) => isRow(kind, handoffId)(row) && LEFT.includes(row.state));
}

/** The event that adds an answer: at most one per question, however it came about. */
export function answerAdded(message: Message) {
  return {
    key: `answer:${message.replyTo ?? message.id}`,
    event: { type: 'message-added' as const, message },
  };
}

function postTurn(
  handoffId: string,
  { key, ...turn }: Turn,
  heard: Partial<Heard> = {},
): NewOutboxRow[] {
  return posts(handoffId, key, { ...turn, ...heard });
}
