import { describe, expect, test } from 'vitest';
import { createArrivals, reachedThrough } from '../../src/proxy/arrivals.ts';

const at = (minute: number) => `2026-11-23T10:${String(minute).padStart(2, '0')}:00.000Z`;
const said = (minute: number, by: 'agent' | 'customer' | 'bot', isSent = by === 'customer') => ({
  received: at(minute),
  isAgents: by === 'agent',
  isSent,
});

describe('until when the agents had a conversation that they let go of', () => {
  test('is what Zendesk says', () => {
    const listed = [said(1, 'agent'), said(9, 'customer')];

    expect(reachedThrough({ releasedAt: at(5), listed, isFree: false })).toBe(at(5));
  });

  test('is at least until their last words, whatever an old webhook said', () => {
    const listed = [said(1, 'customer'), said(7, 'agent'), said(9, 'customer')];

    expect(reachedThrough({ releasedAt: at(2), listed, isFree: false })).toBe(at(7));
  });

  test('is at least as long as it was seen in their hands', () => {
    const listed = [said(1, 'agent'), said(9, 'customer')];

    expect(reachedThrough({ heldThrough: at(6), listed, isFree: false })).toBe(at(6));
  });

  test('includes everything that had been sent while nobody has it since', () => {
    const listed = [said(1, 'agent'), said(8, 'customer'), said(9, 'customer', false)];

    expect(reachedThrough({ listed, isFree: true })).toBe(at(8));
  });

  test('is never when nothing shows that they had it', () => {
    expect(reachedThrough({ listed: [said(9, 'bot')], isFree: false })).toBe('');
  });
});

test('a message is late only if it is known to have come later', () => {
  const arrivals = createArrivals();
  arrivals.note({ key: 'early' }, at(1));
  arrivals.note({ key: 'late' }, at(3));

  const late = ['early', 'late', 'unheard of'].filter((key) => arrivals.isLate({ key }, at(2)));

  expect(late).toEqual(['late']);
});

test('what ends after the chat is missed unless it came in time', () => {
  const arrivals = createArrivals();
  arrivals.close('handoff', at(2));

  expect(arrivals.missed('handoff', at(2))).toBe(false);
  expect(arrivals.missed('handoff', at(3))).toBe(true);
  expect(arrivals.missed('handoff', undefined)).toBe(true);
  expect(arrivals.missed('another, of before a restart', at(1))).toBe(true);
});
