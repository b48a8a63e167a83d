import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { after, departing, type Doubt, type Outcome } from '../../src/proxy/transition.ts';
import type { OutboxRow } from '../../src/store/store.ts';

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

/** A request that left at 1,000 and can no longer arrive from 76,000 on. */
function doubt(looks: number, isSettled = false): Doubt {
  return { looks, settlesAt: 76_000, isSettled };
}

test('what Zendesk has keeps its id and forgets its words', () => {
  expect(after({ type: 'sent', result: 'z1' }, doubt(0), 1_200)).toEqual({
    state: 'sent',
    result: 'z1',
    body: '{}',
  });
});

test('what nobody can say is looked for at once, then less and less often, and once it is settled', () => {
  let now = 11_000;
  const looks = [];
  for (let look = 0; now < 76_000; look += 1) {
    const { dueAt = 0 } = after({ type: look === 0 ? 'unknown' : 'absent' }, doubt(look), now);
    looks.push(dueAt - now);
    now = dueAt;
  }

  expect(looks).toEqual([500, 1_000, 2_000, 4_000, 8_000, 16_000, 32_000, 1_500]);
});

test('a message that is not there is sent again only when it can no longer arrive', () => {
  expect(after({ type: 'absent' }, doubt(9, false), 80_000).state).toBe('unknown');
  expect(after({ type: 'absent' }, doubt(9, true), 76_000)).toEqual({
    state: 'pending',
    dueAt: 76_000,
  });
});

test('as long as Zendesk cannot be asked nothing is sent again, however long that is', () => {
  fc.assert(
    fc.property(fc.nat(10 ** 9), fc.nat(60), (now, looks) => {
      expect(after({ type: 'unknown' }, doubt(looks, true), now).state).toBe('unknown');
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
    fc.property(
      outcome,
      fc.nat(10 ** 6),
      fc.nat(60),
      fc.boolean(),
      (given, now, looks, settled) => {
        const { dueAt = -1 } = after(given, doubt(looks, settled), now);
        expect(dueAt).toBeGreaterThanOrEqual(now);
        expect(dueAt).toBeLessThanOrEqual(now + 10 ** 7);
      },
    ),
  );
});
