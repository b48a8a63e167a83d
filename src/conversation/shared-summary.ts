import type { Contact } from '../protocol/contact.ts';
import type { Conversation } from '../protocol/conversation.ts';
import { cleanText } from './clean-text.ts';
import { cutText, MAX_TEXT } from './cut-text.ts';

export type SharedSummary = {
  /** Null if none could be made. */
  summary: string | null;
  /** The customer wrote it, or changed it. */
  isOwn?: boolean | undefined;
  contact?: Contact | undefined;
  /** Numbers of tickets that this customer's chat has become before. */
  earlierTickets?: readonly string[];
};

const NO_SUMMARY = 'No summary could be made. The chat follows.';

/**
 * What an agent reads first, as one message that Zendesk takes: what it is about, how the customer can be reached and which
 * ticket came before. A long summary is cut, the facts behind it are not.
 */
export function sharedSummary(shared: SharedSummary): string {
  const { summary, isOwn, contact = {}, earlierTickets = [] } = shared;
  const heading = isOwn ? 'Summary (written by the customer)' : 'Summary';
  const facts = [
    contact.name && `Name: ${contact.name}`,
    contact.email && `Email: ${contact.email} (given by the customer, not verified)`,
    earlierTickets.length > 0 && `Earlier ticket: ${earlierTickets.map(mark).join(', ')}`,
  ].filter((fact) => typeof fact === 'string' && fact !== '');
  const end = facts.length > 0 ? `\n\n${cleanText(facts.join('\n'))}` : '';
  const begin = `${heading}\n\n`;
  const [text = ''] = cutText(
    cleanText(summary ?? NO_SUMMARY),
    MAX_TEXT - begin.length - end.length,
  );
  return `${begin}${text}${end}`;
}

/** The tickets that a chat has become before this handoff, oldest first; the last few are enough. */
export function earlierTickets({ tickets }: Conversation, handoffId: string): string[] {
  return Object.entries(tickets)
    .flatMap(([id, number]) => (id === handoffId ? [] : [number]))
    .slice(-3);
}

function mark(number: string): string {
  return `#${number}`;
}
