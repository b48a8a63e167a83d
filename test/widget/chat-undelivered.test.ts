import { expect, test } from 'vitest';
import { apply } from '../../src/conversation/apply.ts';
import { newConversation } from '../../src/conversation/new-conversation.ts';
import { aChat, frameOf, handoffIs, log, said, started } from './a-chat.ts';
import { settle } from './fake-server.ts';

const lost = { type: 'message-failed', id: 'm', code: 'delivery' } as const;

/** A chat with an agent, whose last message did not reach them. */
async function undelivered() {
  const page = aChat({ session: true });
  const events = log(started, handoffIs('live'), said('m', 'Hello?'), lost);
  const conversation = events.reduce(apply, newConversation('c1'));
  (await page.server.next('GET', 'conversations/c1')).json({ conversation });
  await settle();
  return page;
}

test('a message that did not reach the agent is sent again as the same one', async () => {
  const { chat, server } = await undelivered();
  expect(chat.conversation.value.failures).toEqual({ m: 'delivery' });

  chat.answerAgain('m');
  const post = (await server.next('POST', 'conversations/c1/messages')).stream();
  expect(post.body).toEqual({ id: 'm', text: 'Hello?' });
  post.frame(frameOf(5, { type: 'message-retried', id: 'm' }));
  post.end();
  await settle();

  expect(chat.conversation.value.failures).toEqual({});
  expect(server.count('POST', 'conversations/c1/messages')).toBe(1);
  chat.dispose();
});

test('where the server cannot be reached it is still said not to have arrived', async () => {
  const { chat, server } = await undelivered();

  chat.answerAgain('m');
  (await server.next('POST', 'conversations/c1/messages')).fail();
  await settle();

  expect(chat.conversation.value.failures).toEqual({ m: 'delivery' });
  chat.dispose();
});
