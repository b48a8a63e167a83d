import { expect, test } from 'vitest';
import { apply } from '../../src/conversation/apply.ts';
import { newConversation } from '../../src/conversation/new-conversation.ts';
import type { ConversationEvent } from '../../src/protocol/event.ts';
import {
  aChat,
  answered,
  at,
  byAgent,
  frameOf,
  handoffEnded,
  handoffIs,
  log,
  said,
  SESSION,
  started,
  textsOf,
} from './a-chat.ts';
import { settle } from './fake-server.ts';

const EVENTS = 'conversations/c1/events';
const HANDOFF = 'conversations/c1/handoff';
const asked = [started, said('q', 'Where?'), answered('q', 'There.')];

/** A chat restored from a log. */
async function restored(...events: ConversationEvent[]) {
  const page = aChat({ session: true });
  const conversation = log(...events).reduce(apply, newConversation('c1'));
  (await page.server.next('GET', 'conversations/c1')).json({ conversation });
  await settle();
  return { ...page, seq: events.length };
}

test('two presses on the handoff button are one request, seen at once', async () => {
  const { chat, server } = await restored(...asked);
  expect(chat.canHandOff.value).toBe(true);

  chat.requestHandoff();
  chat.requestHandoff();

  expect(chat.state.value).toBe('requesting');
  expect(chat.canHandOff.value).toBe(false);
  (await server.next('POST', HANDOFF)).json({ handoff: handoffIs('requested') });
  (await server.next('GET', 'conversations/c1?after=3')).json({
    events: [{ seq: 4, event: handoffIs('requested') }],
  });
  await settle();
  expect(chat.state.value).toBe('requesting');
  expect(server.count('POST', HANDOFF)).toBe(1);
  expect((await server.next('GET', EVENTS)).headers.get('last-event-id')).toBe('4');
  chat.dispose();
});

test('a person is one press away before anything was said', async () => {
  const { chat, server } = aChat();
  await settle();

  chat.requestHandoff();

  (await server.next('POST', 'conversations')).json(SESSION);
  const press = await server.next('POST', HANDOFF);
  expect(press.body).toEqual({ id: expect.any(String) });
  chat.dispose();
});

test('a handoff that does not reach the server is tried again with the same id, then said', async () => {
  const { chat, server, clock } = await restored(...asked);
  chat.requestHandoff();
  const first = await server.next('POST', HANDOFF);
  first.fail();
  for (const ms of [500, 1000, 2000, 4000, 8000, 16_000]) {
    await clock.pass(ms);
    const press = await server.next('POST', HANDOFF);
    expect(press.body).toEqual(first.body);
    press.fail();
  }
  await settle();

  expect(chat.problem.value).toEqual({ type: 'handoff-not-sent' });
  expect(chat.state.value).toBe('ai');
  expect(chat.canHandOff.value).toBe(true);
  chat.dispose();
});

test('what is written after the press leaves after the press', async () => {
  const { chat, server } = await restored(...asked);

  chat.requestHandoff();
  chat.send('It is urgent');
  const press = await server.next('POST', HANDOFF);
  expect(server.count('POST', 'conversations/c1/messages')).toBe(0);
  press.json({ handoff: handoffIs('requested') });
  (await server.next('GET', /after=3/)).json({
    events: [{ seq: 4, event: handoffIs('requested') }],
  });

  await server.next('POST', 'conversations/c1/messages');
  chat.dispose();
});

test('a cancelled request is over at once, and comes back if it could not be cancelled', async () => {
  const { chat, server } = await restored(...asked, handoffIs('requested'), handoffIs('waiting'));
  expect(chat.state.value).toBe('queued');

  chat.cancelHandoff();

  expect(chat.state.value).toBe('ai');
  (await server.next('DELETE', HANDOFF)).refuse(409, 'conflict');
  await settle();
  expect(chat.state.value).toBe('queued');
  chat.dispose();
});

