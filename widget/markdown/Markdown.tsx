import { Component } from 'preact';
import { inlineContent, type Surroundings } from './inline-content.tsx';
import type { Block, Cell } from './tree.ts';

type Props = Surroundings & { blocks: readonly Block[] };

/**
 * An answer. A block that is the same object as before is not rendered again, provided that `citation` and
 * `link` are the same too.
 */
export function Markdown({ blocks, citation, link }: Props) {
  return (
    <>
      {blocks.map((block, index) => (
        <MarkdownBlock key={index} block={block} citation={citation} link={link} />
      ))}
    </>
  );
}

type BlockProps = Surroundings & { block: Block };

class MarkdownBlock extends Component<BlockProps> {
  override shouldComponentUpdate(next: BlockProps): boolean {
    const { block, citation, link } = this.props;
    return next.block !== block || next.citation !== citation || next.link !== link;
  }

  override render({ block, ...surroundings }: BlockProps) {
    // Only the outermost element, for a browser that looks for the direction skips parts that have their own.
    return blockElement(block, surroundings, 'auto');
  }
}

function blockElement(block: Block, surroundings: Surroundings, dir?: 'auto') {
  switch (block.type) {
    case 'paragraph':
      return <p dir={dir}>{inlineContent(block.children, surroundings)}</p>;
    case 'heading':
      // One level below the panel's own, whatever the answer begins with: an outline that skips a level misleads.
      return (
        <h3 dir={dir} data-level={block.level}>
          {inlineContent(block.children, surroundings)}
        </h3>
      );
    case 'list': {
      const items = block.items.map((item) => <li>{blockElements(item, surroundings)}</li>);
      if (!block.ordered) return <ul dir={dir}>{items}</ul>;
      return (
        <ol dir={dir} start={block.start}>
          {items}
        </ol>
      );
    }
    case 'quote':
      return <blockquote dir={dir}>{blockElements(block.children, surroundings)}</blockquote>;
    case 'rule':
      return <hr />;
    case 'code':
      return (
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- scrolled with the keyboard
        <pre dir="ltr" tabIndex={0}>
          <code>{block.text}</code>
        </pre>
      );
    case 'table':
      return (
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- scrolled with the keyboard
        <div class="table" dir={dir} tabIndex={0}>
          <table>
            <thead>
              <tr>
                {block.header.map((cell) => (
                  <th scope="col">{inlineContent(cell, surroundings)}</th>
                ))}
              </tr>
            </thead>
            <tbody>{block.rows.map((row) => tableRow(row, surroundings))}</tbody>
          </table>
        </div>
      );
  }
}

function blockElements(blocks: readonly Block[], surroundings: Surroundings) {
  return blocks.map((block) => blockElement(block, surroundings));
}

function tableRow(cells: readonly Cell[], surroundings: Surroundings) {
  return (
    <tr>
      {cells.map((cell) => (
        <td>{inlineContent(cell, surroundings)}</td>
      ))}
    </tr>
  );
}
