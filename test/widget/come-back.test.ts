import { expect, test } from 'vitest';
import { apply } from '../../src/conversation/apply.ts';
import { newConversation } from '../../src/conversation/new-conversation.ts';
import { aChat, byAgent, frameOf, handoffIs, log, started, textsOf } from './a-chat.ts';
import { settle } from './fake-server.ts';

const EVENTS = 'conversations/c1/events';

/** A chat with an agent, and the stream it listens to. */
async function listening() {
  const page = aChat({ session: true });
  const conversation = log(started, handoffIs('live')).reduce(apply, newConversation('c1'));
  (await page.server.next('GET', 'conversations/c1')).json({ conversation });
  const stream = (await page.server.next('GET', EVENTS)).stream();
  await settle();
  return { ...page, stream };
}

test('a server that stops says when to come back, and nobody comes sooner', async () => {
  const { chat, server, clock, stream } = await listening();
  stream.write('retry: 4200\n\n');
  stream.end();

  await clock.pass(4_199);
  expect(server.count('GET', EVENTS)).toBe(1);
  await clock.pass(1);
  const next = (await server.next('GET', EVENTS)).stream();

  expect(next.headers.get('last-event-id')).toBe('2');
  next.frame(frameOf(3, byAgent('m', 'Here I am')));
  await settle();
  expect(textsOf(chat)).toContain('Here I am');
  chat.dispose();
});

test('what it says counts once: a later cut is repeated as ever', async () => {
  const { chat, server, clock, stream } = await listening();
  stream.write('retry: 4200\n\n');
  stream.end();
  await clock.pass(4_200);
  const next = (await server.next('GET', EVENTS)).stream();
  await settle();
  next.cut();

  await clock.pass(2_000);

  expect(server.count('GET', EVENTS)).toBe(3);
  chat.dispose();
});

test('nobody waits for hours because something on the way says so', async () => {
  const { chat, server, clock, stream } = await listening();
  stream.write('retry: 86400000\n\n');
  stream.end();

  await clock.pass(30_000);

  expect(server.count('GET', EVENTS)).toBe(2);
  chat.dispose();
});
