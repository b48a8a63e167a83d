import type { Author, Message } from '../protocol/message.ts';
import type { AttachedFile } from '../protocol/message-content.ts';
import { cutText, MAX_TEXT } from './cut-text.ts';
import { plainText } from './plain-text.ts';

/** The newest turns that stand as messages of their own, so that an agent sees who said what. */
const OWN_TURNS = 20;

/** What is posted when a customer asked for a person without a word. */
const WORDLESS = 'Customer asked for a person';

/** One message towards Zendesk. `key` is unique within a handoff. A file is posted as such; its text is for where it is not. */
export type Turn = {
  key: string;
  author: { type: 'user' } | { type: 'business'; name: string };
  text: string;
  file?: AttachedFile;
};

/**
 * The whole chat as messages that Zendesk takes: plain text of at most 4,096 UTF-16 units each. Every message is
 * contained exactly once, in order. The newest twenty are turns of their own; those before are packed into few messages
 * headed `Earlier in this chat (1/3)`, with the files in them behind. There is always at least one turn of the customer: without one Zendesk makes no
 * usable ticket.
 */
export function transcript(messages: readonly Message[], assistant: string): Turn[] {
  const said = messages.filter((message) => plainText(message).trim() !== '');
  const split = Math.max(0, said.length - OWN_TURNS);
  const older = said.slice(0, split);
  const own = said.slice(split).flatMap((message) => turnsOf(message, assistant));
  const turns = [...pack(older, assistant), ...older.flatMap(fileTurns), ...own];
  return turns.some(({ author }) => author.type === 'user')
    ? turns
    : [...turns, { key: 'wordless', author: { type: 'user' }, text: WORDLESS }];
}

/** One message as one turn, or as several if it is longer than Zendesk takes or has files: they follow its words. */
export function turnsOf(message: Message, assistant: string): Turn[] {
  const { content } = message;
  if (content?.type === 'files' && !content.hasCaption) return fileTurns(message);
  const author: Turn['author'] =
    message.author.kind === 'customer'
      ? { type: 'user' }
      : { type: 'business', name: nameOf(message.author, assistant) };
  const words = cutText(plainText(message)).map((text, part) => ({
    key: part === 0 ? message.id : `${message.id}/${part + 1}`,
    author,
    text,
  }));
  return [...words, ...fileTurns(message)];
}

function fileTurns({ id, content }: Message): Turn[] {
  if (content?.type !== 'files') return [];
  return content.files.map((file) => ({
    key: `${id}/${file.id}`,
    author: { type: 'user' },
    text: `A file was attached here, and cannot be passed on: ${file.name}`,
    file,
  }));
}

/** Each message as a line with its time and speaker. */
export function transcriptLines(messages: readonly Message[], assistant: string): string[] {
  return messages
    .filter((message) => plainText(message).trim() !== '')
    .map((message) => line(message, assistant));
}

function pack(messages: readonly Message[], assistant: string): Turn[] {
  const room = MAX_TEXT - 'Earlier in this chat (999/999)\n\n'.length;
  const pages: string[] = [];
  for (const piece of messages.flatMap((message) => cutText(line(message, assistant), room))) {
    const page = pages.at(-1);
    if (page !== undefined && page.length + 1 + piece.length <= room) {
      pages[pages.length - 1] = `${page}\n${piece}`;
    } else {
      pages.push(piece);
    }
  }
  return pages.map((page, index) => ({
    key: `earlier/${index + 1}`,
    author: { type: 'business', name: assistant },
    text: `Earlier in this chat (${index + 1}/${pages.length})\n\n${page}`,
  }));
}

function line(message: Message, assistant: string): string {
  const role = ROLES[message.author.kind];
  return `[${clock(message.at)}] ${nameOf(message.author, assistant)}${role}: ${plainText(message)}${filesIn(message)}`;
}

function filesIn({ content }: Message): string {
  if (content?.type !== 'files' || !content.hasCaption) return '';
  return ` [${content.files.map(({ name }) => name).join(', ')}]`;
}

const ROLES: Record<Author['kind'], string> = {
  customer: '',
  'ai-agent': ' (AI assistant)',
  agent: ' (person)',
  automatic: ' (automatic)',
};

/** Never empty, though an account may hide the names of its agents: a nameless author would be refused. */
function nameOf(author: Author, assistant: string): string {
  switch (author.kind) {
    case 'customer':
      return 'Customer';
    case 'ai-agent':
      return assistant;
    case 'agent':
      return author.name || 'Agent';
    case 'automatic':
      return author.name || 'Automatic message';
  }
}

/** `2026-11-23T10:46:05.000Z` → `2026-11-23 10:46` in UTC, which every reader can place. */
function clock(at: string): string {
  return `${at.slice(0, 10)} ${at.slice(11, 16)} UTC`;
}
