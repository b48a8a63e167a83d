import { expect, test } from 'vitest';
import { apply } from '../../src/conversation/apply.ts';
import { newConversation } from '../../src/conversation/new-conversation.ts';
import type { ConversationEvent } from '../../src/protocol/event.ts';
import {
  aChat,
  answered,
  frameOf,
  handoffIs,
  idOf,
  log,
  said,
  SESSION,
  SETTINGS,
  started,
  textsOf,
} from './a-chat.ts';
import { fakeServer, settle } from './fake-server.ts';

const MESSAGES = 'conversations/c1/messages';

test('a first question is shown at once, starts the conversation and is answered', async () => {
  const { chat, server } = aChat();

  chat.draft.value = '  Where is my order? ';
  chat.send();

  expect(chat.draft.value).toBe('');
  expect(textsOf(chat)).toEqual(['Where is my order?']);
  expect(chat.unsent.value[0]?.state).toBe('sending');

  (await server.next('POST', 'conversations')).json(SESSION);
  const post = (await server.next('POST', 'conversations/c1/messages')).stream();
  const id = idOf(post);
  expect(chat.state.value).toBe('streaming');

  post.frame(frameOf(1, started)).frame(frameOf(2, said(id, 'Where is my order?')));
  await settle();
  expect(chat.unsent.value).toEqual([]);

  post.frame({ type: 'delta', answerId: 'a', replyTo: id, offset: 0, text: 'It is ' });
  post.frame({ type: 'delta', answerId: 'a', replyTo: id, offset: 6, text: 'on its way' });
  await settle();
  expect(chat.answer.value?.text).toBe('It is on its way');

  post.frame(frameOf(3, answered(id, 'It is on its way.')));
  await settle();
  expect(chat.answer.value).toBeNull();
  expect(chat.state.value).toBe('ai');
  expect(textsOf(chat)).toEqual(['Where is my order?', 'It is on its way.']);
  chat.dispose();
});

test('the rest of the log is read when the answer of a message begins after a gap', async () => {
  const { chat, server } = aChat();
  chat.send('Hello');
  (await server.next('POST', 'conversations')).json(SESSION);
  const post = (await server.next('POST', 'conversations/c1/messages')).stream();
  const id = idOf(post);

  post.frame(frameOf(2, said(id, 'Hello')));
  const whole = log(started, said(id, 'Hello')).reduce(apply, newConversation('c1'));
  (await server.next('GET', 'conversations/c1')).json({ conversation: whole });
  await settle();

  expect(chat.conversation.value.seq).toBe(2);
  expect(textsOf(chat)).toEqual(['Hello']);
  chat.dispose();
});

/** A chat whose log is known. */
async function restored(...events: ConversationEvent[]) {
  const page = aChat({ session: true });
  const conversation = log(...events).reduce(apply, newConversation('c1'));
  (await page.server.next('GET', 'conversations/c1')).json({ conversation });
  await settle();
  return page;
}

/** A question whose answer has begun. */
async function answering() {
  const page = await restored(started, said('q', 'Hi'), answered('q', 'Hello'));
  page.chat.send('Where is it?');
  const post = (await page.server.next('POST', MESSAGES)).stream();
  const id = idOf(post);
  post.frame(frameOf(4, said(id, 'Where is it?')));
  post.frame({ type: 'delta', answerId: 'a', replyTo: id, offset: 0, text: 'It is on' });
  await settle();
  return { ...page, post, id };
}

test('a stopped answer stands still at once, keeps its text, and ends as the server has it', async () => {
  const { chat, server, post, id } = await answering();

  chat.stopAnswer();
  chat.stopAnswer();

  expect(chat.state.value).toBe('ai');
  post.frame({ type: 'delta', answerId: 'a', replyTo: id, offset: 8, text: ' its way' });
  await settle();
  expect(chat.answer.value?.text).toBe('It is on');
  (await server.next('POST', `${MESSAGES}/${id}/stop`)).json({ ok: true });
  post.frame(frameOf(5, answered(id, 'It is on')));
  post.end();
  await settle();
  expect(chat.answer.value).toBeNull();
  expect(textsOf(chat).at(-1)).toBe('It is on');
  expect(server.count('POST', /stop/)).toBe(1);
  chat.dispose();
});

test('an answer that could not be stopped goes on', async () => {
  const { chat, server, id } = await answering();

  chat.stopAnswer();
  (await server.next('POST', `${MESSAGES}/${id}/stop`)).fail();
  await settle();

  expect(chat.state.value).toBe('streaming');
  chat.dispose();
});

test('an answer that is cut is heard to its end, and the question is not asked again', async () => {
  const { chat, server, clock, post, id } = await answering();

  post.cut();
  (await server.next('GET', 'conversations/c1?after=4')).json({ events: [] });
  await clock.pass(500);
  const again = (await server.next('POST', MESSAGES)).stream();
  expect(idOf(again)).toBe(id);
  again.frame(frameOf(4, said(id, 'Where is it?')));
  again.frame({ type: 'delta', answerId: 'a', replyTo: id, offset: 0, text: 'It is on its' });
  await settle();
  expect(chat.answer.value?.text).toBe('It is on its');
  again.frame(frameOf(5, answered(id, 'It is on its way')));
  again.end();
  await settle();

  expect(textsOf(chat).filter((text) => text === 'Where is it?')).toHaveLength(1);
  expect(textsOf(chat).at(-1)).toBe('It is on its way');
  expect(server.open()).toEqual([]);
  chat.dispose();
});

