import { expect, test } from 'vitest';
import { createLeases } from '../../widget/lease.ts';
import { inMemory } from './a-chat.ts';
import { fakeClock } from './fake-clock.ts';

/** Two tabs that share what they keep, and write down when they have their turn. */
function twoTabs() {
  const clock = fakeClock();
  const items = inMemory();
  const turns: string[] = [];
  const tab = (name: string) => {
    const page = new AbortController();
    let leave = () => {};
    const over = createLeases(items, clock, name)
      .request('stream', { signal: page.signal }, async () => {
        turns.push(name);
        await new Promise<void>((resolve) => {
          leave = resolve;
        });
      })
      .catch(() => {});
    return { over, finish: () => leave(), close: () => page.abort() };
  };
  return { clock, items, turns, tab };
}

test('of two tabs that begin in the same moment one has its turn, the other when it has finished', async () => {
  const { clock, turns, tab } = twoTabs();
  const [first, second] = [tab('first'), tab('second')];
  await clock.pass(10 * 60_000);
  expect(turns).toHaveLength(1);

  for (const one of [first, second]) one.finish();
  await clock.pass(2_000);

  expect(turns.toSorted()).toEqual(['first', 'second']);
});

test('a tab that is closed leaves its turn at once, one that crashed after a minute and a half', async () => {
  const { clock, items, turns, tab } = twoTabs();
  const first = tab('first');
  await clock.pass(100);
  tab('second');
  await clock.pass(5_000);
  expect(turns).toEqual(['first']);

  first.close();
  await clock.pass(2_000);
  expect(turns).toEqual(['first', 'second']);

  items.setItem('crashed:lease', `gone ${clock.now() + 90_000}`);
  const heard: string[] = [];
  void createLeases(items, clock, 'third').request(
    'crashed',
    { signal: new AbortController().signal },
    async () => void heard.push('third'),
  );
  await clock.pass(89_000);
  expect(heard).toEqual([]);
  await clock.pass(3_000);
  expect(heard).toEqual(['third']);
});

test('a tab that is closed while it waits never has a turn', async () => {
  const { clock, turns, tab } = twoTabs();
  const first = tab('first');
  await clock.pass(100);
  const second = tab('second');

  second.close();
  first.finish();
  await clock.pass(5_000);

  expect(turns).toEqual(['first']);
});
