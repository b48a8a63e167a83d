import { describe, expect, test } from 'vitest';
import { parseMarkdown } from '../../../widget/markdown/parse.ts';
import { EXAMPLES } from './examples.ts';
import { outline } from './outline.ts';

for (const [topic, examples] of Object.entries(EXAMPLES)) {
  describe(`an answer with ${topic} means what its writer meant`, () => {
    test.each(examples.map(([markdown, tree]) => ({ markdown, tree })))(
      '$markdown',
      ({ markdown, tree }) => {
        expect(outline(parseMarkdown(markdown))).toBe(tree);
      },
    );
  });
}

test('HTML in an answer is text, also in the tree', () => {
  const blocks = parseMarkdown('<b>a</b>');

  expect(blocks).toEqual([{ type: 'paragraph', children: [{ type: 'text', text: '<b>a</b>' }] }]);
});

test('marks nested deeper than anyone reads become text instead of an endless tree', () => {
  const depth = (text: string) => outline(parseMarkdown(text)).split('<quote>').length - 1;

  expect(depth('>'.repeat(5))).toBe(5);
  expect(depth(`${'>'.repeat(10_000)} a`)).toBe(12);
});
