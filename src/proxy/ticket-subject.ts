import { smallTalk } from '../agent/small-talk.ts';
import { wantsPerson } from '../agent/wish.ts';
import { cleanText } from '../conversation/clean-text.ts';
import { cutText } from '../conversation/cut-text.ts';
import type { Message } from '../protocol/message.ts';

/** A list of tickets shows about so much. */
const MOST_CHARACTERS = 80;
const WORDLESS = 'A customer asked for a person';

/** What a ticket is called: the first thing the customer asked. A greeting or the wish for a person says nothing of it. */
export function ticketSubject(messages: readonly Message[], assistant: string): string {
  const asked = messages.find(
    ({ author, body }) =>
      author.kind === 'customer' &&
      body.trim() !== '' &&
      !smallTalk(body, assistant) &&
      !wantsPerson(body),
  );
  const line = cleanText(asked?.body ?? '')
    .replace(/\s+/g, ' ')
    .trim();
  if (line === '') return WORDLESS;
  if (line.length <= MOST_CHARACTERS) return line;
  return `${cutText(line, MOST_CHARACTERS - 1)[0]?.trimEnd()}…`;
}
