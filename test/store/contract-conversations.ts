import { expect, test } from 'vitest';
import type { HandoffState } from '../../src/protocol/handoff.ts';
import type { OpenStore } from './contract.ts';
import { append, handoff, message, start } from './sample.ts';

const OPEN: readonly HandoffState[] = ['requested', 'waiting', 'live'];
const CLOSED: readonly HandoffState[] = ['ai', 'ended', 'failed'];

export function conversationSentences(open: OpenStore): void {
  test('a conversation is found by its token and by no other', async () => {
    const { store } = await open();
    await start(store, 'a', 'b');

    expect(await store.conversationByToken('hash-b')).toBe('b');
    expect(await store.conversationByToken('hash-c')).toBeNull();
    expect(await store.conversationByToken('')).toBeNull();
  });

  test('two conversations never share an id or a token', async () => {
    const { store } = await open();
    await start(store, 'a');
    const again = (id: string, tokenHash: string) =>
      store.tx((tx) => tx.createConversation({ id, tokenHash, createdAt: 2 }));

    await expect(again('a', 'another')).rejects.toBeInstanceOf(Error);
    await expect(again('another', 'hash-a')).rejects.toBeInstanceOf(Error);

    expect(await store.conversationByToken('hash-a')).toBe('a');
    expect(await store.conversationByToken('another')).toBeNull();
  });

  for (const state of OPEN) {
    test(`a conversation whose handoff is ${state} is an open handoff`, async () => {
      const { store } = await open();
      await start(store, 'a', 'b');

      await append(store, 'a', 'handoff', handoff(state));
      await append(store, 'a', 'later', message('later'));

      expect(await store.openHandoffs()).toEqual(['a']);
    });
  }

  for (const state of CLOSED) {
    test(`a handoff that became ${state} is open no more`, async () => {
      const { store } = await open();
      await start(store, 'a', 'b');
      await append(store, 'a', 'first', handoff('requested'));
      await append(store, 'b', 'first', handoff('live'));

      await append(store, 'a', 'second', handoff(state));

      expect(await store.openHandoffs()).toEqual(['b']);
    });
  }

  test('a handoff that was rolled back is not open', async () => {
    const { store } = await open();
    await start(store, 'a');

    const failed = store.tx(async (tx) => {
      await tx.append('a', 'handoff', handoff('requested'));
      throw new Error('No.');
    });

    await expect(failed).rejects.toThrow('No.');
    expect(await store.openHandoffs()).toEqual([]);
  });

  test('a repeated request for a person does not open an ended handoff again', async () => {
    const { store } = await open();
    await start(store, 'a');
    await append(store, 'a', 'request', handoff('requested'));
    await append(store, 'a', 'end', handoff('ended'));

    await append(store, 'a', 'request', handoff('requested'));

    expect(await store.openHandoffs()).toEqual([]);
  });
}
