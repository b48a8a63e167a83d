import type { ComponentChildren } from 'preact';
import { ExternalLink, type LinkSettings } from './ExternalLink.tsx';
import { textOf } from './piece.ts';
import type { Inline } from './tree.ts';

/** What an answer needs to know of the place it is shown in. */
export type Surroundings = {
  /** The chip of a source. Without it the number stays as it was written. */
  citation?: (number: number) => ComponentChildren;
  link?: LinkSettings;
};

export function inlineContent(nodes: readonly Inline[], surroundings: Surroundings) {
  return nodes.map((node) => inlinePart(node, surroundings));
}

function inlinePart(node: Inline, surroundings: Surroundings): ComponentChildren {
  const { citation, link } = surroundings;
  switch (node.type) {
    case 'text':
      return node.text;
    case 'code':
      return <code>{node.text}</code>;
    case 'break':
      return <br />;
    case 'strong':
      return <strong>{inlineContent(node.children, surroundings)}</strong>;
    case 'emphasis':
      return <em>{inlineContent(node.children, surroundings)}</em>;
    case 'link':
      return (
        <ExternalLink href={node.href} text={textOf(node)} link={link}>
          {inlineContent(node.children, surroundings)}
        </ExternalLink>
      );
    case 'image':
      // Loading an image would tell its host who reads this, so the reader decides.
      return (
        <span class="image-link">
          <ExternalLink href={node.href} text={node.alt || new URL(node.href).host} link={link} />
        </span>
      );
    case 'citation':
      return citation ? citation(node.number) : textOf(node);
  }
}
