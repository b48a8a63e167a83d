import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseMarkdown } from '../../../widget/markdown/parse.ts';
import { createMarkdownStream } from '../../../widget/markdown/stream.ts';
import { EXAMPLES } from './examples.ts';

const texts = Object.values(EXAMPLES)
  .flat()
  .map(([markdown]) => markdown);

/** Texts in which every mark meets every other, cut into deltas of any size. */
const deltas = fc
  .array(
    fc.constantFrom(
      ...texts,
      '\n',
      '\n\n',
      '\r\n',
      ' ',
      '  ',
      '\t',
      'a',
      'B',
      '|',
      '-',
      '#',
      '>',
      '```',
      '~~~',
      '1.',
      '*',
      '**',
      '_',
      '`',
      '[',
      ']',
      '(',
      ')',
      '![',
      '[1]',
      'https://x.example',
      '&amp;',
      '\\',
    ),
    { maxLength: 14 },
  )
  .chain((parts) => {
    const text = parts.join('');
    return fc
      .array(fc.nat({ max: text.length }), { maxLength: 12 })
      .map((cuts) => split(text, cuts));
  });

function split(text: string, cuts: readonly number[]): string[] {
  const ends = [...cuts, text.length].toSorted((a, b) => a - b);
  return ends.map((end, index) => text.slice(ends[index - 1] ?? 0, end));
}

test(
  'an answer looks the same at every moment, however it was cut on the way',
  { timeout: 60_000 },
  () => {
    fc.assert(
      fc.property(deltas, (parts) => {
        const stream = createMarkdownStream();
        let text = '';
        for (const part of parts) {
          text += part;
          expect(stream.append(part)).toEqual(parseMarkdown(text));
          expect(stream.blocks()).toEqual(parseMarkdown(text));
        }
      }),
      { numRuns: 600 },
    );
  },
);

test('an answer that comes letter by letter ends as the answer that came at once', () => {
  const text = texts.join('\n\n');
  const stream = createMarkdownStream();

  for (const letter of text) stream.append(letter);

  expect(stream.blocks()).toEqual(parseMarkdown(text));
});

test('a finished paragraph is not touched while the rest of the answer arrives', () => {
  const stream = createMarkdownStream();
  const [first] = stream.append('# Returns\n\nYou have 30 days.\n\n').slice(1);

  const blocks = stream.append('Send it back in **its box');

  expect(blocks[1]).toBe(first);
  expect(stream.append('**.\n\n- a\n- b')[1]).toBe(first);
});

test('a finished list is not touched once a whole line follows it', () => {
  const stream = createMarkdownStream();
  const [list] = stream.append('- a\n- b\n\nafter\n');

  const blocks = stream.append('more');

  expect(blocks[0]).toBe(list);
});

test('a list stays open for its next item', () => {
  const stream = createMarkdownStream();
  stream.append('- a\n\n');

  const blocks = stream.append('- b');

  expect(blocks).toEqual(parseMarkdown('- a\n- b'));
});
