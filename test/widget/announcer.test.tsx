import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createAnnouncer, type Announcer } from '../../widget/announcer.ts';

let announcer: Announcer;

beforeEach(() => {
  vi.useFakeTimers();
  announcer = createAnnouncer(document);
});
afterEach(() => {
  announcer.remove();
  vi.useRealTimers();
});

function texts(role: string): (string | null)[] {
  const region = document.querySelector(`[data-baton-announcer] > [role=${role}]`);
  return [...(region?.children ?? [])].map(({ textContent }) => textContent);
}

test('the regions are in the page itself, empty at first', () => {
  expect(document.querySelector('[data-baton-announcer]')?.parentElement).toBe(document.body);
  expect([texts('status'), texts('alert')]).toEqual([[], []]);
});

test('each text is a child of its own and leaves after ten seconds', () => {
  announcer.say('Back online.');
  vi.advanceTimersByTime(9999);
  expect(texts('status')).toEqual(['Back online.']);

  vi.advanceTimersByTime(1);

  expect(texts('status')).toEqual([]);
});

test('texts come 150 ms apart, so that none is swallowed', () => {
  announcer.say('One');
  announcer.say('Two');
  vi.advanceTimersByTime(149);
  expect(texts('status')).toEqual(['One']);

  vi.advanceTimersByTime(1);

  expect(texts('status')).toEqual(['One', 'Two']);
});

test('what went wrong is said at once', () => {
  announcer.alert('Message not sent.');
  vi.advanceTimersByTime(0);

  expect(texts('alert')).toEqual(['Message not sent.']);
  expect(texts('status')).toEqual([]);
});

test('nothing is left in the page when the chat is taken away', () => {
  announcer.say('One');
  announcer.remove();
  vi.runAllTimers();

  expect(document.querySelector('[data-baton-announcer]')).toBeNull();
});
