import { signal } from '@preact/signals';
import { expect, test, vi } from 'vitest';
import { greet, type GreetingParts } from '../../widget/greeting.ts';
import { inMemory } from './a-chat.ts';
import { fakeClock } from './fake-clock.ts';

const DAY_MS = 24 * 3_600_000;

/** A visitor's browser: what it keeps, and the pages that are opened in it. */
function visitor() {
  const clock = fakeClock();
  const kept = inMemory();
  let session = inMemory();
  return {
    clock,
    newSession() {
      session = inMemory();
    },
    /** A page on which the AI agent speaks first after twenty seconds. */
    page(change: Partial<GreetingParts> = {}) {
      const isOpen = signal(false);
      const isUnderWay = signal(false);
      let dismiss = () => {};
      const hide = vi.fn<() => void>();
      const show = vi.fn<GreetingParts['show']>((onDismiss) => {
        dismiss = onDismiss;
        return hide;
      });
      const stop = greet({
        rule: { message: 'Looking for a teapot?', afterSeconds: 20 },
        chat: { isOpen, isUnderWay },
        clock,
        pageAgeMs: 0,
        kept,
        session,
        isBusy: () => false,
        path: () => '/teapots/red',
        show,
        ...change,
      });
      return { isOpen, isUnderWay, show, hide, stop, dismiss: () => dismiss() };
    },
  };
}

test('the AI agent speaks first when a visitor has been there as long as the site says', async () => {
  const { clock, page } = visitor();
  const { show } = page({ pageAgeMs: 5_000 });

  await clock.pass(14_999);
  expect(show).not.toHaveBeenCalled();
  await clock.pass(1);

  expect(show).toHaveBeenCalledOnce();
});

test('it speaks once a session, on whatever page', async () => {
  const { clock, page, newSession } = visitor();
  const first = page();
  await clock.pass(20_000);
  first.stop();

  const second = page();
  await clock.pass(60_000);
  expect(second.show).not.toHaveBeenCalled();
  newSession();
  const later = page();
  await clock.pass(20_000);

  expect(later.show).toHaveBeenCalledOnce();
});

test('whoever sent it away hears nothing for seven days', async () => {
  const { clock, page, newSession } = visitor();
  const first = page();
  await clock.pass(20_000);
  first.dismiss();
  expect(first.hide).toHaveBeenCalled();

  newSession();
  await clock.pass(6 * DAY_MS);
  const within = page();
  await clock.pass(60_000);
  expect(within.show).not.toHaveBeenCalled();
  await clock.pass(DAY_MS);
  const after = page();
  await clock.pass(20_000);

  expect(after.show).toHaveBeenCalledOnce();
});

test('somebody who is typing is left alone until they are done', async () => {
  const { clock, page } = visitor();
  let isTyping = true;
  const { show } = page({ isBusy: () => isTyping });

  await clock.pass(60_000);
  expect(show).not.toHaveBeenCalled();
  isTyping = false;
  await clock.pass(5_000);

  expect(show).toHaveBeenCalledOnce();
});

test.each([
  ['/teapots/*', 1],
  ['/teapots/red', 1],
  ['*/red', 1],
  ['/cups/*', 0],
  ['/teapots', 0],
  ['/teapots/r.d', 0],
])('a rule for %s speaks on /teapots/red %i times', async (onUrl, times) => {
  const { clock, page } = visitor();
  const { show } = page({ rule: { message: 'Hi', afterSeconds: 20, onUrl } });

  await clock.pass(60_000);

  expect(show).toHaveBeenCalledTimes(times);
});

test.each(['isOpen', 'isUnderWay'] as const)(
  'whoever comes by themselves needs no invitation, and loses one that is there: %s',
  async (fact) => {
    const { clock, page, newSession } = visitor();
    const early = page();
    early[fact].value = true;
    await clock.pass(60_000);
    expect(early.show).not.toHaveBeenCalled();

    newSession();
    const late = page();
    await clock.pass(20_000);
    late[fact].value = true;

    expect(late.show).toHaveBeenCalledOnce();
    expect(late.hide).toHaveBeenCalled();
  },
);
