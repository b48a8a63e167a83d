import type { Language } from '../knowledge/language.ts';
import type { Passage } from '../knowledge/passages.ts';
import { quoted } from './quoted.ts';

export type Wanted = {
  /** The question's terms, with what each is worth. */
  terms: ReadonlyMap<string, number>;
  /** A way to do something: a list of steps answers that best. */
  steps: boolean;
  /** A number: a time, a price, a count. */
  number: boolean;
  /** At most so many sentences. */
  sentences: number;
  /** The citation mark to set behind it. */
  mark: string;
};

/** What the heading says already says little about a sentence under it. */
const NAMED_ABOVE = 0.4;

/** Lines of a list or table that are quoted at most. */
const MOST_LINES = 8;

type Block =
  | { kind: 'prose'; sentences: string[] }
  | { kind: 'list'; lines: string[]; ordered: boolean }
  | { kind: 'table'; head: string[]; rows: string[] };

/**
 * The part of a passage that answers: some sentences that follow each other, or a list or table with the sentence that
 * leads to it. As markdown, in pieces that end between words; joined they are the whole.
 */
export function excerpt(passage: Passage, language: Language, wanted: Wanted): string[] {
  const named = new Set(language.terms(`${passage.title}\n${passage.heading}`));
  const weights = [...wanted.terms].map(([term, weight]) => {
    const alike = language.alike(term);
    return {
      alike,
      weight: alike.some((other) => named.has(other)) ? weight * NAMED_ABOVE : weight,
    };
  });
  const worth: Worth = (text, bonus) => {
    const own = new Set(language.terms(text));
    const hits = weights.filter(({ alike }) => alike.some((term) => own.has(term)));
    const number = wanted.number && /\p{N}/u.test(text) ? 0.6 : 0;
    return hits.reduce((sum, { weight }) => sum + weight, 0) + bonus + number;
  };
  const blocks = passage.text.split('\n\n').map((part) => blockOf(part, language));
  const best = blocks
    .map((block, index) => ({ block, index, worth: Math.max(...worths(block, worth, wanted)) }))
    .reduce((a, b) => (b.worth > a.worth ? b : a));
  const { block, index } = best;
  if (block.kind !== 'prose') {
    return [lead(passage, blocks[index - 1], block), ...lines(block, language, wanted)];
  }
  const said = around(block.sentences, worths(block, worth, wanted), wanted.sentences);
  const next = blocks[index + 1];
  if (next && next.kind !== 'prose' && said.at(-1)?.endsWith(':')) {
    return [...spoken(said), ...lines(next, language, wanted)];
  }
  return [...spoken(said), ` ${wanted.mark}`];
}

/** What a text is worth as an answer. */
type Worth = (text: string, bonus: number) => number;

/** A worth for each sentence; a list or table has one as a whole. */
function worths(block: Block, worth: Worth, { steps }: Wanted): number[] {
  switch (block.kind) {
    case 'prose':
      return block.sentences.map((sentence, place) =>
        // One that leads to a list answers more than it says itself.
        worth(sentence, (sentence.endsWith(':') ? 0.3 : 0) - 0.01 * place),
      );
    case 'list':
      return [worth(block.lines.join('\n'), steps && block.ordered ? 0.7 : 0)];
    case 'table':
      return [worth([...block.head, ...block.rows].join('\n'), 0)];
  }
}

/** The best sentence with those after it; with the one before it if it leans on that, or would stand alone. */
function around(sentences: readonly string[], worth: readonly number[], most: number): string[] {
  const best = worth.indexOf(Math.max(...worth));
  const leans = /^(?:it|its|they|this|that|these|those|then|if so|otherwise)\b/i;
  const isLast = best === sentences.length - 1;
  const start = isLast || leans.test(sentences[best] ?? '') ? Math.max(0, best - 1) : best;
  return sentences.slice(start, start + most);
}

function spoken(sentences: readonly string[]): string[] {
  return sentences.map((sentence, place) => (place > 0 ? ' ' : '') + quoted(sentence));
}

/** What a list or table is about: the sentence that leads to it, else the heading above it. */
function lead(passage: Passage, before: Block | undefined, block: Block): string {
  const sentence = before?.kind === 'prose' ? before.sentences.at(-1) : undefined;
  const leads = sentence && (block.kind === 'list' || sentence.endsWith(':'));
  return leads ? quoted(sentence) : `**${quoted(passage.heading || passage.title)}**`;
}

function lines(
  block: Exclude<Block, { kind: 'prose' }>,
  language: Language,
  { terms, mark }: Wanted,
): string[] {
  if (block.kind === 'list') {
    const items = block.lines.slice(0, MOST_LINES).map((line) => `\n${quotedItem(line)}`);
    return ['\n', ...items, ` ${mark}`];
  }
  const alike = new Set([...terms.keys()].flatMap(language.alike));
  const fitting = block.rows.filter((row) => language.terms(row).some((term) => alike.has(term)));
  const rows = (fitting.length > 0 ? fitting : block.rows).slice(0, MOST_LINES);
  return [` ${mark}\n`, ...[...block.head, ...rows].map((row) => `\n${quoted(row)}`)];
}

function quotedItem(line: string): string {
  const [, marker = '', text = ''] = /^(\s*(?:-|\d+\.) )(.*)$/.exec(line) ?? [];
  return marker + quoted(text);
}

function blockOf(part: string, language: Language): Block {
  const all = part.split('\n');
  if (all.every((line) => /^\s*(?:-|\d+\.) /.test(line))) {
    return { kind: 'list', lines: all, ordered: /^\s*\d/.test(part) };
  }
  if (all.length > 2 && all.every((line) => line.startsWith('|'))) {
    return { kind: 'table', head: all.slice(0, 2), rows: all.slice(2) };
  }
  return { kind: 'prose', sentences: all.flatMap((line) => language.sentences(line)) };
}
