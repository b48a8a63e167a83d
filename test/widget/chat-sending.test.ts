import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { ConversationEvent } from '../../src/protocol/event.ts';
import { aChat, answered, frameOf, idOf, inMemory, said, started, textsOf } from './a-chat.ts';
import { fakeClock } from './fake-clock.ts';
import { settle, textOf, type HeldRequest } from './fake-server.ts';

const MESSAGES = 'conversations/c1/messages';

test('a message that could not be sent keeps its place, is tried again with the same id, and is there once', async () => {
  const { chat, server, clock } = aChat({ session: true });
  (await server.next('GET', 'conversations/c1')).fail();
  chat.send('first');
  chat.send('second');

  const first = await server.next('POST', MESSAGES);
  first.fail();
  await settle();
  expect(server.count('POST', MESSAGES)).toBe(1);
  await clock.pass(500);
  const again = (await server.next('POST', MESSAGES)).stream();
  expect(idOf(again)).toBe(idOf(first));
  again.frame(frameOf(1, started)).frame(frameOf(2, said(idOf(first), 'first')));
  const second = (await server.next('POST', MESSAGES)).stream();
  second.frame(frameOf(3, said(idOf(second), 'second')));
  await settle();

  expect(textsOf(chat)).toEqual(['first', 'second']);
  expect(chat.unsent.value).toEqual([]);
  chat.dispose();
});

test('after half a minute of failing the customer is told, and Retry sends at once', async () => {
  const { chat, server, clock } = aChat({ session: true });
  (await server.next('GET', 'conversations/c1')).fail();
  chat.send('hello');
  const fail = async () => (await server.next('POST', MESSAGES)).fail();
  await fail();
  for (const ms of [500, 1000, 2000, 4000, 8000]) {
    await clock.pass(ms);
    await fail();
  }
  expect(chat.unsent.value[0]?.state).toBe('sending');
  await clock.pass(14_500);
  expect(chat.unsent.value[0]?.state).toBe('failed');

  chat.retry(chat.unsent.value[0]?.id ?? '');

  expect(chat.unsent.value[0]?.state).toBe('sending');
  await server.next('POST', MESSAGES);
  chat.dispose();
});

test('a message that the server refuses for good can be deleted, and those behind it go on', async () => {
  const { chat, server } = aChat({ session: true });
  (await server.next('GET', 'conversations/c1')).fail();
  chat.send('x'.repeat(5000));
  chat.send('short');

  (await server.next('POST', MESSAGES)).refuse(413, 'too-large');
  const short = (await server.next('POST', MESSAGES)).stream();
  short.frame(frameOf(1, started)).frame(frameOf(2, said(idOf(short), 'short')));
  await settle();

  expect(chat.unsent.value.map(({ state }) => state)).toEqual(['failed']);
  chat.discard(chat.unsent.value[0]?.id ?? '');
  expect(textsOf(chat)).toEqual(['short']);
  chat.dispose();
});

test('too many messages: the customer hears until when, and the message goes by itself', async () => {
  const { chat, server, clock } = aChat({ session: true });
  (await server.next('GET', 'conversations/c1')).fail();
  chat.send('hello');

  (await server.next('POST', MESSAGES)).refuse(429, 'too-many-requests', 7000);
  await settle();
  expect(chat.problem.value).toEqual({ type: 'rate-limited', retryAt: clock.now() + 7000 });
  expect(chat.unsent.value[0]?.state).toBe('sending');

  await clock.pass(7000);
  expect(chat.problem.value).toBeNull();
  await server.next('POST', MESSAGES);
  chat.dispose();
});

test('offline, a message waits for the connection and leaves when it is back', async () => {
  const { chat, server, clock, page } = aChat({ session: true });
  (await server.next('GET', 'conversations/c1')).fail();
  page.happen('offline');
  expect(chat.connection.value).toBe('offline');
  chat.send('hello');
  expect(chat.unsent.value[0]?.state).toBe('waiting-for-connection');
  (await server.next('POST', MESSAGES)).fail();
  await clock.pass(120_000 - 1);
  for (const request of server.open()) request.fail();
  await settle();
  expect(chat.unsent.value[0]?.state).toBe('waiting-for-connection');

  page.happen('online');

  const post = (await server.next('POST', MESSAGES)).stream();
  post.frame(frameOf(1, started)).frame(frameOf(2, said(idOf(post), 'hello')));
  for (const request of server.open())
    request.json({ events: [], conversation: chat.conversation.value });
  await settle();
  expect(textsOf(chat)).toEqual(['hello']);
  expect(chat.connection.value).toBe('back');
  await clock.pass(3000);
  expect(chat.connection.value).toBe('connected');
  chat.dispose();
});

test('an expired chat says so, keeps what was written, and sends it in the new one', async () => {
  const { chat, server, items } = aChat({ session: true });
  (await server.next('GET', 'conversations/c1')).fail();
  chat.send('still there?');
  (await server.next('POST', MESSAGES)).refuse(404, 'not-found');
  await settle();
  expect(chat.problem.value).toEqual({ type: 'expired' });
  expect(chat.unsent.value[0]?.state).toBe('failed');
  expect(items.getItem('baton:https://chat.example.com:session')).toBeNull();

  chat.send('and this?');
  expect(chat.unsent.value.map((message) => message.state)).toEqual(['failed', 'failed']);

  chat.startNewChat();

  (await server.next('POST', 'conversations')).json({ id: 'c2', token: 't2' });
  const post = await server.next('POST', 'conversations/c2/messages');
  expect(post.headers.get('authorization')).toBe('Bearer t2');
  expect(post.body).toMatchObject({ text: 'still there?' });
  chat.dispose();
});

