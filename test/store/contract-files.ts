import { expect, test } from 'vitest';
import type { ConversationEvent } from '../../src/protocol/event.ts';
import type { Store } from '../../src/store/store.ts';
import type { OpenStore } from './contract.ts';
import { append, handoff, message, start } from './sample.ts';

const KIB = 1024;

export function fileSentences(open: OpenStore): void {
  test.each([0, 1, 256 * KIB - 1, 256 * KIB, 256 * KIB + 1, 1_000_003])(
    'a file of %i bytes comes back as it was',
    async (size) => {
      const { store, reopen } = await open();
      await start(store, 'a');
      const bytes = sampleBytes(size);

      const kept = await store.keepFile(photo('f', 'a'), inChunks(bytes, 70_001));

      expect(kept).toEqual({ id: 'f', type: 'image/png', size });
      const other = await reopen();
      expect(await other.file('a', 'f')).toEqual(kept);
      expect((await bytesOf(other, 'f')).equals(bytes)).toBe(true);
    },
  );

  test('a file is found in its own conversation only', async () => {
    const { store } = await open();
    await start(store, 'a', 'b');
    await store.keepFile(photo('f', 'a'), inChunks(sampleBytes(10), 10));

    expect(await store.file('b', 'f')).toBeNull();
    expect(await store.file('a', 'other')).toBeNull();
  });

  test('of a file that breaks off nothing stays', async () => {
    const { store } = await open();
    await start(store, 'a');
    async function* broken() {
      yield sampleBytes(600 * KIB);
      throw new Error('The phone is in a tunnel');
    }

    await expect(store.keepFile(photo('f', 'a'), broken())).rejects.toThrow('tunnel');

    expect(await store.file('a', 'f')).toBeNull();
    expect((await bytesOf(store, 'f')).length).toBe(0);
  });

  test('a file is not there before its end has come', async () => {
    const { store } = await open();
    await start(store, 'a');
    let before: unknown = 'never asked';
    async function* slow() {
      yield sampleBytes(600 * KIB);
      before = await store.file('a', 'f');
    }

    await store.keepFile(photo('f', 'a'), slow());

    expect(before).toBeNull();
    expect(await store.file('a', 'f')).not.toBeNull();
  });

  test('old files are swept, but not while a person was asked for or is there', async () => {
    const { store } = await open();
    const states = ['ai', 'requested', 'waiting', 'live', 'ended', 'failed'] as const;
    await start(store, 'new', ...states);
    for (const state of states) {
      await append(store, state, state, handoff(state));
      await store.keepFile(photo(`f-${state}`, state, 99), inChunks(sampleBytes(10), 10));
    }
    await store.keepFile(photo('f-new', 'new', 100), inChunks(sampleBytes(10), 10));

    await store.sweepFiles(100);

    const left = [];
    for (const id of ['new', ...states]) if (await store.file(id, `f-${id}`)) left.push(id);
    expect(left).toEqual(['new', 'requested', 'waiting', 'live']);
    expect((await bytesOf(store, 'f-ai')).length).toBe(0);
  });

  test('with a message that was removed its files are gone, and no others', async () => {
    const { store } = await open();
    await start(store, 'a');
    await store.keepFile(photo('f', 'a'), inChunks(sampleBytes(10), 10));
    await store.keepFile(photo('g', 'a'), inChunks(sampleBytes(10), 10));
    await append(store, 'a', 'm', withFile('m', 'f'));
    await append(store, 'a', 'n', withFile('n', 'g'));

    await store.tx((tx) => tx.scrubMessage('a', 'm'));

    expect(await store.file('a', 'f')).toBeNull();
    expect(await store.file('a', 'g')).not.toBeNull();
    expect(JSON.stringify(await store.read('a', 0))).not.toContain('f.png');
  });
}

function photo(id: string, conversationId: string, at = 1) {
  return { id, conversationId, type: 'image/png' as const, at };
}

function withFile(id: string, file: string): ConversationEvent {
  const event = message(id);
  if (event.type !== 'message-added') return event;
  const files = [{ id: file, name: `${file}.png`, type: 'image/png' as const, size: 10 }];
  const content = { type: 'files' as const, files, hasCaption: true };
  return { ...event, message: { ...event.message, content } };
}

function sampleBytes(size: number): Buffer {
  return Buffer.from(Uint8Array.from({ length: size }, (_, index) => (index * 31) % 251));
}

async function* inChunks(bytes: Buffer, size: number) {
  for (let from = 0; from < bytes.length; from += size) yield bytes.subarray(from, from + size);
}

async function bytesOf(store: Store, id: string): Promise<Buffer> {
  const pieces: Uint8Array[] = [];
  for await (const piece of store.fileBytes(id)) pieces.push(piece);
  return Buffer.concat(pieces);
}
