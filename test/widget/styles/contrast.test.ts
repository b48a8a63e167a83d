import { describe, expect, test } from 'vitest';
import { contrast } from './contrast.ts';
import { dark, light } from './tokens.ts';

/** What is read on what, and the least contrast: 4.5 for text, 3 for what is only a shape (WCAG 2.2, 1.4.3 and 1.4.11). */
const PAIRS: [front: string, back: string, least: number][] = [
  ['ink', 'canvas', 4.5],
  ['ink', 'surface', 4.5],
  ['ink', 'sunken', 4.5],
  ['ink', 'warn-soft', 4.5],
  ['ink', 'bad-soft', 4.5],
  ['ink-2', 'canvas', 4.5],
  ['ink-2', 'surface', 4.5],
  ['ink-2', 'sunken', 4.5],
  ['ink-3', 'canvas', 4.5],
  ['ink-3', 'surface', 4.5],
  ['ink-3', 'sunken', 4.5],
  ['on-accent', 'accent', 4.5],
  ['on-user', 'user', 4.5],
  ['accent-text', 'accent-soft', 4.5],
  ['accent-text', 'canvas', 4.5],
  ['accent-text', 'surface', 4.5],
  ['on-human-soft', 'human-soft', 4.5],
  ['human', 'canvas', 4.5],
  ['human', 'surface', 4.5],
  ['human', 'human-soft', 4.5],
  ['ok', 'ok-soft', 4.5],
  ['warn', 'warn-soft', 4.5],
  ['bad', 'bad-soft', 4.5],
  ['bad', 'canvas', 4.5],
  ['control', 'surface', 3],
  ['control', 'sunken', 3],
  ['human-solid', 'canvas', 3],
  ['focus', 'canvas', 3],
  ['focus', 'surface', 3],
  ['focus', 'sunken', 3],
  ['focus', 'accent-soft', 3],
  ['focus', 'human-soft', 3],
];

describe.each([
  ['light', light],
  ['dark', dark],
])('in the %s theme', (_theme, tokens) => {
  test.each(PAIRS)('%s on %s has at least %d to 1', (front, back, least) => {
    expect(contrast(colour(tokens, front), colour(tokens, back))).toBeGreaterThanOrEqual(least);
  });
});

test('the dark theme has a colour of its own for every colour of the light one', () => {
  expect(Object.keys(dark).toSorted()).toEqual(Object.keys(light).toSorted());
});

function colour(tokens: Record<string, string>, name: string): string {
  const value = tokens[name];
  if (!value) throw new Error(`There is no colour --baton-${name}.`);
  return value;
}
