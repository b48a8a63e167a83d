import { expect, test } from 'vitest';
import type { OutboxRow, Store } from '../../src/store/store.ts';
import type { OpenStore } from './contract.ts';
import { post, start, startWithPosts, states, upTo } from './sample.ts';

export function outboxSentences(open: OpenStore): void {
  test('what is to be delivered waits in the order it was asked for', async () => {
    const { store } = await open();
    await startWithPosts(store, 'a', ['one', 'two'], 100);
    await store.tx((tx) => tx.enqueue('a', [post('three')], 200));

    const rows = await store.outbox('a');

    expect(rows.map(({ key }) => key)).toEqual(['one', 'two', 'three']);
    expect(rows.map(({ position }) => position)).toEqual(
      rows.map(({ position }) => position).toSorted((one, two) => one - two),
    );
    expect(rows[0]).toEqual({
      conversationId: 'a',
      position: 1,
      kind: 'post-message',
      key: 'one',
      body: '{"text":"one"}',
      state: 'pending',
      attempts: 0,
      attemptAt: null,
      dueAt: 100,
      result: null,
    } satisfies OutboxRow);
  });

  test('nothing is asked for twice', async () => {
    const { store } = await open();
    await startWithPosts(store, 'a', ['one'], 100);

    await store.tx((tx) =>
      tx.enqueue('a', [{ ...post('one'), body: 'other' }, post('two'), post('two')], 200),
    );

    expect(await store.outbox('a')).toMatchObject([
      { key: 'one', body: '{"text":"one"}', dueAt: 100 },
      { key: 'two', dueAt: 200 },
    ]);
  });

  test('rows of another kind or conversation may have the same key', async () => {
    const { store } = await open();
    await startWithPosts(store, 'a', ['one'], 100);
    await startWithPosts(store, 'b', ['one'], 100);

    await store.tx((tx) => tx.enqueue('a', [{ kind: 'mark-read', key: 'one', body: '' }], 100));

    expect(await states(store, 'a')).toEqual(['pending', 'pending']);
    expect(await states(store, 'b')).toEqual(['pending']);
  });

  test('what Zendesk has yet to get can be counted', async () => {
    const { store } = await open();
    await startWithPosts(store, 'a', ['one', 'two'], 100);
    await startWithPosts(store, 'b', ['one'], 100);
    const [claimed] = await store.claim(1, 'me', 1_000, 100, 'chat');
    if (claimed) await store.mark(claimed.row, claimed.epoch, { state: 'unknown' });
    await store.tx((tx) => tx.cancelPending('b'));

    expect(Object.fromEntries(await store.unfinished())).toEqual({
      pending: claimed?.row.conversationId === 'a' ? 1 : 2,
      inflight: 0,
      unknown: 1,
    });
  });

  test('asking for nothing changes nothing', async () => {
    const { store } = await open();
    await start(store, 'a');

    await store.tx((tx) => tx.enqueue('a', [], 100));

    expect(await store.outbox('a')).toEqual([]);
    expect(await store.nextDueAt('chat')).toBeNull();
  });

  test('nothing can be asked for a conversation that does not exist', async () => {
    const { store } = await open();
    await expect(store.tx((tx) => tx.enqueue('nowhere', [post('one')], 1))).rejects.toBeInstanceOf(
      Error,
    );
  });

  test('cancelling stops what has not left and leaves what may have', async () => {
    const { store } = await open();
    await startWithPosts(store, 'a', ['sent', 'inflight', 'later', 'last'], 100);
    await startWithPosts(store, 'b', ['other'], 100);
    await markAll(store, 'a', ['sent', 'inflight']);

    await store.tx((tx) => tx.cancelPending('a'));

    expect(await states(store, 'a')).toEqual(['sent', 'inflight', 'cancelled', 'cancelled']);
    expect(await states(store, 'b')).toEqual(['pending']);
  });

  test('cancelling leaves rows of the kinds that are excepted', async () => {
    const { store } = await open();
    await startWithPosts(store, 'a', ['one'], 100);
    const release = { kind: 'release-control' as const, key: 'handoff', body: '{}' };
    await store.tx((tx) => tx.enqueue('a', [release], 100));

    await store.tx((tx) => tx.cancelPending('a', ['release-control']));

    expect(await states(store, 'a')).toEqual(['cancelled', 'pending']);
    expect(await store.nextDueAt('chat')).toBe(100);
  });

  test('cancelling leaves a row whose effect nobody knows', async () => {
    const { store } = await open();
    await startWithPosts(store, 'a', ['one', 'two'], 100);
    await markAll(store, 'a', ['unknown']);

    await store.tx((tx) => tx.cancelPending('a'));

    expect(await states(store, 'a')).toEqual(['unknown', 'cancelled']);
  });

  test('a conversation with everything cancelled is never due', async () => {
    const { store } = await open();
    await startWithPosts(store, 'a', ['one', 'two'], 100);

    await store.tx((tx) => tx.cancelPending('a'));

    expect(await store.nextDueAt('chat')).toBeNull();
    expect(await store.claim(10, 'owner', 1000, 100, 'chat')).toEqual([]);
  });

  for (const state of ['inflight', 'unknown'] as const) {
    test(`an echo from Zendesk proves a row that is ${state}, and its text is forgotten`, async () => {
      const { store } = await open();
      await startWithPosts(store, 'a', ['one'], 100);
      await markAll(store, 'a', [state]);

      const proven = await store.tx((tx) => tx.prove('a', 'post-message', 'one', 'zendesk-1'));

      expect(proven).toBe(true);
      expect(await store.outbox('a')).toMatchObject([
        { state: 'sent', result: 'zendesk-1', body: '{}' },
      ]);
      expect(await store.nextDueAt('chat')).toBeNull();
    });
  }

  test('an echo that comes before a row is sent again prevents the second time', async () => {
    const { store } = await open();
    await startWithPosts(store, 'a', ['one'], 100);
    const [claimed] = await store.claim(10, 'worker', 1000, 100, 'chat');
    await store.mark({ conversationId: 'a', position: 1 }, claimed?.epoch ?? 0, {
      state: 'pending',
      attempts: 1,
    });

    const proven = await store.tx((tx) => tx.prove('a', 'post-message', 'one', 'zendesk-1'));

    expect(proven).toBe(true);
    expect(await store.outbox('a')).toMatchObject([{ state: 'sent', result: 'zendesk-1' }]);
    expect(await store.claim(10, 'worker', 1000, 100, 'chat')).toEqual([]);
  });

  for (const state of ['pending', 'sent', 'failed'] as const) {
    test(`an echo changes nothing about a row that is ${state} and was not tried`, async () => {
      const { store } = await open();
      await startWithPosts(store, 'a', ['one'], 100);
      await markAll(store, 'a', [state]);
      const before = await store.outbox('a');

      const proven = await store.tx((tx) => tx.prove('a', 'post-message', 'one', 'zendesk-1'));

      expect(proven).toBe(false);
      expect(await store.outbox('a')).toEqual(before);
    });
  }

  test('an echo of something never sent proves nothing', async () => {
    const { store } = await open();
    await startWithPosts(store, 'a', ['one'], 100);
    await markAll(store, 'a', ['inflight']);

    const proven = await Promise.all([
      store.tx((tx) => tx.prove('a', 'post-message', 'two', 'zendesk-1')),
      store.tx((tx) => tx.prove('a', 'mark-read', 'one', 'zendesk-1')),
      store.tx((tx) => tx.prove('b', 'post-message', 'one', 'zendesk-1')),
    ]);

    expect(proven).toEqual([false, false, false]);
    expect(await states(store, 'a')).toEqual(['inflight']);
  });

  test('a conversation is found by what it asked of Zendesk', async () => {
    const { store } = await open();
    await startWithPosts(store, 'a', ['one'], 100);
    await startWithPosts(store, 'b', ['two'], 100);

    expect(await store.conversationByRow('post-message', { key: 'two' })).toBe('b');
    expect(await store.conversationByRow('mark-read', { key: 'two' })).toBeNull();
    expect(await store.conversationByRow('post-message', { key: 'three' })).toBeNull();
  });

  test('a conversation is found by the id that Zendesk gave', async () => {
    const { store } = await open();
    await startWithPosts(store, 'a', ['one'], 100);
    await startWithPosts(store, 'b', ['one'], 100);
    await markAll(store, 'b', ['inflight']);
    await store.tx((tx) => tx.prove('b', 'post-message', 'one', 'zendesk-1'));

    expect(await store.conversationByRow('post-message', { result: 'zendesk-1' })).toBe('b');
    expect(await store.conversationByRow('post-message', { result: 'zendesk-2' })).toBeNull();
  });

  test('a webhook event is new once', async () => {
    const { store } = await open();
    const seen = [
      await store.tx((tx) => tx.rememberDelivery('event', 10)),
      await store.tx((tx) => tx.rememberDelivery('event', 20)),
      await store.tx((tx) => tx.rememberDelivery('another', 20)),
    ];

    expect(seen).toEqual([true, false, true]);
  });

  test('a webhook event delivered many times at once is new to one of them', async () => {
    const { store, reopen } = await open();
    const other = await reopen();

    const seen = await Promise.all(
      upTo(20).map((n) => (n % 2 ? store : other).tx((tx) => tx.rememberDelivery('event', n))),
    );

    expect(seen.filter(Boolean)).toHaveLength(1);
  });

  test('old webhook events are forgotten, fresh ones are not', async () => {
    const { store } = await open();
    await store.tx(async (tx) => {
      await tx.rememberDelivery('old', 10);
      await tx.rememberDelivery('fresh', 20);
    });

    await store.sweepDeliveries(20);

    const seen = await store.tx(async (tx) => [
      await tx.rememberDelivery('old', 30),
      await tx.rememberDelivery('fresh', 30),
    ]);
    expect(seen).toEqual([true, false]);
  });
}

/** Brings the first rows of a conversation into these states, as the worker would. */
async function markAll(
  store: Store,
  conversationId: string,
  wanted: readonly OutboxRow['state'][],
): Promise<void> {
  for (const [index, state] of wanted.entries()) {
    const claims = await store.claim(10, 'worker', 1000, 100, 'chat');
    const claimed = claims.find(({ row }) => row.conversationId === conversationId);
    const row = { conversationId, position: index + 1 };
    expect(await store.mark(row, claimed?.epoch ?? 0, { state })).toBe(true);
  }
}
