import type { Conversation, Notice } from '../../src/protocol/conversation.ts';
import type { Author, Message } from '../../src/protocol/message.ts';
import type { UnsentMessage } from '../chat-type.ts';
import { activityLine, type ActivityLine } from './activity-line.ts';
import { sameDay } from './times.ts';

/** Who the thread beside the messages belongs to: dashed, dotted, solid, none. */
type Rail = 'ai' | 'wait' | 'human' | 'end';

/** What is known of the customer's newest message. */
export type OwnStatus =
  | { type: 'sending'; at: string }
  | { type: 'waiting' }
  | { type: 'sent' }
  | { type: 'read'; at: string };

export type ShownMessage = Message | UnsentMessage;

/** One row of the log, in the order shown. */
export type LogItem =
  | { kind: 'day'; key: string; at: string }
  | { kind: 'new'; key: string }
  | { kind: 'notice'; key: string; at: string; notice: Notice | ActivityLine; rail: Rail }
  | MessagesItem
  | { kind: 'failure'; key: string; replyTo: string; canRetry: boolean; rail: Rail };

/** Messages of one speaker within five minutes; with `answering` the AI agent is still writing the last one. */
export type MessagesItem = {
  kind: 'messages';
  key: string;
  author: Author;
  at: string;
  messages: readonly ShownMessage[];
  answering: string | null;
  status: OwnStatus | null;
  rail: Rail;
};

type LogFacts = {
  conversation: Conversation;
  unsent: readonly UnsentMessage[];
  /** The answer that is being written. */
  answering: { replyTo: string; at: string } | null;
  assistant: string;
  /** The first message that was not seen when the panel opened. */
  newFrom: string | null;
};

const GROUP_MS = 5 * 60_000;
const CUSTOMER: Author = { kind: 'customer' };

export function isUnsent(message: ShownMessage): message is UnsentMessage {
  return 'state' in message;
}

/** The rows of the log. Pure: the same facts give equal rows. */
export function logItems(facts: LogFacts): LogItem[] {
  const { conversation, unsent, answering, assistant, newFrom } = facts;
  const items: LogItem[] = [];
  const newest = newestMessage(facts);
  let rail: Rail = 'ai';

  function startDay(at: string) {
    const before = items.findLast((item) => 'at' in item);
    if (before && 'at' in before && sameDay(new Date(before.at), new Date(at))) return;
    items.push({ kind: 'day', key: `day ${at}`, at });
  }

  function add(author: Author, message: ShownMessage) {
    startDay(message.at);
    if (message.id === newFrom) items.push({ kind: 'new', key: 'new' });
    const last = items.at(-1);
    if (last?.kind === 'messages' && continues(last, author, message.at, rail)) {
      items[items.length - 1] = { ...last, messages: [...last.messages, message] };
      return;
    }
    const key = author.kind === 'ai-agent' ? answerKey(message) : message.id;
    const messages = [message];
    const own = { author, at: message.at, messages, rail };
    items.push({ kind: 'messages', key, ...own, answering: null, status: null });
  }

  function addAnswering() {
    if (!answering) return;
    const { replyTo, at } = answering;
    items.push({
      kind: 'messages',
      key: `answer ${replyTo}`,
      author: { kind: 'ai-agent', name: assistant },
      at,
      messages: [],
      answering: replyTo,
      status: null,
      rail,
    });
  }

  function setStatus(status: OwnStatus) {
    const last = items.at(-1);
    if (last?.kind === 'messages') items[items.length - 1] = { ...last, status };
  }

  for (const entry of conversation.entries) {
    if (entry.kind === 'notice') {
      rail = railAfter(entry.notice, rail);
      startDay(entry.at);
      const { at, notice, seq } = entry;
      items.push({ kind: 'notice', key: `notice ${seq}`, at, notice, rail });
      if (rail === 'end') rail = 'ai';
      continue;
    }
    const { message } = entry;
    const line = activityLine(message);
    if (line) {
      startDay(message.at);
      items.push({ kind: 'notice', key: message.id, at: message.at, notice: line, rail });
      continue;
    }
    if (message.author.kind === 'agent') rail = 'human';
    if (message.author.kind === 'ai-agent') rail = 'ai';
    add(message.author, message);
    if (message.author.kind !== 'customer') continue;
    const failure = conversation.failures[message.id];
    if (message.id === newest && failure !== 'delivery')
      setStatus(sentStatus(conversation, entry.seq));
    if (failure === 'answer' && answering?.replyTo !== message.id) {
      const canRetry = message.id === newest;
      const key = `answer ${message.id}`;
      items.push({ kind: 'failure', key, replyTo: message.id, canRetry, rail });
    }
  }

  const waitsHere = !unsent.some(({ id }) => id === answering?.replyTo);
  if (waitsHere) addAnswering();
  for (const message of unsent) {
    add(CUSTOMER, message);
    if (message.id === newest && message.state !== 'failed') {
      setStatus(
        message.state === 'sending' ? { type: 'sending', at: message.at } : { type: 'waiting' },
      );
    }
    if (message.id === answering?.replyTo) addAnswering();
  }
  return items;
}

