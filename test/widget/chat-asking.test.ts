import { expect, test } from 'vitest';
import { apply } from '../../src/conversation/apply.ts';
import { newConversation } from '../../src/conversation/new-conversation.ts';
import { aChat, answered, frameOf, idOf, log, said, SESSION, started, textsOf } from './a-chat.ts';
import { settle } from './fake-server.ts';

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