test('what could not be sent to a chat that the customer has left is not sent to the next one unasked', async () => {
  const items = inMemory();
  const before = aChat({ items, session: true });
  await settle();
  before.chat.send('never mind');
  before.chat.startNewChat();
  expect(before.chat.unsent.value[0]?.state).toBe('failed');
  before.chat.dispose();

  const { chat, server } = aChat({ items });
  await settle();

  expect(chat.unsent.value[0]?.state).toBe('failed');
  expect(server.requests).toEqual([]);
  chat.dispose();
});

test('a 404 of something in between does not end the chat', async () => {
  const { chat, server } = aChat({ session: true });
  (await server.next('GET', 'conversations/c1')).json({ oops: true }, 404);
  chat.send('hello');
  (await server.next('POST', MESSAGES)).json('<html>', 404);
  await settle();

  expect(chat.problem.value).toBeNull();
  expect(chat.unsent.value[0]?.state).toBe('sending');
  chat.dispose();
});

test('after a reload the draft is back and what was not sent is sent, in order', async () => {
  const items = inMemory();
  const before = aChat({ items, session: true });
  before.chat.send('one');
  before.chat.send('two');
  before.chat.draft.value = 'half a thou';
  before.chat.dispose();

  const { chat, server } = aChat({ items });

  expect(chat.draft.value).toBe('half a thou');
  expect(textsOf(chat)).toEqual(['one', 'two']);
  const post = await server.next('POST', MESSAGES);
  expect(post.body).toMatchObject({ text: 'one' });
  chat.dispose();
});

test('a message written the day before yesterday is not sent without asking', async () => {
  const items = inMemory();
  const clock = fakeClock();
  const before = aChat({ items, session: true, clock });
  before.chat.send('hello');
  before.chat.dispose();
  await clock.pass(2 * 86_400_000);

  const { chat, server } = aChat({ items, clock });
  (await server.next('GET', 'conversations/c1')).fail();
  await settle();

  expect(chat.unsent.value[0]?.state).toBe('failed');
  expect(server.count('POST', MESSAGES)).toBe(0);
  chat.dispose();
});

test('nothing is kept in the browser before the visitor does something', async () => {
  const { chat, items, clock } = aChat();
  chat.open();
  chat.markSeen();
  chat.close();
  await clock.pass(60_000);

  expect(items.keys()).toEqual([]);
  chat.dispose();
});

/** A proxy that works, on a connection that is cut after some bytes of each answer. */
async function onBadConnection(texts: string[], cuts: number[]) {
  const { chat, server, clock } = aChat({ session: true });
  const events: ConversationEvent[] = [started];
  const seqOf = (id: string) =>
    1 + events.findIndex((event) => event.type === 'message-added' && event.message.id === id);

  function answer(request: HeldRequest): void {
    const after = /after=(\d+)/.exec(request.path);
    if (request.method === 'GET' && after) {
      const from = Number(after[1]);
      const stored = events.map((event, index) => ({ seq: index + 1, event }));
      request.json({ events: stored.slice(from) });
    } else if (request.method === 'GET') request.fail();
    else post(request);
  }

  function post(request: HeldRequest): void {
    const id = idOf(request);
    const { text } = Object(request.body);
    const cut = cuts.shift() ?? Number.POSITIVE_INFINITY;
    if (cut === 0) return request.fail();
    const seen = Number(request.headers.get('last-event-id'));
    if (seqOf(id) === 0) events.push(said(id, text), answered(id, `re: ${text}`));
    const stored = events.map((event, index) => frameOf(index + 1, event));
    const delta = { type: 'delta', answerId: 'a', replyTo: id, offset: 0, text: 're' } as const;
    const bytes = [
      ...stored.slice(Math.min(seen, seqOf(id) - 1), seqOf(id)),
      delta,
      ...stored.slice(seqOf(id)),
    ]
      .map(textOf)
      .join('');
    request.stream().write(bytes.slice(0, cut));
    if (cut < bytes.length) request.cut();
    else request.end();
  }

  for (const text of texts) chat.send(text);
  for (let turn = 0; turn < 80; turn += 1) {
    for (const request of server.open()) answer(request);
    await clock.pass(1500);
    if (chat.unsent.value.length === 0 && !chat.answer.value) break;
  }
  const shown = textsOf(chat);
  const state = chat.state.value;
  chat.dispose();
  return { shown, state, kept: events };
}

test(
  'wherever the connection is cut, every message arrives once, in order, and gets its answer',
  { timeout: 60_000 },
  async () => {
    const cut = fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 900 }));
    await fc.assert(
      fc.asyncProperty(fc.array(cut, { maxLength: 8 }), async (cuts) => {
        const texts = ['one', 'two', 'three'];

        const { shown, kept } = await onBadConnection(texts, [...cuts]);

        expect(shown.toSorted()).toEqual(
          [...texts, ...texts.map((text) => `re: ${text}`)].toSorted(),
        );
        expect(shown.filter((text) => texts.includes(text))).toEqual(texts);
        expect(kept).toHaveLength(1 + 2 * texts.length);
      }),
      { numRuns: 60 },
    );
  },
);

test('a question whose first try did arrive is not asked twice', async () => {
  const { shown, kept } = await onBadConnection(['one'], [1]);

  expect(kept).toHaveLength(3);
  expect(shown).toEqual(['one', 're: one']);
});
