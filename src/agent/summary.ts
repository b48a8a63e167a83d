import { cutText } from '../conversation/cut-text.ts';
import type { Message } from '../protocol/message.ts';
import { facts } from './facts.ts';
import type { Model } from './model.ts';
import { smallTalk } from './small-talk.ts';
import { wantsPerson } from './wish.ts';

/** An agent reads it in ten seconds. */
const MAX_WORDS = 120;

/** So that a text without spaces does not pass for one word. */
const MAX_CHARACTERS = 1000;

const MOST_ARTICLES = 4;
const MOST_FACTS = 8;

/**
 * The model's summary for the team, or the extractive one when the model fails, says nothing, or is not done when
 * `signal` aborts. Never throws.
 */
export async function summarize(
  messages: readonly Message[],
  model: Model,
  signal: AbortSignal,
): Promise<string> {
  const stop = new AbortController();
  const aborted = new Promise<string>((resolve) => {
    if (signal.aborted) resolve('');
    signal.addEventListener('abort', () => resolve(''), { signal: stop.signal });
  });
  try {
    const text = await Promise.race([aborted, model.summarize(messages, signal)]);
    return shortened(text.trim(), MAX_WORDS) || extractiveSummary(messages);
  } catch {
    return extractiveSummary(messages);
  } finally {
    stop.abort();
  }
}

/**
 * What the customer asked for, which articles were tried, the facts they gave and what is still open: plain text, a line
 * each, at most 120 words, nothing that the messages do not say.
 */
export function extractiveSummary(messages: readonly Message[]): string {
  const [assistant = ''] = messages.flatMap(({ author }) =>
    author.kind === 'ai-agent' ? author.name : [],
  );
  const questions = messages.filter(
    ({ author, body }) => author.kind === 'customer' && isQuestion(body, assistant),
  );
  const first = questions[0];
  const open = questions.findLast((question) => !isAnswered(question, messages));
  const tried = unique(
    messages.flatMap(({ citations = [] }) =>
      citations.map(({ title }) => `“${shortened(title, 8)}”`),
    ),
  );
  const given = unique(
    messages.flatMap(({ author, body }) => (author.kind === 'customer' ? facts(body) : [])),
  );
  const summary = [
    `Asked for: ${first ? shortened(first.body, 32) : 'a person'}`,
    tried.length > 0 && `Tried: ${tried.slice(-MOST_ARTICLES).join(', ')}`,
    given.length > 0 && `Facts: ${given.slice(-MOST_FACTS).join(', ')}`,
    open && open !== first && `Open question: ${shortened(open.body, 24)}`,
  ];
  return shortened(
    summary.filter((line) => line !== false && line !== undefined).join('\n'),
    MAX_WORDS,
  );
}

function isQuestion(body: string, assistant: string): boolean {
  return body.trim() !== '' && !smallTalk(body, assistant) && !wantsPerson(body);
}

function isAnswered(question: Message, messages: readonly Message[]): boolean {
  return messages.some(
    ({ replyTo, citations = [] }) => replyTo === question.id && citations.length > 0,
  );
}

/** Cut after so many words, or characters; the lines stay. */
function shortened(text: string, words: number): string {
  const ends = [...text.trim().matchAll(/\S+/g)].map(({ index, 0: word }) => index + word.length);
  const end = ends[words - 1] ?? Infinity;
  if (ends.length <= words && text.length <= MAX_CHARACTERS) return text.trim();
  return `${cutText(text.trim().slice(0, end), MAX_CHARACTERS)[0]?.trim()}…`;
}

function unique(texts: readonly string[]): string[] {
  return [...new Set(texts)];
}
