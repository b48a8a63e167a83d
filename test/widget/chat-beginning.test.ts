import { effect } from '@preact/signals';
import { expect, onTestFinished, test, vi } from 'vitest';
import { createLatePart } from '../../widget/late-part.ts';
import { createPatience } from '../../widget/patience.ts';
import { watchConnection } from '../../widget/connection.ts';
import { aChat, idOf, inMemory, SESSION, textsOf } from './a-chat.ts';
import { fakeClock } from './fake-clock.ts';
import { settle } from './fake-server.ts';

/** A chat of which nothing but its beginning is there yet. */
function newChat(options: Parameters<typeof aChat>[0] = {}) {
  const page = aChat(options);
  onTestFinished(() => page.chat.dispose());
  return page;
}

test('several messages in the first moment are shown in order and leave in order', async () => {
  const { chat, server, storage } = newChat();

  chat.send('one');
  chat.send('two');

  expect(textsOf(chat)).toEqual(['one', 'two']);
  expect(chat.state.value).toBe('ai');
  expect(storage.unsent().map(({ text }) => text)).toEqual(['one', 'two']);
  (await server.next('POST', 'conversations')).json(SESSION);
  const post = await server.next('POST', 'conversations/c1/messages');
  expect(post.body).toMatchObject({ text: 'one' });
  expect(textsOf(chat)).toEqual(['one', 'two']);
  expect(idOf(post)).toBe(chat.unsent.value[0]?.id);
});

test('a press for a person shows at once in the first moment too, and is one press', async () => {
  const { chat, server, clock } = newChat();
  await settle();
  const states: string[] = [];
  onTestFinished(effect(() => void states.push(chat.state.value)));

  chat.requestHandoff();
  chat.requestHandoff();

  expect(chat.state.value).toBe('requesting');
  expect(chat.canHandOff.value).toBe(false);
  expect(chat.handoffSince.value).toBe(clock.now());
  (await server.next('POST', 'conversations')).json(SESSION);
  await server.next('POST', 'conversations/c1/handoff');
  expect(chat.state.value).toBe('requesting');
  expect(server.count('POST', /handoff/)).toBe(1);
  expect(states).toEqual(['idle', 'requesting']);
});

test('a chat that comes back is not greeted as a new one while it is restored', () => {
  const { chat } = newChat({ session: true });

  expect(chat.state.value).toBe('ai');
  expect(chat.conversation.value.id).toBe('c1');
});

test('a first message that is written offline waits for the connection', () => {
  const { chat, page } = newChat();
  page.happen('offline');

  chat.send('hello');

  expect(chat.unsent.value[0]?.state).toBe('waiting-for-connection');
});

test('a page that is closed in the first moment leaves its message to the next', async () => {
  const items = inMemory();
  const before = newChat({ items });
  before.chat.send('hello');
  before.chat.dispose();
  await settle();
  expect(before.server.requests).toEqual([]);

  const { server } = newChat({ items });

  await server.next('POST', 'conversations');
});

test('settings that do not come within 20 seconds make the chat unavailable', async () => {
  const { chat, server, clock } = newChat({ settings: Promise.reject(new Error('503')) });
  await settle();

  chat.boot();
  const request = await server.next('GET', 'widget?locale=en');
  await clock.pass(20_000);

  expect(request.signal.aborted).toBe(true);
  expect(chat.state.value).toBe('unavailable');
});

test('a part that cannot be fetched is fetched again, and does everything in order', async () => {
  const clock = fakeClock();
  const connection = watchConnection(clock, true);
  const heard: string[] = [];
  const part = { hear: (word: string) => heard.push(word), dispose() {} };
  const fetchPart = vi
    .fn<() => Promise<() => typeof part>>()
    .mockRejectedValueOnce(new TypeError('Failed to fetch'))
    .mockResolvedValue(() => part);
  const late = createLatePart({ fetchPart, patience: createPatience(clock), connection });

  late.whenThere(({ hear }) => hear('a'));
  late.whenThere(({ hear }) => hear('b'));
  await clock.pass(499);
  expect(heard).toEqual([]);
  await clock.pass(1);

  expect(heard).toEqual(['a', 'b']);
  expect(fetchPart).toHaveBeenCalledTimes(2);
});