function continues(group: MessagesItem, author: Author, at: string, rail: Rail): boolean {
  return (
    group.rail === rail &&
    group.answering === null &&
    group.author.kind === author.kind &&
    nameOf(group.author) === nameOf(author) &&
    Date.parse(at) - Date.parse(group.at) < GROUP_MS
  );
}

function nameOf(author: Author): string {
  return author.kind === 'customer' ? '' : author.name;
}

/** An answer keeps its row when it is finished. */
function answerKey(message: ShownMessage): string {
  return !isUnsent(message) && message.replyTo ? `answer ${message.replyTo}` : message.id;
}

/** The last message of all, if nobody has answered it: only that one tells how far it got. */
function newestMessage({ conversation, unsent, answering }: LogFacts): string | null {
  const id =
    unsent.at(-1)?.id ??
    conversation.entries.findLast((entry) => entry.kind === 'message')?.message.id ??
    null;
  return answering && !isAfter(unsent, id, answering.replyTo) ? null : id;
}

function isAfter(unsent: readonly UnsentMessage[], id: string | null, replyTo: string): boolean {
  return id !== replyTo && unsent.some((message) => message.id === id);
}

function sentStatus({ read }: Conversation, seq: number): OwnStatus {
  return read.agentAt && read.agent >= seq ? { type: 'read', at: read.agentAt } : { type: 'sent' };
}

function railAfter(notice: Notice, before: Rail): Rail {
  switch (notice.type) {
    case 'shared':
    case 'left':
      return 'wait';
    case 'joined':
    case 'passed':
      return 'human';
    case 'cancelled':
      return 'ai';
    case 'ended':
      return 'end';
    default:
      return before;
  }
}

/**
 * Keeps the rows that did not change as the same objects, so that only changed rows are drawn again.
 */
export function shareItems(before: readonly LogItem[], after: readonly LogItem[]): LogItem[] {
  const known = new Map(before.map((item) => [item.key, item]));
  return after.map((item) => {
    const same = known.get(item.key);
    return same && equal(same, item) ? same : item;
  });
}

/** Deep for rows and lists, by identity for messages and notices: `apply` keeps those as they are. */
function equal(a: LogItem, b: LogItem): boolean {
  const others = new Map<string, unknown>(Object.entries(b));
  return Object.entries(a).every(([name, value]: [string, unknown]) => {
    const other = others.get(name);
    if (Array.isArray(value) && Array.isArray(other)) {
      return value.length === other.length && value.every((part, index) => part === other[index]);
    }
    if (name === 'author' || name === 'status') {
      return JSON.stringify(value) === JSON.stringify(other);
    }
    return value === other;
  });
}
