import { expect, test } from 'vitest';
import { createStorage } from '../../widget/storage.ts';
import { inMemory } from './a-chat.ts';
import { NOON } from './fake-clock.ts';

const DAY_MS = 86_400_000;
const SERVER = 'https://chat.example.com';

test('a draft is kept for thirty days, for its own conversation', () => {
  let now = NOON;
  const storage = createStorage(SERVER, inMemory(), () => now);
  storage.keepDraft('c1', 'half a thought', now);

  expect(storage.draft('c2')).toBe('');
  now += 30 * DAY_MS - 1;
  expect(storage.draft('c1')).toBe('half a thought');
  now += 1;
  expect(storage.draft('c1')).toBe('');
});

test('what somebody else has damaged counts as absent', () => {
  const items = inMemory();
  const storage = createStorage(SERVER, items, () => NOON);
  items.setItem(`baton:${SERVER}:session`, '{"id": "c1"}');
  items.setItem(`baton:${SERVER}:draft`, '{');
  items.setItem(`baton:${SERVER}:unsent:x`, 'null');

  expect(storage.session()).toBeNull();
  expect(storage.draft('')).toBe('');
  expect(storage.unsent()).toEqual([]);
});

test('unsent messages come back in the order in which they were written', () => {
  const storage = createStorage(SERVER, inMemory(), () => NOON);
  const at = (ms: number) => new Date(NOON + ms).toISOString();
  storage.keepUnsent({ id: 'a', text: 'second', at: at(2), refused: false });
  storage.keepUnsent({ id: 'b', text: 'first', at: at(1), refused: false });

  expect(storage.unsent().map(({ text }) => text)).toEqual(['first', 'second']);
});

test('two servers on one page do not see each other’s chats', () => {
  const items = inMemory();
  createStorage(SERVER, items, () => NOON).keepSession({ id: 'c1', token: 't' });

  expect(createStorage('https://other.example.com', items, () => NOON).session()).toBeNull();
});

test('a session that another tab has replaced is not forgotten', () => {
  const storage = createStorage(SERVER, inMemory(), () => NOON);
  storage.keepSession({ id: 'c2', token: 't' });

  storage.dropSession('c1');

  expect(storage.session()?.id).toBe('c2');
});
