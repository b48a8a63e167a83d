import { expect, test } from 'vitest';
import { StoreUnavailable } from '../../src/store/store.ts';
import type { OpenStore } from './contract.ts';
import { append, message, post, seqs, start, upTo } from './sample.ts';

const PATIENT = { timeout: 15_000 };

export function transactionSentences(open: OpenStore): void {
  test('a message that was accepted can be read at once', async () => {
    const { store } = await open();
    await start(store, 'a');

    await append(store, 'a', 'hello');

    expect(await store.read('a', 0)).toEqual([{ seq: 1, event: message('hello') }]);
  });

  test('the caller gets what the transaction gave', async () => {
    const { store } = await open();
    await expect(store.tx(async () => 42)).resolves.toBe(42);
  });

  test('a message and the order to deliver it are stored together', async () => {
    const { store } = await open();
    await start(store, 'a');

    await store.tx(async (tx) => {
      await tx.append('a', 'hello', message('hello'));
      await tx.enqueue('a', [post('hello')], 5);
    });

    expect(await seqs(store, 'a')).toEqual([1]);
    expect(await store.outbox('a')).toMatchObject([{ key: 'hello', state: 'pending' }]);
  });

  test('of a transaction that throws nothing remains, and its error comes back as it was', async () => {
    const { store } = await open();
    await start(store, 'a');
    const refusal = new Error('Another body under the same id.');

    const attempt = store.tx(async (tx) => {
      await tx.append('a', 'hello', message('hello'));
      await tx.enqueue('a', [post('hello')], 5);
      await tx.rememberDelivery('delivery', 5);
      throw refusal;
    });

    await expect(attempt).rejects.toBe(refusal);
    expect(await seqs(store, 'a')).toEqual([]);
    expect(await store.outbox('a')).toEqual([]);
    expect(await store.nextDueAt('chat')).toBeNull();
    await expect(store.tx((tx) => tx.rememberDelivery('delivery', 6))).resolves.toBe(true);
  });

  test('one that throws takes nothing from those that asked at the same moment', async () => {
    const { store } = await open();
    await start(store, 'a');

    const outcomes = await Promise.allSettled([
      append(store, 'a', 'first'),
      store.tx(async (tx) => {
        await tx.append('a', 'lost', message('lost'));
        throw new Error('No.');
      }),
      append(store, 'a', 'second'),
    ]);

    expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    expect(await store.read('a', 0)).toEqual([
      { seq: 1, event: message('first') },
      { seq: 2, event: message('second') },
    ]);
  });

  test('a statement that the database refuses undoes its own transaction only', async () => {
    const { store } = await open();
    await start(store, 'a');

    const outcomes = await Promise.allSettled([
      append(store, 'a', 'first'),
      store.tx(async (tx) => {
        await tx.append('a', 'lost', message('lost'));
        await tx.createConversation({ id: 'a', tokenHash: 'another', createdAt: 1 });
      }),
      append(store, 'a', 'second'),
    ]);

    expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    expect(await seqs(store, 'a')).toEqual([1, 2]);
  });

  test('a transaction reads what it has written itself', async () => {
    const { store } = await open();
    await start(store, 'a');

    const read = await store.tx(async (tx) => {
      await tx.append('a', 'hello', message('hello'));
      await tx.enqueue('a', [post('hello')], 5);
      return { events: await tx.read('a', 0), rows: await tx.outbox('a') };
    });

    expect(read.events).toHaveLength(1);
    expect(read.rows).toHaveLength(1);
  });

  test('nobody reads what is not committed yet', async () => {
    const { store, reopen } = await open();
    await start(store, 'a');
    const other = await reopen();

    const seen = await store.tx(async (tx) => {
      await tx.append('a', 'hello', message('hello'));
      await tx.enqueue('a', [post('hello')], 5);
      return [await store.read('a', 0), await store.outbox('a'), await other.read('a', 0)];
    });

    expect(seen).toEqual([[], [], []]);
    expect(await seqs(other, 'a')).toEqual([1]);
  });

  test('what a transaction read stays true until it commits, whoever else writes', async () => {
    const { store, reopen } = await open();
    await start(store, 'a');
    const other = await reopen();
    const appendCounted = (by: typeof store) =>
      by.tx(async (tx) => {
        const count = (await tx.read('a', 0)).length;
        await tx.append('a', `after ${count}`, message(`after ${count}`));
      });

    await Promise.all(upTo(40).map((n) => appendCounted(n % 2 ? store : other)));

    const keys = (await store.read('a', 0)).map(({ seq, event }) => [seq, event]);
    expect(keys).toEqual(upTo(40).map((seq) => [seq, message(`after ${seq - 1}`)]));
  });

  test('a transaction is about one conversation, so that no two can wait for each other', async () => {
    const { store } = await open();
    await start(store, 'a', 'b');

    const attempt = store.tx(async (tx) => {
      await tx.append('a', 'hello', message('hello'));
      await tx.append('b', 'hello', message('hello'));
    });

    await expect(attempt).rejects.toThrow('one conversation');
    expect([await seqs(store, 'a'), await seqs(store, 'b')]).toEqual([[], []]);
  });

  test('an error that was hidden does not make others believe in what was not kept', async () => {
    const { store } = await open();
    await start(store, 'a');

    const accepted = await store
      .tx(async (tx) => {
        await tx.append('a', 'hello', message('hello'));
        await tx.createConversation({ id: 'a', tokenHash: 'x', createdAt: 1 }).catch(() => {});
      })
      .then(
        () => true,
        () => false,
      );

    expect(await seqs(store, 'a')).toEqual(accepted ? [1] : []);
  });

  test('transactions asked for one after another keep that order', async () => {
    const { store } = await open();
    await start(store, 'a');

    await Promise.all(upTo(30).map((n) => append(store, 'a', `message ${n}`)));

    const events = (await store.read('a', 0)).map(({ event }) => event);
    expect(events).toEqual(upTo(30).map((n) => message(`message ${n}`)));
  });

  test('everything that was accepted is there after a restart', async () => {
    const { store, reopen } = await open();
    await start(store, 'a');
    await Promise.all(upTo(20).map((n) => append(store, 'a', `message ${n}`)));
    await store.close();

    const reopened = await reopen();

    expect(await seqs(reopened, 'a')).toEqual(upTo(20));
    await expect(append(reopened, 'a', 'next')).resolves.toEqual({ seq: 21, fresh: true });
  });

  test('closing waits for what was asked before, and refuses what comes after', async () => {
    const { store, reopen } = await open();
    await start(store, 'a');

    const before = append(store, 'a', 'before');
    const closed = store.close();
    const after = append(store, 'a', 'after');

    await expect(after).rejects.toBeInstanceOf(StoreUnavailable);
    await expect(before).resolves.toEqual({ seq: 1, fresh: true });
    await closed;
    expect(await seqs(await reopen(), 'a')).toEqual([1]);
  });

  test('listeners hear of a conversation when its event can be read', async () => {
    const { store } = await open();
    await start(store, 'a', 'b');
    const heard = new Promise<[string, number[]]>((resolve) => {
      store.subscribe((id) => resolve(seqs(store, id).then((numbers) => [id, numbers])));
    });

    await append(store, 'b', 'hello');

    await expect(heard).resolves.toEqual(['b', [1]]);
  });

  test('listeners hear nothing of a transaction that threw', async () => {
    const { store } = await open();
    await start(store, 'a', 'b');
    const heard: string[] = [];
    store.subscribe((id) => heard.push(id));

    await Promise.allSettled([
      store.tx(async (tx) => {
        await tx.append('a', 'lost', message('lost'));
        throw new Error('No.');
      }),
      append(store, 'b', 'kept'),
    ]);
    await append(store, 'b', 'last');

    await expect.poll(() => heard.filter((id) => id === 'b').length).toBeGreaterThanOrEqual(1);
    expect(heard).not.toContain('a');
  });

  test('listeners hear of what another process has written', async () => {
    const { store, reopen } = await open();
    await start(store, 'a');
    const other = await reopen();
    const heard: string[] = [];
    store.subscribe((id) => heard.push(id));

    await append(other, 'a', 'hello');

    await expect.poll(() => heard, PATIENT).toContain('a');
  });

  test('a listener that left hears nothing more, the others do', async () => {
    const { store } = await open();
    await start(store, 'a');
    const heard = { left: 0, stayed: 0 };
    const leave = store.subscribe(() => (heard.left += 1));
    store.subscribe(() => (heard.stayed += 1));

    leave();
    await append(store, 'a', 'hello');

    await expect.poll(() => heard.stayed).toBeGreaterThanOrEqual(1);
    expect(heard.left).toBe(0);
  });
}
