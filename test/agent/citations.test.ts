import { array, assert, constantFrom, nat, property } from 'fast-check';
import { expect, test } from 'vitest';
import { checkCitations } from '../../src/agent/citations.ts';
import { found } from './conversations.ts';

const articles = [
  found('Returns'),
  found('Delivery'),
  found('Returns', 'More of it.'),
  found('Care'),
];

function checked(...pieces: string[]) {
  const check = checkCitations(articles);
  const shown = pieces.map((piece) => check.push(piece));
  const text = [...shown, check.rest()].join('');
  return { text, titles: check.citations().map(({ number, title }) => `${number} ${title}`) };
}

test('marks are numbered in the order they are read', () => {
  expect(checked('Slow [2], but free [1]. Slow [2].')).toEqual({
    text: 'Slow [1], but free [2]. Slow [1].',
    titles: ['1 Delivery', '2 Returns'],
  });
});

test('two passages of one article are one citation', () => {
  expect(checked('Free [1][3], as said [1, 3].')).toEqual({
    text: 'Free [1], as said [1].',
    titles: ['1 Returns'],
  });
});

test.each([
  ['Gone [9].', 'Gone.'],
  ['Zero [0].', 'Zero.'],
  ['One of two [1, 9].', 'One of two [1].'],
  ['No link [1](https://attacker.example/?q=secret) here.', 'No link [1] here.'],
  ['Nor [1](https://attacker.example/(x)) here.', 'Nor [1] (https://attacker.example/(x)) here.'],
  ['A size [L] stays.', 'A size [L] stays.'],
  ['Escaped \\[1] stays.', 'Escaped \\[1] stays.'],
  ['Open [1', 'Open [1'],
])('“%s” reads “%s”', (said, read) => {
  expect(checked(said).text).toBe(read);
});

test('a mark that arrives in pieces is never shown in pieces', () => {
  const check = checkCitations(articles);

  const shown = ['Slow', ' [', '2', ']', ', yes'].map((piece) => check.push(piece));

  expect(shown).toEqual(['Slow', '', '', '', ' [1], yes']);
});

test('however an answer is cut into pieces, it reads the same', () => {
  const words = constantFrom(
    'So',
    ' ',
    '[1]',
    '[2]',
    '[3]',
    '[9]',
    '[1, 2]',
    '(x)',
    '(',
    ')',
    '[',
    ']',
    '\\',
    '.',
    '\n',
  );
  assert(
    property(array(words), array(nat()), (text, cuts) => {
      const whole = text.join('');
      const places = [...cuts.map((cut) => cut % (whole.length + 1)), 0, whole.length];
      const sorted = places.toSorted((a, b) => a - b);
      const pieces = sorted.map((place, index) => whole.slice(place, sorted[index + 1]));

      expect(checked(...pieces)).toEqual(checked(whole));
    }),
  );
});
