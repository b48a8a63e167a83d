import type { Language } from '../knowledge/language.ts';
import type { Passage } from '../knowledge/passages.ts';
import { quoted } from './quoted.ts';

export type Wanted = {
  /** The question's terms. */
  terms: ReadonlySet<string>;
  /** A way to do something: a list of steps answers that best. */
  steps: boolean;
  /** A number: a time, a price, a count. */
  number: boolean;
  /** At most so many sentences. */
  sentences: number;
  /** The citation mark to set behind it. */
  mark: string;
};

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
  const blocks = blocksOf(passage.text, language);
  const best = blocks
    .map((block, index) => ({ block, index, worth: Math.max(...worths(block, language, wanted)) }))
    .reduce((a, b) => (b.worth > a.worth ? b : a));
  const { block, index } = best;
  if (block.kind !== 'prose') {
    return [...lead(passage, blocks[index - 1]), ...lines(block, language, wanted)];
  }
  const said = around(block.sentences, worths(block, language, wanted), wanted.sentences);
  const next = blocks[index + 1];
  if (next && next.kind !== 'prose' && said.at(-1)?.endsWith(':')) {
    return [...spoken(said), ...lines(next, language, wanted)];
  }
  return [...spoken(said), ` ${wanted.mark}`];
}

/** What each sentence is worth as an answer; a list or table is worth something as a whole. */
function worths(block: Block, language: Language, wanted: Wanted): number[] {
  const worth = (text: string, bonus: number) => {
    const own = new Set(language.terms(text));
    const hits = [...wanted.terms].filter((term) => own.has(term)).length;
    return hits + bonus + (wanted.number && /\p{N}/u.test(text) ? 0.6 : 0);
  };
  switch (block.kind) {
    case 'prose':
      return block.sentences.map((sentence, place) => worth(sentence, -0.01 * place));
    case 'list':
      return [worth(block.lines.join('\n'), wanted.steps && block.ordered ? 0.7 : 0)];
    case 'table':
      return [worth([...block.head, ...block.rows].join('\n'), 0)];
  }
}

/** The best sentence with those after it, and with the one before it if it leans on that. */
function around(sentences: readonly string[], worth: readonly number[], most: number): string[] {
  const best = worth.indexOf(Math.max(...worth));
  const needsPrevious = /^(?:it|its|they|this|that|these|those|then|if so|otherwise)\b/i;
  const leans = needsPrevious.test(sentences[best] ?? '') || (worth[best - 1] ?? 0) > 0.5;
  const isLast = best === sentences.length - 1;
  const start = Math.max(0, leans || isLast ? best - 1 : best);
  return sentences.slice(start, start + most);
}

function spoken(sentences: readonly string[]): string[] {
  return sentences.map((sentence, place) => (place > 0 ? ' ' : '') + quoted(sentence));
}

/** What a list or table is about: the sentence before it, else the heading above it. */
function lead(passage: Passage, before: Block | undefined): string[] {
  const sentence = before?.kind === 'prose' ? before.sentences.at(-1) : undefined;
  return [sentence ? quoted(sentence) : `**${quoted(passage.heading || passage.title)}**`];
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
  const fitting = block.rows.filter((row) => language.terms(row).some((term) => terms.has(term)));
  const rows = (fitting.length > 0 ? fitting : block.rows).slice(0, MOST_LINES);
  return [` ${mark}\n`, ...[...block.head, ...rows].map((row) => `\n${quoted(row)}`)];
}

function quotedItem(line: string): string {
  const [, marker = '', text = ''] = /^(\s*(?:-|\d+\.) )(.*)$/.exec(line) ?? [];
  return marker + quoted(text);
}

function blocksOf(text: string, language: Language): Block[] {
  const blocks: Block[] = [];
  for (const part of text.split('\n\n')) {
    const block = blockOf(part, language);
    const previous = blocks.at(-1);
    // Paragraphs that follow each other are read as one.
    if (block.kind === 'prose' && previous?.kind === 'prose') {
      previous.sentences.push(...block.sentences);
    } else {
      blocks.push(block);
    }
  }
  return blocks;
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
