import { expect, test } from 'vitest';
import type { ClaimedRow, Store } from '../../src/store/store.ts';
import type { OpenStore } from './contract.ts';
import { append, handoff, start, startWithPosts, states, upTo } from './sample.ts';

const ticket = (key: string) => ({ kind: 'create-ticket' as const, key, body: '{}' });

export function leaseSentences(open: OpenStore): void {
  test('a worker gets the first row of a due conversation and a lease on it', async () => {
    const { store } = await open();
    await startWithPosts(store, 'a', ['one', 'two'], 100);

    const claimed = await store.claim(10, 'worker', 1000, 100, 'chat');

    expect(claimed).toMatchObject([
      { row: { conversationId: 'a', key: 'one', state: 'pending' }, epoch: 1, until: 1100 },
    ]);
  });

  test('nothing is given before it is due', async () => {
    const { store } = await open();
    await startWithPosts(store, 'a', ['one'], 100);

    expect(await store.claim(10, 'worker', 1000, 99, 'chat')).toEqual([]);
    expect(keys(await store.claim(10, 'worker', 1000, 100, 'chat'))).toEqual(['one']);
  });

  test('a row waits for the one before it, even when it is due itself', async () => {
    const { store } = await open();
    await startWithPosts(store, 'a', ['one', 'two'], 100);
    const first = await claimOne(store, 'worker', 100);
    await store.mark(first.row, first.epoch, { dueAt: 500 });

    expect(await store.claim(10, 'worker', 1000, 499, 'chat')).toEqual([]);
    expect(keys(await store.claim(10, 'worker', 1000, 500, 'chat'))).toEqual(['one']);
  });

  for (const state of ['inflight', 'unknown'] as const) {
    test(`a row that is ${state} holds up those behind it`, async () => {
      const { store } = await open();
      await startWithPosts(store, 'a', ['one', 'two'], 100);
      const first = await claimOne(store, 'worker', 100);

      await store.mark(first.row, first.epoch, { state });

      expect(await store.claim(10, 'worker', 1000, 100, 'chat')).toMatchObject([
        { row: { key: 'one', state } },
      ]);
    });
  }

  for (const state of ['sent', 'failed', 'cancelled'] as const) {
    test(`behind a row that is ${state} the next one goes on`, async () => {
      const { store } = await open();
      await startWithPosts(store, 'a', ['one', 'two'], 100);
      const first = await claimOne(store, 'worker', 100);

      await store.mark(first.row, first.epoch, { state });

      expect(keys(await store.claim(10, 'worker', 1000, 100, 'chat'))).toEqual(['two']);
    });
  }

  test('a ticket does not wait for the chat, nor the chat for a ticket', async () => {
    const { store } = await open();
    await startWithPosts(store, 'a', ['one'], 100);
    const tickets = [ticket('first'), ticket('second')];
    await store.tx((tx) => tx.enqueue('a', tickets, 200));

    const [chat] = await store.claim(10, 'worker', 1000, 200, 'chat');
    const [support] = await store.claim(10, 'worker', 1000, 200, 'support');

    expect([chat?.row.key, support?.row.key]).toEqual(['one', 'first']);
    expect(support?.epoch).toBe(chat?.epoch);
    if (support) await store.mark(support.row, support.epoch, { state: 'sent' });
    expect(keys(await store.claim(10, 'worker', 1000, 200, 'support'))).toEqual(['second']);
    expect(await store.nextDueAt('chat')).toBe(100);
    await store.tx((tx) => tx.cancelPending('a', ['create-ticket']));
    expect([await store.nextDueAt('chat'), await store.nextDueAt('support')]).toEqual([null, 200]);
  });

  test('a lease is for both lanes, and whoever takes it over doubts both', async () => {
    const { store } = await open();
    await startWithPosts(store, 'a', ['one'], 100);
    await store.tx((tx) => tx.enqueue('a', [ticket('first')], 100));
    for (const lane of ['chat', 'support'] as const) {
      const [claimed] = await store.claim(10, 'worker', 1000, 100, lane);
      if (claimed) await store.mark(claimed.row, claimed.epoch, { state: 'inflight' });
    }

    const early = await store.claim(10, 'other', 1000, 1099, 'support');
    const late = await store.claim(10, 'other', 1000, 1100, 'support');

    expect(early).toEqual([]);
    expect(late).toMatchObject([{ row: { key: 'first', state: 'unknown' } }]);
    expect(await states(store, 'a')).toEqual(['unknown', 'unknown']);
  });

  test('a worker takes no more than it asked for, the longest due first', async () => {
    const { store } = await open();
    for (const n of [3, 1, 2]) await startWithPosts(store, `a${n}`, [`row ${n}`], n);

    expect(keys(await store.claim(2, 'worker', 1000, 100, 'chat'))).toEqual(['row 1', 'row 2']);
  });

  test('who talks with an agent goes before those who wait for one', async () => {
    const { store } = await open();
    await startWithPosts(store, 'a', ['waits'], 1);
    await append(store, 'a', 'handoff', handoff('waiting'));
    await startWithPosts(store, 'b', ['talks'], 2);
    await append(store, 'b', 'handoff', handoff('live'));

    expect(keys(await store.claim(1, 'worker', 1000, 100, 'chat'))).toEqual(['talks']);
  });

  test('a conversation belongs to one worker at a time', async () => {
    const { store, reopen } = await open();
    await startWithPosts(store, 'a', ['one'], 100);
    const other = await reopen();
    await store.claim(10, 'worker', 1000, 100, 'chat');

    expect(await other.claim(10, 'other', 1000, 1099, 'chat')).toEqual([]);
  });

  test('the same worker may claim again and keeps its epoch', async () => {
    const { store } = await open();
    await startWithPosts(store, 'a', ['one'], 100);
    const first = await claimOne(store, 'worker', 100);
    await store.mark(first.row, first.epoch, { state: 'inflight' });

    const again = await claimOne(store, 'worker', 600);

    expect(again).toMatchObject({ epoch: first.epoch, until: 1600, row: { state: 'inflight' } });
  });

  test('when a worker goes silent another takes over', async () => {
    const { store } = await open();
    await startWithPosts(store, 'a', ['one'], 100);
    const first = await claimOne(store, 'worker', 100);

    const second = await claimOne(store, 'other', first.until);

    expect(second.epoch).toBeGreaterThan(first.epoch);
    expect(await store.claim(10, 'worker', 1000, first.until, 'chat')).toEqual([]);
  });

  test('whoever takes over doubts what the last worker had under way, in that conversation', async () => {
    const { store } = await open();
    await startWithPosts(store, 'a', ['one', 'two'], 100);
    await startWithPosts(store, 'b', ['one'], 9000);
    const first = await claimOne(store, 'worker', 100);
    await store.mark(first.row, first.epoch, { state: 'inflight', attemptAt: 100, attempts: 1 });

    const second = await claimOne(store, 'other', 5000);

    expect(second.row).toMatchObject({ state: 'unknown', attemptAt: 100, attempts: 1 });
    expect(await states(store, 'a')).toEqual(['unknown', 'pending']);
    expect(await states(store, 'b')).toEqual(['pending']);
  });

  test('a lease given back is free at once', async () => {
    const { store } = await open();
    await startWithPosts(store, 'a', ['one'], 100);
    const first = await claimOne(store, 'worker', 100);

    await store.release('a', 'worker');

    expect((await claimOne(store, 'other', 101)).epoch).toBeGreaterThan(first.epoch);
  });

  test('nobody can give back the lease of another', async () => {
    const { store } = await open();
    await startWithPosts(store, 'a', ['one'], 100);
    await store.claim(10, 'worker', 1000, 100, 'chat');

    await store.release('a', 'other');

    expect(await store.claim(10, 'other', 1000, 101, 'chat')).toEqual([]);
  });

  test('a worker that lost its lease can change nothing', async () => {
    const { store } = await open();
    await startWithPosts(store, 'a', ['one'], 100);
    const stale = await claimOne(store, 'worker', 100);
    await store.claim(10, 'other', 1000, 5000, 'chat');
    const before = await store.outbox('a');

    const marked = await store.mark(stale.row, stale.epoch, { state: 'sent', result: 'late' });

    expect(marked).toBe(false);
    expect(await store.outbox('a')).toEqual(before);
  });

  test('marking changes what it names and nothing else', async () => {
    const { store } = await open();
    await startWithPosts(store, 'a', ['one', 'two'], 100);
    const { row, epoch } = await claimOne(store, 'worker', 100);

    const marked = await store.mark(row, epoch, { state: 'inflight', attempts: 1, attemptAt: 7 });

    expect(marked).toBe(true);
    const [first, second] = await store.outbox('a');
    expect(first).toEqual({ ...row, state: 'inflight', attempts: 1, attemptAt: 7 });
    expect(second).toMatchObject({ state: 'pending', attempts: 0, attemptAt: null });
  });

  test('a whole row may be given to say how it should be', async () => {
    const { store } = await open();
    await startWithPosts(store, 'a', ['one'], 100);
    const { row, epoch } = await claimOne(store, 'worker', 100);
    const wanted = { ...row, body: '{"text":"changed"}', attempts: 2, dueAt: 300 };

    await store.mark(row, epoch, wanted);

    expect(await store.outbox('a')).toEqual([wanted]);
  });

  test('what was sent is not kept', async () => {
    const { store } = await open();
    await startWithPosts(store, 'a', ['one'], 100);
    const { row, epoch } = await claimOne(store, 'worker', 100);

    await store.mark(row, epoch, { state: 'sent', result: 'zendesk-1' });

    expect(await store.outbox('a')).toMatchObject([{ body: '{}', result: 'zendesk-1' }]);
  });

  test('a request does not leave when the customer cancelled it meanwhile', async () => {
    const { store } = await open();
    await startWithPosts(store, 'a', ['one'], 100);
    const { row, epoch } = await claimOne(store, 'worker', 100);
    await store.tx((tx) => tx.cancelPending('a'));

    const mayLeave = await store.mark(row, epoch, { state: 'inflight', attemptAt: 100 });

    expect(mayLeave).toBe(false);
    expect(await states(store, 'a')).toEqual(['cancelled']);
  });

  test('a timeout does not undo what an echo has proven', async () => {
    const { store } = await open();
    await startWithPosts(store, 'a', ['one'], 100);
    const { row, epoch } = await claimOne(store, 'worker', 100);
    await store.mark(row, epoch, { state: 'inflight' });
    await store.tx((tx) => tx.prove('a', 'post-message', 'one', 'zendesk-1'));

    const marked = await store.mark(row, epoch, { state: 'unknown', dueAt: 600 });

    expect(marked).toBe(false);
    expect(await store.outbox('a')).toMatchObject([{ state: 'sent', result: 'zendesk-1' }]);
    expect(await store.nextDueAt('chat')).toBeNull();
  });

  test('a row that does not exist cannot be changed', async () => {
    const { store } = await open();
    await startWithPosts(store, 'a', ['one'], 100);
    const { epoch } = await claimOne(store, 'worker', 100);

    const row = { conversationId: 'a', position: 99 };

    expect(await store.mark(row, epoch, { state: 'sent' })).toBe(false);
  });

  test('nobody waits for the lease of a worker that is known to be dead', async () => {
    const { store } = await open();
    for (const id of ['a', 'b']) await startWithPosts(store, id, ['one'], 100);
    const [left, waits] = await store.claim(10, 'dead', 1000, 100, 'chat');
    if (!left || !waits) throw new Error('there are two');
    await store.mark(left.row, left.epoch, { state: 'inflight', dueAt: 900 });
    await startWithPosts(store, 'c', ['one'], 100);
    await store.claim(1, 'living', 1000, 100, 'chat');
    const owners = await store.leaseOwners(200);

    await store.bury('dead', 200);

    expect(owners.toSorted()).toEqual(['dead', 'living']);
    expect(await store.leaseOwners(200)).toEqual(['living']);
    const claimed = await store.claim(10, 'worker', 1000, 200, 'chat');
    expect(new Map(claimed.map(({ row }) => [row.conversationId, row.state]))).toEqual(
      new Map([
        [left.row.conversationId, 'unknown'],
        [waits.row.conversationId, 'pending'],
      ]),
    );
    expect(await store.mark(left.row, left.epoch, { state: 'sent' })).toBe(false);
  });

  test('a lease that has run out counts for nobody', async () => {
    const { store } = await open();
    await startWithPosts(store, 'a', ['one'], 100);
    await store.claim(1, 'dead', 1000, 100, 'chat');

    expect(await store.leaseOwners(1100)).toEqual([]);
  });

  for (const state of ['failed', 'cancelled'] as const) {
    test(`what was not sent and never will be, because it is ${state}, is not kept`, async () => {
      const { store } = await open();
      await startWithPosts(store, 'a', ['one'], 100);
      const { row, epoch } = await claimOne(store, 'worker', 100);

      if (state === 'failed') await store.mark(row, epoch, { state });
      else await store.tx((tx) => tx.cancelPending('a'));

      expect(await store.outbox('a')).toMatchObject([{ state, body: '{}' }]);
    });
  }

  test('two workers that claim at the same time never get the same conversation', async () => {
    const { store, reopen } = await open();
    const other = await reopen();
    await start(store);
    for (const n of upTo(30)) await startWithPosts(store, `a${n}`, ['one'], 100);

    const claims = await Promise.all(
      upTo(12).map((n) =>
        n % 2
          ? store.claim(5, 'worker', 1000, 100, 'chat')
          : other.claim(5, 'other', 1000, 100, 'chat'),
      ),
    );

    const owners = new Map<string, Set<string>>();
    for (const [index, claimed] of claims.entries()) {
      for (const { row } of claimed) {
        const known = owners.get(row.conversationId) ?? new Set();
        owners.set(row.conversationId, known.add(index % 2 ? 'other' : 'worker'));
      }
    }
    expect([...owners.values()].filter(({ size }) => size > 1)).toEqual([]);
    expect(owners.size).toBeGreaterThanOrEqual(10);
  });

  test('the store knows when the next conversation is due', async () => {
    const { store } = await open();
    expect(await store.nextDueAt('chat')).toBeNull();
    await startWithPosts(store, 'a', ['one', 'two'], 300);
    await startWithPosts(store, 'b', ['one'], 200);

    expect(await store.nextDueAt('chat')).toBe(200);
  });

  test('when the next is due follows every change', async () => {
    const { store } = await open();
    await startWithPosts(store, 'a', ['one', 'two'], 100);
    const first = await claimOne(store, 'worker', 100);

    await store.mark(first.row, first.epoch, { dueAt: 700 });
    const postponed = await store.nextDueAt('chat');
    await store.mark(first.row, first.epoch, { state: 'sent' });
    const nextRow = await store.nextDueAt('chat');
    const second = await claimOne(store, 'worker', 100);
    await store.mark(second.row, second.epoch, { state: 'sent' });

    expect([postponed, nextRow, await store.nextDueAt('chat')]).toEqual([700, 100, null]);
  });
}

function keys(claimed: readonly ClaimedRow[]): string[] {
  return claimed.map(({ row }) => row.key);
}

async function claimOne(store: Store, owner: string, now: number): Promise<ClaimedRow> {
  const [claimed, ...others] = await store.claim(10, owner, 1000, now, 'chat');
  expect(others).toEqual([]);
  if (!claimed) throw new Error(`${owner} got nothing at ${now}.`);
  return claimed;
}
