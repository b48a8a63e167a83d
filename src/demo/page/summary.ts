import type { TicketMessage } from './snapshot.ts';

export type Summary = {
  message: TicketMessage;
  paragraphs: string[];
  /** Lines like `Asked for: Refund of £48`. */
  facts: { name: string; value: string }[];
};

/** The summary that the AI assistant sent ahead of the chat: the first message of the business that begins `Summary`. */
export function summaryOf(messages: readonly TicketMessage[]): Summary | null {
  const message = messages.find(
    ({ author, text }) => author.type === 'business' && text.startsWith('Summary'),
  );
  if (!message) return null;
  const paragraphs: string[] = [];
  const facts: Summary['facts'] = [];
  for (const line of withoutTitle(message.text).split('\n')) {
    const [, name, value] = /^[-•\s]*([A-Z][\w ]{1,24}): +(\S.*)$/.exec(line) ?? [];
    if (name && value) facts.push({ name, value });
    else if (line.trim()) paragraphs.push(line.trim());
  }
  return { message, paragraphs, facts };
}

/** The region has a title of its own: `Summary:` or a first line like `Summary of the chat` is not repeated. */
function withoutTitle(text: string): string {
  return text.replace(/^Summary[^:\n]{0,60}(:|\n|$)/, '').trim();
}
