import { expect, test, vi } from 'vitest';
import { LANGUAGES } from '../../src/protocol/languages.ts';
import { detect } from './detect.ts';
import { OTHERS } from './other-sentences.ts';
import { WISHES } from './wish-sentences.ts';

// Hundreds of questions on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

test('at least 400 sentences in every language the chat speaks are labelled', () => {
  const sentences = [...Object.values(WISHES), ...Object.values(OTHERS)].flat();

  expect(new Set(sentences).size).toBeGreaterThanOrEqual(400);
  expect(Object.keys(WISHES).toSorted()).toEqual([...LANGUAGES].toSorted());
  expect(Object.keys(OTHERS).toSorted()).toEqual([...LANGUAGES].toSorted());
});

test('wishes for a person are heard with precision and recall of 0.95, and in no language much worse', () => {
  const each = detect();

  const { precision, recall, missed, wrong } = each.at(-1) ?? {};
  expect({ precision, recall, missed, wrong }).toEqual({
    precision: expect.toSatisfy((share: number) => share >= 0.95),
    recall: expect.toSatisfy((share: number) => share >= 0.95),
    missed: expect.anything(),
    wrong: expect.anything(),
  });
  expect(each.filter((one) => one.precision < 0.88 || one.recall < 0.88)).toEqual([]);
});
