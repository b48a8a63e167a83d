import { signal } from '@preact/signals';
import { expect, test } from 'vitest';
import { loadTexts } from '../../widget/language.ts';
import { countInTitle } from '../../widget/tab-title.ts';

await loadTexts('later');

test('the title of the page tells how much is unread, and is itself again when it was read', () => {
  const unread = signal(0);
  const page = { title: 'Pots' };
  countInTitle(unread, page);
  expect(page.title).toBe('Pots');

  unread.value = 1;
  expect(page.title).toBe('(1) Pots');
  unread.value = 12;
  expect(page.title).toBe('(12) Pots');
  unread.value = 0;

  expect(page.title).toBe('Pots');
});

test('a title that the page changes meanwhile is the one that comes back', () => {
  const unread = signal(1);
  const page = { title: 'Pots' };
  countInTitle(unread, page);

  page.title = 'Teapots';
  unread.value = 2;
  expect(page.title).toBe('(2) Teapots');
  page.title = 'Cups';
  unread.value = 0;

  expect(page.title).toBe('Cups');
});

test('a chat that is taken off the page takes its number with it', () => {
  const page = { title: 'Pots' };
  const stop = countInTitle(signal(3), page);

  stop();

  expect(page.title).toBe('Pots');
});