test('the stream is open from the request until a quarter of an hour after the end', async () => {
  const { chat, server, clock } = await restored(...asked, handoffIs('requested'));
  const stream = (await server.next('GET', EVENTS)).stream();

  stream.frame(frameOf(5, handoffIs('waiting'))).frame(frameOf(6, handoffIs('live')));
  stream.frame(frameOf(7, byAgent('m', 'Hello, I am Maya'))).frame(frameOf(8, handoffEnded));
  await settle();
  expect(textsOf(chat)).toContain('Hello, I am Maya');
  expect(chat.state.value).toBe('ended');
  for (let minute = 0; minute < 14; minute += 1) {
    for (const beat of ['1', '2']) {
      stream.write(`: ping ${beat}\n\n`);
      await clock.pass(30_000);
    }
  }
  expect(stream.signal.aborted).toBe(false);
  await clock.pass(65_000);
  expect(server.open()).toEqual([]);
  expect(stream.signal.aborted).toBe(true);
  chat.dispose();
});

test('a conversation with the AI agent holds no stream', async () => {
  const { server, chat } = await restored(...asked);

  expect(server.count('GET', EVENTS)).toBe(0);
  chat.dispose();
});

test('a cut stream goes on after the last event, and known events change nothing', async () => {
  const { chat, server, clock } = await restored(...asked, handoffIs('live'));
  const stream = (await server.next('GET', EVENTS)).stream();
  stream.frame(frameOf(5, byAgent('m1', 'one')));
  await settle();
  stream.cut();
  await clock.pass(500);

  const next = await server.next('GET', EVENTS);
  expect(next.headers.get('last-event-id')).toBe('5');
  next
    .stream()
    .frame(frameOf(5, byAgent('m1', 'one')))
    .frame(frameOf(6, byAgent('m2', 'two')));
  await settle();

  expect(textsOf(chat).slice(-2)).toEqual(['one', 'two']);
  expect(chat.connection.value).toBe('connected');
  chat.dispose();
});

test('events that came too early are read again, in order', async () => {
  const { chat, server } = await restored(...asked, handoffIs('live'));
  const stream = (await server.next('GET', EVENTS)).stream();

  stream.frame(frameOf(6, byAgent('m2', 'two')));
  (await server.next('GET', 'conversations/c1?after=4')).json({
    events: [
      { seq: 5, event: byAgent('m1', 'one') },
      { seq: 6, event: byAgent('m2', 'two') },
    ],
  });
  await settle();

  expect(textsOf(chat).slice(-2)).toEqual(['one', 'two']);
  chat.dispose();
});

test('a reset replaces everything, state and agent included', async () => {
  const { chat, server } = await restored(...asked, handoffIs('live'));
  const stream = (await server.next('GET', EVENTS)).stream();
  const conversation = log(started, said('q', 'Where?'), handoffIs('waiting')).reduce(
    apply,
    newConversation('c1'),
  );

  stream.frame({ type: 'reset', conversation });
  await settle();

  expect(chat.conversation.value).toEqual(conversation);
  expect(chat.state.value).toBe('queued');
  chat.dispose();
});

test('a stream that is silent for 40 seconds is dead; after 4 seconds without one the customer is told', async () => {
  const { chat, server, clock } = await restored(...asked, handoffIs('live'));
  const stream = (await server.next('GET', EVENTS)).stream();
  await clock.pass(39_000);
  expect(stream.signal.aborted).toBe(false);
  await clock.pass(1_000);
  expect(stream.signal.aborted).toBe(true);
  await clock.pass(500);
  (await server.next('GET', EVENTS)).fail();
  await clock.pass(3_500);
  expect(chat.connection.value).toBe('reconnecting');

  chat.reconnect();
  (await server.next('GET', EVENTS)).stream();
  await settle();

  expect(chat.connection.value).toBe('back');
  await clock.pass(3_000);
  expect(chat.connection.value).toBe('connected');
  chat.dispose();
});

test('what still arrives after the connection is gone does not say that it is back', async () => {
  const { chat, server, page } = await restored(...asked, handoffIs('live'));
  const stream = (await server.next('GET', EVENTS)).stream();
  await settle();

  page.happen('offline');
  stream.frame(frameOf(5, byAgent('m1', 'one')));
  await settle();
  expect(textsOf(chat)).toContain('one');
  expect(chat.connection.value).toBe('offline');

  page.happen('online');
  expect(chat.connection.value).toBe('back');
  chat.dispose();
});

