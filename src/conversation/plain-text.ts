import type { Message } from '../protocol/message.ts';
import { cleanText } from './clean-text.ts';

/**
 * What a message says, as an agent reads it: plain text, because Zendesk shows markdown as it stands. An answer keeps its
 * lists and its marks, and ends with the articles they stand for.
 */
export function plainText({ body, format, citations = [] }: Message): string {
  if (format === 'plain') return cleanText(body);
  const sources = citations.map(({ number, title, url }) => `[${number}] ${title}: ${url}`);
  const lines = [withoutMarkup(body), ...(sources.length > 0 ? ['', ...sources] : [])];
  return cleanText(lines.join('\n'));
}

/** Emphasis and headings lose their signs, links show where they lead, escaped characters stand for themselves. */
function withoutMarkup(markdown: string): string {
  return markdown
    .replace(/^#{1,6} +/gm, '')
    .replace(/(?<!\\)\*\*/g, '')
    .replace(/(?<!\\)\[([^[\]\n]*)\]\(([^()\s]*)\)/g, '$1 ($2)')
    .replace(/\\([!-/:-@[-`{-~])/g, '$1');
}
