import { parseBlocks, type Block } from './parse.ts';

export type MarkdownStream = {
  append(delta: string): readonly Block[];
  blocks(): readonly Block[];
};

/**
 * An answer as it is being written. The blocks always equal those of the whole text so far, and a block
 * that no further text can change is the same object from then on.
 */
export function createMarkdownStream(): MarkdownStream {
  const closed: Block[] = [];
  let tail = '';
  let blocks: readonly Block[] = [];

  return {
    append(delta: string): readonly Block[] {
      tail += delta;
      const parsed = parseBlocks(tail);
      blocks = [...closed, ...parsed.blocks];
      closed.push(...parsed.blocks.slice(0, parsed.closed.count));
      tail = tail.slice(parsed.closed.end);
      return blocks;
    },
    blocks: (): readonly Block[] => blocks,
  };
}