test('where no stream comes through it asks instead, and tries the stream ten minutes later', async () => {
  const { chat, server, clock } = await restored(...asked, handoffIs('live'));
  (await server.next('GET', EVENTS)).stream('');
  await clock.pass(5_000);

  (await server.next('GET', 'conversations/c1?after=4')).json({ events: [] });
  const poll = await server.next('GET', 'conversations/c1?after=4&wait=25');
  await clock.pass(10_000);
  expect(chat.connection.value).toBe('connected');
  poll.json({ events: [{ seq: 5, event: byAgent('m1', 'one') }] });
  await server.next('GET', 'conversations/c1?after=5&wait=25');
  expect(textsOf(chat)).toContain('one');
  expect(server.count('GET', EVENTS)).toBe(1);
  for (let passed = 0; passed < 700; passed += 25) {
    (await server.next('GET', /after=5/)).json({ events: [] });
    await clock.pass(25_000);
    if (server.count('GET', EVENTS) > 1) break;
  }

  expect(server.count('GET', EVENTS)).toBe(2);
  chat.dispose();
});

test('a typing agent is seen for ten seconds, or until the message is there', async () => {
  const { chat, server, clock } = await restored(...asked, handoffIs('live'));
  const stream = (await server.next('GET', EVENTS)).stream();

  stream.frame({ type: 'typing', typing: true });
  await settle();
  expect(chat.agentTyping.value).toBe(true);
  await clock.pass(10_000);
  expect(chat.agentTyping.value).toBe(false);

  stream.frame({ type: 'typing', typing: true }).frame(frameOf(5, byAgent('m', 'hi')));
  await settle();
  expect(chat.agentTyping.value).toBe(false);
  chat.dispose();
});

test('messages of people are unread until they are seen, and the team hears of it a second later', async () => {
  const { chat, server, clock } = await restored(...asked, handoffIs('live'));
  const stream = (await server.next('GET', EVENTS)).stream();
  stream.frame(frameOf(5, { type: 'participant-changed', at: at(4), agent: { name: 'Maya' } }));
  stream.frame(frameOf(6, byAgent('m', 'hi')));
  await settle();
  expect(chat.unread.value).toBe(2);

  chat.open();
  chat.markSeen();

  expect(chat.unread.value).toBe(0);
  await clock.pass(999);
  expect(server.count('POST', /read/)).toBe(0);
  await clock.pass(1);
  expect((await server.next('POST', 'conversations/c1/read')).body).toEqual({ throughSeq: 6 });
  chat.dispose();
});

test('a page that comes out of the back/forward cache goes on where it was', async () => {
  const { chat, server, page } = await restored(...asked, handoffIs('live'));
  const stream = (await server.next('GET', EVENTS)).stream();
  await settle();

  page.happen('hidden-away');
  expect(stream.signal.aborted).toBe(true);
  await settle();
  expect(server.open()).toEqual([]);
  page.happen('back');

  (await server.next('GET', 'conversations/c1?after=4')).json({
    events: [{ seq: 5, event: byAgent('m', 'hi') }],
  });
  await settle();
  expect(textsOf(chat)).toContain('hi');
  const opened = server.open().filter(({ path }) => path === EVENTS);
  expect(opened).toHaveLength(1);
  chat.dispose();
});

test('ending a chat is seen at once; a new chat ends the old one and forgets it', async () => {
  const { chat, server, items } = await restored(...asked, handoffIs('live'));

  chat.startNewChat();

  expect(chat.state.value).toBe('idle');
  expect(chat.conversation.value.entries).toEqual([]);
  await server.next('POST', 'conversations/c1/end');
  expect(items.keys()).toEqual([]);
  chat.send('new');
  await server.next('POST', 'conversations');
  chat.dispose();
});

test('after dispose nothing is left: no request, timer or listener', async () => {
  const { chat, server, clock, page } = await restored(...asked, handoffIs('live'));
  (await server.next('GET', EVENTS)).stream();
  chat.send('hello');
  await settle();

  chat.dispose();
  await settle();

  expect(server.open()).toEqual([]);
  expect(page.listeners.size).toBe(0);
  expect(clock.waiting()).toBe(0);
});
