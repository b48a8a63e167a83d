import { createBlockReader } from './block-reader.ts';
import type { Block } from './tree.ts';

export type { Block, Inline } from './tree.ts';

/** `closed`: how many of the blocks, up to which position, no text that follows can change. */
export type ParsedBlocks = { blocks: Block[]; closed: { count: number; end: number } };

/** The blocks of an answer. Every text is markdown; HTML in it stays text. */
export function parseMarkdown(text: string): Block[] {
  return parseBlocks(text).blocks;
}

export function parseBlocks(text: string): ParsedBlocks {
  const reader = createBlockReader();
  let closed = { count: 0, end: 0 };
  let start = 0;
  while (start < text.length) {
    const newline = text.indexOf('\n', start);
    const end = newline < 0 ? text.length : newline;
    reader.read(text.slice(start, text[end - 1] === '\r' ? end - 1 : end), start);
    start = end + 1;
    // A line without its end may still become something else.
    if (newline >= 0) closed = reader.closed(start);
  }
  return { blocks: reader.finish(), closed };
}
