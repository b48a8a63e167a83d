import type { TicketMessage } from './snapshot.ts';

export type Summary = {
  message: TicketMessage;
  /** The message holds more than this, such as the whole story in the note of a ticket. */
  hasMore: boolean;
  paragraphs: string[];
  /** Lines like `Asked for: Refund of £48`. */
  facts: { name: string; value: string }[];
};

/** Where the story behind a summary begins. */
const STORY = /\n\n(?:Articles cited|Transcript)\b/;

/** The summary that the AI assistant sent ahead of the chat: the first message of the business that begins `Summary`. */
export function summaryOf(messages: readonly TicketMessage[]): Summary | null {
  const message = messages.find(
    ({ author, text }) => author.type === 'business' && text.startsWith('Summary'),
  );
  if (!message) return null;
  const paragraphs: string[] = [];
  const facts: Summary['facts'] = [];
  const [text = '', ...more] = message.text.split(STORY);
  for (const line of withoutTitle(text).split('\n')) {
    const [, name, value] = /^[-•\s]*([A-Z][\w ]{1,24}): +(\S.*)$/.exec(line) ?? [];
    if (name && value) facts.push({ name, value });
    else if (line.trim()) paragraphs.push(line.trim());
  }
  return { message, hasMore: more.length > 0, paragraphs, facts };
}

/** The region has a title of its own: `Summary:` or a first line like `Summary of the chat` is not repeated. */
function withoutTitle(text: string): string {
  return text.replace(/^Summary[^:\n]{0,60}(:|\n|$)/, '').trim();
}
