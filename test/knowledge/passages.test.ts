import { expect, test } from 'vitest';
import { passages } from '../../src/knowledge/passages.ts';

const article = (text: string) => ({
  id: '1',
  locale: 'en-us',
  title: 'Returns',
  url: 'https://help.example/1',
  text,
});
const sentence = 'This is a sentence of exactly eight little words. ';
const cut = (text: string) =>
  passages(article(text)).map(({ heading, text: own }) => [heading, own]);

test('an article is cut along its headings', () => {
  expect(cut('Intro.\n\n## At home\n\nPrint a label.\n\n## Abroad\n\nPay the postage.')).toEqual([
    ['', 'Intro.'],
    ['At home', 'Print a label.'],
    ['Abroad', 'Pay the postage.'],
  ]);
});

test('a passage knows where it comes from', () => {
  expect(passages(article('Intro.'))).toEqual([
    {
      articleId: '1',
      locale: 'en-us',
      title: 'Returns',
      url: 'https://help.example/1',
      heading: '',
      text: 'Intro.',
    },
  ]);
});

test('a heading above a heading belongs to it, and a last one without text is kept', () => {
  expect(cut('## Returns\n\n## Abroad\n\nPay.\n\n## The end')).toEqual([
    ['Returns: Abroad', 'Pay.'],
    ['The end', 'The end'],
  ]);
});

test('a long section is cut between its paragraphs, and nothing of it is lost', () => {
  const paragraph = sentence.repeat(6).trim();
  const text = Array.from({ length: 10 }, () => paragraph).join('\n\n');

  const parts = passages(article(text)).map((passage) => passage.text);

  expect(parts.length).toBeGreaterThan(3);
  expect(parts.join('\n\n')).toBe(text);
});

test('a list stays with the sentence that leads to it', () => {
  const text = `${sentence.repeat(10)}You need:\n\n- a box\n- a label`;

  expect(passages(article(text))).toHaveLength(1);
});

test.each([
  ['one paragraph', sentence.repeat(200)],
  ['one list', Array.from({ length: 200 }, () => `- ${sentence}`).join('\n')],
  ['one sentence', 'word '.repeat(2000)],
  ['one word', 'x'.repeat(5000)],
  ['Chinese', '这是一个很长的句子没有空格。'.repeat(400)],
])('%s without end is cut, too', (_what, text) => {
  const parts = passages(article(text)).map((passage) => passage.text);

  expect(parts.length).toBeGreaterThan(3);
  expect(Math.max(...parts.map(({ length }) => length))).toBeLessThan(12_000);
  expect(parts.join('').replace(/\s/g, '')).toBe(text.replace(/\s/g, ''));
});
