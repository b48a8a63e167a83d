import { textOf } from './piece.ts';
import type { Block, Inline } from './tree.ts';

type PartText = (part: Inline) => string;

/** An answer without marks, to copy or keep: links are followed by their address. */
export function plainText(blocks: readonly Block[]): string {
  return joined(blocks, '\n\n', partWithAddress);
}

/** An answer to be read aloud: no addresses and no numbers of sources. */
export function spokenText(blocks: readonly Block[]): string {
  return joined(blocks, '\n\n', spokenPart);
}

function joined(blocks: readonly Block[], between: string, partText: PartText): string {
  return blocks
    .map((block) => blockText(block, partText))
    .filter(Boolean)
    .join(between);
}

function blockText(block: Block, partText: PartText): string {
  const line = (parts: readonly Inline[]) => parts.map(partText).join('');
  switch (block.type) {
    case 'paragraph':
    case 'heading':
      return line(block.children);
    case 'code':
      return block.text;
    case 'rule':
      return '';
    case 'quote':
      return joined(block.children, '\n', partText);
    case 'list':
      return block.items
        .map((item, index) => {
          const mark = block.ordered ? `${block.start + index}. ` : '- ';
          const hanging = `\n${' '.repeat(mark.length)}`;
          return mark + joined(item, '\n', partText).replaceAll('\n', hanging);
        })
        .join('\n');
    case 'table':
      return [block.header, ...block.rows].map((row) => row.map(line).join(' | ')).join('\n');
  }
}

function partWithAddress(part: Inline): string {
  if (isMarked(part)) return part.children.map(partWithAddress).join('');
  const text = textOf(part);
  const isKnown = !('href' in part) || bare(text) === bare(part.href);
  return isKnown ? text : `${text} (${part.href})`.trimStart();
}

function spokenPart(part: Inline): string {
  if (isMarked(part)) return part.children.map(spokenPart).join('');
  return part.type === 'citation' ? '' : textOf(part);
}

function isMarked(part: Inline): part is Inline & { type: 'strong' | 'emphasis' } {
  return part.type === 'strong' || part.type === 'emphasis';
}

function bare(address: string): string {
  return address.replace(/^(?:https?:\/\/|mailto:|tel:)/i, '').replace(/\/$/, '');
}
