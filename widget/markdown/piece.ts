import type { Inline } from './tree.ts';

/** What a pair of marks puts around the pieces between them. */
export type Wrap =
  | { type: 'strong' | 'emphasis' }
  | { type: 'link'; href: string }
  | { type: 'image'; href: string };

/** A stretch of a line. It closes wraps, then shows its text and node, then opens wraps, outermost first. */
export type Piece = { closes: number; text: string; node: Inline | null; opens: Wrap[] };

/** The tree the pieces describe. Their wraps must be properly nested. */
export function inlineTree(pieces: readonly Piece[]): Inline[] {
  const root: Inline[] = [];
  const frames: { wrap: Wrap; children: Inline[] }[] = [];
  let links = 0;

  const add = (node: Inline) => {
    const siblings = frames.at(-1)?.children ?? root;
    // A link cannot hold anything else to press.
    const shown =
      links > 0 && isPressable(node) ? { type: 'text' as const, text: textOf(node) } : node;
    const last = siblings.at(-1);
    if (shown.type === 'text' && last?.type === 'text') {
      siblings[siblings.length - 1] = { type: 'text', text: last.text + shown.text };
    } else if (shown.type !== 'text' || shown.text) {
      siblings.push(shown);
    }
  };
  const close = () => {
    const frame = frames.pop();
    if (!frame) return;
    if (frame.wrap.type === 'link') links--;
    add(wrapped(frame.wrap, frame.children));
  };

  for (const { closes, text, node, opens } of pieces) {
    for (let count = 0; count < closes; count++) close();
    add({ type: 'text', text });
    if (node) add(node);
    for (const wrap of opens) {
      if (wrap.type === 'link') links++;
      frames.push({ wrap, children: [] });
    }
  }
  return root;
}

/** The words of a part, without what is around them. */
export function textOf(node: Inline): string {
  switch (node.type) {
    case 'text':
    case 'code':
      return node.text;
    case 'image':
      return node.alt;
    case 'break':
      return '\n';
    case 'citation':
      return `[${node.number}]`;
    default:
      return node.children.map(textOf).join('');
  }
}

function isPressable(node: Inline): boolean {
  return 'href' in node || node.type === 'citation';
}

function wrapped(wrap: Wrap, children: Inline[]): Inline {
  switch (wrap.type) {
    case 'image':
      return { ...wrap, alt: children.map(textOf).join('') };
    case 'link':
      // A link needs a name to be found by.
      return {
        ...wrap,
        children: children.length ? children : [{ type: 'text', text: wrap.href }],
      };
    default:
      return { type: wrap.type, children };
  }
}
