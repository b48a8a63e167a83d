import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { after, departing, type Outcome } from '../../src/proxy/transition.ts';
import type { OutboxRow } from '../../src/store/store.ts';

const SETTLE_MS = 75_000;
const FRESH: OutboxRow = {
  conversationId: 'c',
  position: 1,
  kind: 'post-message',
  key: 'k',
  body: '{"text":"Hello"}',
  state: 'pending',
  attempts: 0,
  attemptAt: null,
  dueAt: 0,
  result: null,
};
const left = { ...FRESH, ...departing(FRESH, 1_000) };

test('the intent is there before a byte leaves, and nobody looks while the request may take', () => {
  expect(left).toMatchObject({ state: 'inflight', attempts: 1, attemptAt: 1_000, dueAt: 11_000 });
});

test('what Zendesk has keeps its id and forgets its words', () => {
  expect(after(left, { type: 'sent', result: 'z1' }, 1_200, SETTLE_MS)).toEqual({
    state: 'sent',
    result: 'z1',
    body: '{}',
  });
});

test('what nobody can say is looked for at once, then less and less often', () => {
  let row: OutboxRow = { ...left, ...after(left, { type: 'unknown' }, 1_100, SETTLE_MS) };
  const looks = [row.dueAt];
  while (looks.length < 8) {
    row = { ...row, ...after(row, { type: 'absent' }, row.dueAt, SETTLE_MS) };
    looks.push(row.dueAt);
  }

  expect(row.state).toBe('unknown');
  expect(looks[0]).toBe(1_600);
  const distances = looks.slice(1).map((look, index) => look - (looks[index] ?? 0));
  expect(distances).toEqual(distances.toSorted((one, other) => one - other));
  expect(distances.at(-1)).toBe(8_000);
});

test('a message that is not there is sent again only when it can no longer arrive', () => {
  const unknown: OutboxRow = { ...left, state: 'unknown' };
  const early = after(unknown, { type: 'absent' }, 1_000 + SETTLE_MS - 1, SETTLE_MS);
  const late = after(unknown, { type: 'absent' }, 1_000 + SETTLE_MS, SETTLE_MS);

  expect(early.state).toBe('unknown');
  expect(late).toEqual({ state: 'pending', dueAt: 1_000 + SETTLE_MS });
});

test('as long as Zendesk cannot be asked nothing is sent again, however long that is', () => {
  fc.assert(
    fc.property(fc.nat(10 ** 9), (waitedMs) => {
      const row: OutboxRow = { ...left, state: 'unknown' };
      expect(after(row, { type: 'unknown' }, 1_000 + waitedMs, SETTLE_MS).state).toBe('unknown');
    }),
  );
});

test('no outcome makes a row due in the past, or without end', () => {
  const outcome = fc.oneof(
    fc.constant<Outcome>({ type: 'unknown' }),
    fc.constant<Outcome>({ type: 'absent' }),
    fc.nat(10 ** 7).map((afterMs): Outcome => ({ type: 'later', afterMs })),
  );
  fc.assert(
    fc.property(outcome, fc.nat(10 ** 6), fc.boolean(), (given, waitedMs, isSent) => {
      const now = 1_000 + waitedMs;
      const row: OutboxRow = { ...left, state: isSent ? 'inflight' : 'unknown' };
      const { dueAt = -1 } = after(row, given, now, SETTLE_MS);
      expect(dueAt).toBeGreaterThanOrEqual(now);
      expect(dueAt).toBeLessThanOrEqual(now + 10 ** 7);
    }),
  );
});
