import type { ConversationEvent } from '../../src/protocol/event.ts';
import type { Handoff } from '../../src/protocol/handoff.ts';
import type { NewOutboxRow, Store } from '../../src/store/store.ts';

const AT = '2026-11-23T12:00:00.000Z';

export function message(id: string, body = 'Where is my order?'): ConversationEvent {
  return {
    type: 'message-added',
    message: { id, author: { kind: 'customer' }, at: AT, body, format: 'plain' },
  };
}

const HANDOFF = { id: '7f0f2d5e-3f4b-4a53-9a0e-1a5a4a1c2b3d', at: AT };

export function handoff(state: Handoff['state']): ConversationEvent {
  switch (state) {
    case 'ai':
      return { type: 'handoff-changed', handoff: { state } };
    case 'ended':
      return { type: 'handoff-changed', handoff: { state, ...HANDOFF, by: 'agent' } };
    case 'failed':
      return { type: 'handoff-changed', handoff: { state, ...HANDOFF, reason: 'refused' } };
    default:
      return { type: 'handoff-changed', handoff: { state, ...HANDOFF } };
  }
}

/** A row that posts the message with this key. */
export function post(key: string): NewOutboxRow {
  return { kind: 'post-message', key, body: `{"text":"${key}"}` };
}

/** Starts conversations without events; the token hash of `a` is `hash-a`. */
export async function start(store: Store, ...ids: string[]): Promise<void> {
  await store.tx(async (tx) => {
    for (const id of ids) {
      await tx.createConversation({ id, tokenHash: `hash-${id}`, createdAt: 1 });
    }
  });
}

/** Starts a conversation whose outbox holds a row for each key, all due at `dueAt`. */
export async function startWithPosts(
  store: Store,
  id: string,
  keys: readonly string[],
  dueAt: number,
): Promise<void> {
  await start(store, id);
  await store.tx((tx) => tx.enqueue(id, keys.map(post), dueAt));
}

export function append(store: Store, id: string, key: string, event = message(key)) {
  return store.tx((tx) => tx.append(id, key, event));
}

export async function seqs(store: Store, id: string): Promise<number[]> {
  return (await store.read(id, 0)).map(({ seq }) => seq);
}

/** The states of a conversation's outbox rows, in their order. */
export async function states(store: Store, id: string): Promise<string[]> {
  return (await store.outbox(id)).map(({ state }) => state);
}

/** 1, 2, 3, … `last`. */
export function upTo(last: number): number[] {
  return Array.from({ length: last }, (_, index) => index + 1);
}
