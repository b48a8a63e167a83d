import { messagesOf } from '../../src/conversation/status.ts';
import type { Conversation } from '../../src/protocol/conversation.ts';
import type { Author, Message } from '../../src/protocol/message.ts';
import { parseMarkdown } from '../markdown/parse.ts';
import { plainText } from '../markdown/plain-text.ts';
import { t } from '../translate.ts';

/** The chat as a file for the customer: one line per message, each with its time, speaker and the speaker's role. */
export function transcriptFile(
  conversation: Conversation,
  now: Date,
): { name: string; text: string } {
  const lines = messagesOf(conversation).map(line);
  return { name: `chat-${localTime(now).slice(0, 10)}.txt`, text: `${lines.join('\n')}\n` };
}

function line({ at, author, body, format }: Message): string {
  const text = format === 'markdown' ? plainText(parseMarkdown(body)) : body;
  return `[${localTime(new Date(at))}] ${speaker(author)}: ${text.trim().replace(/\s+/g, ' ')}`;
}

function speaker(author: Author): string {
  switch (author.kind) {
    case 'customer':
      return t('transcript.customer');
    case 'ai-agent':
      return `${author.name} (${t('transcript.ai')})`;
    case 'agent':
      return `${author.name || t('role.team')} (${t('transcript.person')})`;
    default:
      return `${author.name || t('role.team')} (${t('transcript.automatic')})`;
  }
}

/** `2026-11-23 10:46 +00:00`: the customer's own clock, and how to place it. */
function localTime(date: Date): string {
  const offset = -date.getTimezoneOffset();
  const local = new Date(date.getTime() + offset * 60_000).toISOString();
  const sign = offset < 0 ? '-' : '+';
  const [hours, minutes] = [Math.floor(Math.abs(offset) / 60), Math.abs(offset) % 60];
  return `${local.slice(0, 10)} ${local.slice(11, 16)} ${sign}${two(hours)}:${two(minutes)}`;
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}
