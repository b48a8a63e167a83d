import type { Conversation } from '../protocol/conversation.ts';
import type { Message } from '../protocol/message.ts';
import { cleanText } from './clean-text.ts';
import { cutText } from './cut-text.ts';
import { sharedSummary, type SharedSummary } from './shared-summary.ts';
import { transcriptLines } from './transcript.ts';

/** Support cuts a comment off after 64 kB. A UTF-16 unit takes three bytes at most, and the summary has its room too. */
const PAGE_UNITS = 15_000;
const MOST_ARTICLES = 20;

/** The whole chat, a line for each message, on as many pages as it needs. */
export function transcriptPages(messages: readonly Message[], assistant: string): string[] {
  const pages = cutText(transcriptLines(messages, assistant).join('\n'), PAGE_UNITS);
  return pages.map((page, index) => {
    const place = pages.length > 1 ? ` (${index + 1}/${pages.length})` : '';
    return `Transcript${place}\n\n${page}`;
  });
}

/**
 * The internal note that tells a team what a chat was about: plain text, the summary first, then where it was, the articles
 * that were cited, and the first page of the transcript.
 */
export function ticketNote(
  { locale, page }: Pick<Conversation, 'locale' | 'page'>,
  messages: readonly Message[],
  shared: SharedSummary,
  assistant: string,
): string {
  const cited = new Map(
    messages.flatMap(({ citations = [] }) => citations.map(({ title, url }) => [url, title])),
  );
  const articles = [...cited].slice(0, MOST_ARTICLES).map(([url, title]) => `${title}: ${url}`);
  const place = [page && `Page: ${page.url}`, `Language: ${locale}`].filter(Boolean).join('\n');
  return [
    sharedSummary(shared),
    cleanText(place),
    ...(articles.length > 0 ? [cleanText(`Articles cited\n${articles.join('\n')}`)] : []),
    ...transcriptPages(messages, assistant).slice(0, 1),
  ].join('\n\n');
}