test('an answer that ended while the connection was cut is only read', async () => {
  const { chat, server, post, id } = await answering();

  post.cut();
  (await server.next('GET', 'conversations/c1?after=4')).json({
    events: [{ seq: 5, event: answered(id, 'It is on its way') }],
  });
  await settle();

  expect(textsOf(chat).at(-1)).toBe('It is on its way');
  expect(server.count('POST', MESSAGES)).toBe(1);
  chat.dispose();
});

test('an answer that failed is said to have failed, and can be asked for again', async () => {
  const { chat, server, post, id } = await answering();
  post.frame(frameOf(5, { type: 'message-failed', id, code: 'answer' }));
  post.end();
  await settle();
  expect(chat.answer.value).toBeNull();
  expect(chat.conversation.value.failures).toEqual({ [id]: 'answer' });

  chat.answerAgain(id);

  expect(chat.state.value).toBe('streaming');
  expect(chat.conversation.value.failures).toEqual({});
  const again = (await server.next('POST', MESSAGES)).stream();
  expect(again.body).toEqual({ id, text: 'Where is it?' });
  again.frame(frameOf(4, said(id, 'Where is it?')));
  again.frame(frameOf(6, answered(id, 'On its way')));
  again.end();
  await settle();
  expect(chat.conversation.value.failures).toEqual({});
  expect(textsOf(chat).at(-1)).toBe('On its way');
  chat.dispose();
});

test('a server that gives up on an accepted question is a failed answer', async () => {
  const { chat, post, id } = await answering();

  post.frame({ type: 'error', code: 'internal' });
  post.end();
  await settle();

  expect(chat.conversation.value.failures).toEqual({ [id]: 'answer' });
  expect(chat.state.value).toBe('ai');
  chat.dispose();
});

test('an answer that never comes has failed after half a minute', async () => {
  const { chat, server, clock, post, id } = await answering();
  post.cut();
  for (let turn = 0; turn < 12; turn += 1) {
    for (const request of server.open()) request.fail();
    await clock.pass(8_000);
  }

  expect(chat.conversation.value.failures).toEqual({ [id]: 'answer' });
  expect(server.open()).toEqual([]);
  chat.dispose();
});

test('a handoff in the middle of an answer ends the answer', async () => {
  const { chat, post, id } = await answering();

  post.frame(frameOf(5, { ...answered(id, 'It is on') }));
  post.frame(frameOf(6, handoffIs('requested')));
  post.end();
  await settle();

  expect(chat.answer.value).toBeNull();
  expect(chat.state.value).toBe('requesting');
  chat.dispose();
});

test('a message to a person waits for no answer', async () => {
  const page = await restored(started, said('q', 'Hi'), handoffIs('live'));
  const { chat, server } = page;

  chat.send('Are you there?');
  const post = (await server.next('POST', MESSAGES)).stream();
  expect(chat.state.value).toBe('human');
  expect(chat.answer.value).toBeNull();
  post.frame(frameOf(4, said(idOf(post), 'Are you there?')));
  post.end();
  await settle();

  expect(chat.unsent.value).toEqual([]);
  expect(server.count('POST', MESSAGES)).toBe(1);
  chat.dispose();
});

test('a reload in the middle of an answer joins it again', async () => {
  const { chat, server } = await restored(started, said('q', 'Where is it?'));

  const post = await server.next('POST', MESSAGES);

  expect(post.body).toEqual({ id: 'q', text: 'Where is it?' });
  expect(chat.state.value).toBe('streaming');
  chat.dispose();
});

test('blank text is not sent, and a suggested question leaves the draft alone', async () => {
  const { chat } = aChat();
  chat.draft.value = '   ';
  chat.send();
  expect(chat.unsent.value).toEqual([]);
  chat.draft.value = 'half';

  chat.send('Where is my order?');

  expect(textsOf(chat)).toEqual(['Where is my order?']);
  expect(chat.draft.value).toBe('half');
  chat.dispose();
});

test('without settings the chat is unavailable until they load', async () => {
  const server = fakeServer();
  const { chat } = aChat({ server, settings: Promise.reject(new Error('503')) });
  await settle();
  expect(chat.state.value).toBe('unavailable');
  expect(chat.canHandOff.value).toBe(false);

  chat.boot();
  (await server.next('GET', 'widget?locale=en')).json(SETTINGS);
  await settle();

  expect(chat.state.value).toBe('idle');
  expect(chat.canHandOff.value).toBe(true);
  chat.dispose();
});

test('a page that was left in the middle of an answer hears the rest when it is back', async () => {
  const { chat, server, page, id } = await answering();

  page.happen('hidden-away');
  page.happen('back');
  (await server.next('GET', 'conversations/c1?after=4')).json({ events: [] });

  const again = (await server.next('POST', MESSAGES)).stream();
  expect(idOf(again)).toBe(id);
  again.frame(frameOf(5, answered(id, 'It is on its way')));
  again.end();
  await settle();
  expect(textsOf(chat).at(-1)).toBe('It is on its way');
  chat.dispose();
});
