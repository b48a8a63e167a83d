import { expect, test } from 'vitest';
import type { ConversationEvent } from '../../src/protocol/event.ts';
import type { OpenStore } from './contract.ts';
import { append, handoff, message, seqs, start, upTo } from './sample.ts';

export function eventSentences(open: OpenStore): void {
  test('every conversation numbers its own events 1, 2, 3', async () => {
    const { store } = await open();
    await start(store, 'a', 'b');

    const given = [
      await append(store, 'a', 'one'),
      await append(store, 'b', 'one'),
      await append(store, 'a', 'two'),
      await append(store, 'a', 'three'),
    ];

    expect(given.map(({ seq }) => seq)).toEqual([1, 1, 2, 3]);
    expect(await seqs(store, 'a')).toEqual([1, 2, 3]);
    expect(await seqs(store, 'b')).toEqual([1]);
  });

  test('a repeated message gets the same answer and is stored once, as it was first', async () => {
    const { store } = await open();
    await start(store, 'a');
    await append(store, 'a', 'hello', message('hello', 'first'));
    await append(store, 'a', 'next');

    const repeated = await append(store, 'a', 'hello', message('hello', 'second'));

    expect(repeated).toEqual({ seq: 1, fresh: false });
    expect(await store.read('a', 0)).toEqual([
      { seq: 1, event: message('hello', 'first') },
      { seq: 2, event: message('next') },
    ]);
  });

  test('a repeat inside one transaction is a repeat', async () => {
    const { store } = await open();
    await start(store, 'a');

    const given = await store.tx(async (tx) => [
      await tx.append('a', 'hello', message('hello')),
      await tx.append('a', 'hello', message('hello')),
      await tx.append('a', 'next', message('next')),
    ]);

    expect(given).toEqual([
      { seq: 1, fresh: true },
      { seq: 1, fresh: false },
      { seq: 2, fresh: true },
    ]);
  });

  test('the same key in two conversations means two events', async () => {
    const { store } = await open();
    await start(store, 'a', 'b');

    const given = [await append(store, 'a', 'hello'), await append(store, 'b', 'hello')];

    expect(given.map(({ fresh }) => fresh)).toEqual([true, true]);
  });

  test('a hundred messages at once leave no gap and share no number', async () => {
    const { store } = await open();
    await start(store, 'a');

    const given = await Promise.all(upTo(100).map((n) => append(store, 'a', `message ${n}`)));

    expect(given.map(({ seq }) => seq).toSorted((one, two) => one - two)).toEqual(upTo(100));
    expect(await seqs(store, 'a')).toEqual(upTo(100));
  });

  test('a hundred messages at once through two stores leave no gap either', async () => {
    const { store, reopen } = await open();
    await start(store, 'a');
    const other = await reopen();

    await Promise.all(upTo(100).map((n) => append(n % 2 ? store : other, 'a', `message ${n}`)));

    expect(await seqs(store, 'a')).toEqual(upTo(100));
    expect(await seqs(other, 'a')).toEqual(upTo(100));
  });

  test('a message that arrives ten times at once through two stores is stored once', async () => {
    const { store, reopen } = await open();
    await start(store, 'a');
    const other = await reopen();

    const given = await Promise.all(
      upTo(10).map((n) => append(n % 2 ? store : other, 'a', 'hello')),
    );

    expect(given.filter(({ fresh }) => fresh)).toHaveLength(1);
    expect(new Set(given.map(({ seq }) => seq))).toEqual(new Set([1]));
    expect(await seqs(store, 'a')).toEqual([1]);
  });

  test('a transaction that failed uses up no number', async () => {
    const { store } = await open();
    await start(store, 'a');
    const failed = store.tx(async (tx) => {
      await tx.append('a', 'lost', message('lost'));
      throw new Error('No.');
    });
    await expect(failed).rejects.toThrow('No.');

    await expect(append(store, 'a', 'kept')).resolves.toEqual({ seq: 1, fresh: true });
  });

  test('nothing can be said in a conversation that does not exist', async () => {
    const { store } = await open();
    await expect(append(store, 'nowhere', 'hello')).rejects.toThrow(/nowhere/);

    expect(await store.read('nowhere', 0)).toEqual([]);
  });

  test('many who read at the same moment each get what they asked for', async () => {
    const { store } = await open();
    await start(store, 'a', 'b', 'c');
    for (const id of ['a', 'b']) for (const n of upTo(4)) await append(store, id, `${id}${n}`);

    const pages = await Promise.all([
      store.read('b', 1, 2),
      store.read('a', 0),
      store.read('c', 0),
      store.read('b', 4),
      store.read('b', 1, 2),
    ]);

    expect(pages.map((page) => page.map(({ seq }) => seq))).toEqual([
      [2, 3],
      [1, 2, 3, 4],
      [],
      [],
      [2, 3],
    ]);
    expect(pages[0]?.[0]?.event).toEqual(message('b2'));
  });

  test('a reader goes on where it stopped', async () => {
    const { store } = await open();
    await start(store, 'a');
    for (const n of upTo(5)) await append(store, 'a', `message ${n}`);

    const rest = await store.read('a', 3);
    const beyond = await store.read('a', 5);

    expect(rest.map(({ seq }) => seq)).toEqual([4, 5]);
    expect(beyond).toEqual([]);
  });

  test('a long conversation can be read in parts', async () => {
    const { store } = await open();
    await start(store, 'a');
    for (const n of upTo(5)) await append(store, 'a', `message ${n}`);

    const parts = [await store.read('a', 0, 2), await store.read('a', 2, 2)];

    expect(parts.map((part) => part.map(({ seq }) => seq))).toEqual([
      [1, 2],
      [3, 4],
    ]);
  });

  test('words come back as they were, whatever stands in them', async () => {
    const { store } = await open();
    await start(store, 'a');
    const bodies = [
      'it\'s "quoted" \\ %_;--',
      '👩‍👩‍👧 العربية',
      'a\0b',
      'half \ud83d',
      'x'.repeat(100_000),
    ];

    for (const body of bodies)
      await append(store, 'a', body.slice(0, 5).replace('\0', ''), message('m', body));

    const events = (await store.read('a', 0)).map(({ event }) => event);
    expect(events).toEqual(bodies.map((body) => message('m', body)));
  });

  test('an event of a newer Baton passes through', async () => {
    const { store } = await open();
    await start(store, 'a');
    const newer: ConversationEvent = JSON.parse('{"type":"star-given","stars":5}');

    await append(store, 'a', 'star', newer);

    expect(await store.read('a', 0)).toEqual([{ seq: 1, event: newer }]);
  });

  test('the words of a deleted message are gone, its place remains', async () => {
    const { store } = await open();
    await start(store, 'a');
    await append(store, 'a', 'one', message('one', 'My card number is 4111'));

    await store.tx((tx) => tx.scrubMessage('a', 'one'));

    expect(await store.read('a', 0)).toEqual([{ seq: 1, event: message('one', '') }]);
  });

  test('a summary that was made of a deleted message goes with it, an earlier one stays', async () => {
    const { store } = await open();
    await start(store, 'a');
    const shared = (throughSeq: number, summary: string | null): ConversationEvent => ({
      type: 'handoff-shared',
      handoffId: '7f0f2d5e-3f4b-4a53-9a0e-1a5a4a1c2b3d',
      summary,
      throughSeq,
    });
    await append(store, 'a', 'one');
    await append(store, 'a', 'earlier', shared(1, 'Asks for an order'));
    await append(store, 'a', 'two', message('two', 'My card number is 4111'));
    await append(store, 'a', 'later', shared(3, 'Card 4111'));

    await store.tx((tx) => tx.scrubMessage('a', 'two'));

    expect((await store.read('a', 0)).map(({ event }) => event)).toEqual([
      message('one'),
      shared(1, 'Asks for an order'),
      message('two', ''),
      shared(3, null),
    ]);
  });

  test('deleting one message touches no other, here or elsewhere', async () => {
    const { store } = await open();
    await start(store, 'a', 'b');
    await append(store, 'a', 'one');
    await append(store, 'a', 'two');
    await append(store, 'a', 'handoff', handoff('requested'));
    await append(store, 'b', 'one');

    await store.tx(async (tx) => {
      await tx.scrubMessage('a', 'one');
      await tx.scrubMessage('a', 'unheard of');
    });

    expect((await store.read('a', 1)).map(({ event }) => event)).toEqual([
      message('two'),
      handoff('requested'),
    ]);
    expect(await store.read('b', 0)).toEqual([{ seq: 1, event: message('one') }]);
  });
}
