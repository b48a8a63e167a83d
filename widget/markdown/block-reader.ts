import { blockMark, expandTabs, indentOf, quoteWidth, type BlockMark } from './block-mark.ts';
import { parseInline } from './inline.ts';
import { tableHeader, tableRow } from './table.ts';
import type { Block, Cell } from './tree.ts';

const MAX_DEPTH = 12; // quotes and lists within each other; deeper marks are text
const MAX_INDENT = 3; // columns a mark may stand to the right of where it belongs

type Container = {
  blocks: Block[];
  /** Columns a line needs to stay in a list item; 0 for a quote and the document. */
  width: number;
  /** The newest list. A further item belongs to it if its mark is of the same kind and nothing came between. */
  list?: { kind: string; block: Block; items: Block[][] };
};

type Leaf =
  | { type: 'paragraph'; lines: string[] }
  | { type: 'code'; lines: string[]; fence: string; indent: number }
  | { type: 'table'; header: string[]; rows: string[][] };

/**
 * Reads blocks line by line as CommonMark describes, except that indented code, setext headings,
 * reference definitions and HTML blocks are text. Linear in the length of the text.
 */
export function createBlockReader() {
  const document: Container = { blocks: [], width: 0 };
  const open = [document];
  /** Where each block of the document starts in the text. */
  const starts: number[] = [];
  let leaf: Leaf | null = null;
  let lineStart = 0;
  let previousLineStart = 0;

  const innermost = () => open.at(-1) ?? document;

  const noteStart = (start: number) => {
    if (open.length === 1) starts.push(start);
  };

  const add = (block: Block) => {
    noteStart(lineStart);
    innermost().blocks.push(block);
  };

  const closeTo = (depth: number) => {
    if (leaf) innermost().blocks.push(leafBlock(leaf));
    leaf = null;
    open.length = depth;
  };

  /** What is left of the line for the content of this container, or null when the line leaves it. */
  const contentIn = (container: Container, line: string): string | null => {
    const { width, blocks } = container;
    if (!width) {
      const mark = indentOf(line) > MAX_INDENT ? 0 : quoteWidth(line);
      return mark ? line.slice(mark) : null;
    }
    const isEmpty = container === innermost() && !leaf && !blocks.length;
    const stays = line.trim() ? indentOf(line) >= width : !isEmpty;
    return stays ? line.slice(width) : null;
  };

  const openItem = ({ kind, ordered, start, width }: BlockMark & { type: 'item' }) => {
    const parent = innermost();
    const blocks: Block[] = [];
    if (parent.list?.kind === kind && parent.list.block === parent.blocks.at(-1)) {
      parent.list.items.push(blocks);
    } else {
      const items = [blocks];
      const block: Block = { type: 'list', ordered, start, items };
      add(block);
      parent.list = { kind, block, items };
    }
    open.push({ blocks, width });
  };

  const openBlock = (mark: BlockMark) => {
    switch (mark.type) {
      case 'item':
        return openItem(mark);
      case 'quote': {
        const children: Block[] = [];
        add({ type: 'quote', children });
        open.push({ blocks: children, width: 0 });
        return;
      }
      case 'code':
        noteStart(lineStart);
        leaf = { ...mark, lines: [] };
        return;
      case 'heading':
        return add({ type: 'heading', level: mark.level, children: parseInline(mark.text) });
      case 'rule':
        return add(mark);
    }
  };

  /** Makes the last line of a paragraph the header of a table, if this line is the one below a header. */
  const openTable = (lines: string[], line: string): boolean => {
    const last = lines.at(-1) ?? '';
    const header = tableHeader(last, line);
    // A line that is text only because it goes on with a paragraph cannot start a block.
    if (!header || blockMark(last, false)) return false;
    lines.pop();
    if (lines.length) {
      closeTo(open.length);
      noteStart(previousLineStart);
    }
    leaf = { type: 'table', header, rows: [] };
    return true;
  };

  const readCode = ({ lines, fence, indent }: Leaf & { type: 'code' }, line: string) => {
    const mark = line.trim();
    const isEnd =
      mark.length >= fence.length &&
      mark === fence.charAt(0).repeat(mark.length) &&
      indentOf(line) <= MAX_INDENT;
    if (isEnd) closeTo(open.length);
    else lines.push(line.slice(Math.min(indent, indentOf(line))));
  };

  return {
    /** Reads one line, without its line break, that starts at this position of the text. */
    read(source: string, start: number): void {
      previousLineStart = lineStart;
      lineStart = start;
      let line = leaf?.type === 'code' && open.length === 1 ? source : expandTabs(source);
      let depth = 1;
      for (const container of open.slice(1)) {
        const content = contentIn(container, line);
        if (content === null) break;
        line = content;
        depth++;
      }
      const stays = depth === open.length;
      if (stays && leaf?.type === 'code') return readCode(leaf, line);

      let opened = false;
      for (;;) {
        const inParagraph = !opened && leaf?.type === 'paragraph';
        if (inParagraph && indentOf(line) > MAX_INDENT) break;
        const mark = blockMark(line, inParagraph && stays);
        const width = mark && 'width' in mark ? mark.width : 0;
        if (!mark || (width && depth > MAX_DEPTH)) break;
        closeTo(depth);
        openBlock(mark);
        if (!width) return;
        opened = true;
        depth = open.length;
        line = line.slice(width);
      }

      const text = line.trimStart();
      if (!opened && text && leaf?.type === 'paragraph') {
        // A line that leaves the containers and opens nothing still belongs to their paragraph.
        if (!stays || !openTable(leaf.lines, text)) leaf.lines.push(text);
        return;
      }
      if (!opened && stays && leaf?.type === 'table') {
        const row = tableRow(text);
        if (row) {
          leaf.rows.push(row);
          return;
        }
      }
      closeTo(depth);
      if (text) {
        noteStart(lineStart);
        leaf = { type: 'paragraph', lines: [text] };
      }
    },

    /** After a line that ended before `end`: how many blocks, up to where, no further text can change. */
    closed(end: number): { count: number; end: number } {
      const isOpen = open.length > 1 || leaf || document.blocks.at(-1)?.type === 'list';
      return isOpen
        ? { count: starts.length - 1, end: starts.at(-1) ?? 0 }
        : { count: starts.length, end };
    },

    finish(): Block[] {
      closeTo(1);
      return document.blocks;
    },
  };
}

function leafBlock(leaf: Leaf): Block {
  if (leaf.type === 'code') return { type: 'code', text: leaf.lines.join('\n') };
  if (leaf.type === 'paragraph') {
    return { type: 'paragraph', children: parseInline(leaf.lines.join('\n').trimEnd()) };
  }
  const cells = (row: string[]): Cell[] => row.slice(0, leaf.header.length).map(parseInline);
  return { type: 'table', header: cells(leaf.header), rows: leaf.rows.map(cells) };
}
