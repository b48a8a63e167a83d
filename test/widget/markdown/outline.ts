import type { Block, Inline } from '../../../widget/markdown/parse.ts';

/** A tree as one line that reads like HTML, to compare and to read in a failure. Text is as it is. */
export function outline(blocks: readonly Block[]): string {
  return blocks.map(blockOutline).join('');
}

function blockOutline(block: Block): string {
  switch (block.type) {
    case 'paragraph':
      return `<p>${line(block.children)}</p>`;
    case 'heading':
      return `<h${block.level}>${line(block.children)}</h${block.level}>`;
    case 'list': {
      const items = block.items.map((item) => `<li>${outline(item)}</li>`).join('');
      return block.ordered ? `<ol ${block.start}>${items}</ol>` : `<ul>${items}</ul>`;
    }
    case 'code':
      return `<pre>${block.text}</pre>`;
    case 'quote':
      return `<quote>${outline(block.children)}</quote>`;
    case 'rule':
      return '<hr>';
    case 'table': {
      const rows = [block.header, ...block.rows].map((row) => row.map(line).join(' | '));
      return `<table>${rows.join(' / ')}</table>`;
    }
  }
}

function line(nodes: readonly Inline[]): string {
  return nodes.map(inlineOutline).join('');
}

function inlineOutline(node: Inline): string {
  switch (node.type) {
    case 'text':
      return node.text;
    case 'strong':
      return `<b>${line(node.children)}</b>`;
    case 'emphasis':
      return `<i>${line(node.children)}</i>`;
    case 'code':
      return `<code>${node.text}</code>`;
    case 'link':
      return `<a ${node.href}>${line(node.children)}</a>`;
    case 'image':
      return `<image ${node.href}>${node.alt}</image>`;
    case 'break':
      return '<br>';
    case 'citation':
      return `<cite ${node.number}>`;
  }
}
