import { expect, test } from 'vitest';
import { aChat, frameOf, idOf, inMemory, said, started } from './a-chat.ts';
import { settle } from './fake-server.ts';

const MESSAGES = 'conversations/c1/messages';
const response = { messageId: 'question', buttonId: '0' };

/** A chat that has begun; nothing of its log is known yet. */
async function begun(items = inMemory()) {
  const parts = aChat({ session: true, items });
  (await parts.server.next('GET', 'conversations/c1')).fail();
  return parts;
}

test('an answer that was pressed tells the proxy what it answers', async () => {
  const { chat, server } = await begun();

  chat.send('Yes please', response);

  const { body } = await server.next('POST', MESSAGES);
  expect(body).toMatchObject({ text: 'Yes please', response });
  expect(chat.unsent.value).toMatchObject([{ text: 'Yes please', response }]);
  chat.dispose();
});

test('an answer that was not sent before the page was left is still that answer', async () => {
  const items = inMemory();
  const before = await begun(items);
  before.chat.send('Yes please', response);
  await before.server.next('POST', MESSAGES);
  before.chat.dispose();

  const { chat, server } = await begun(items);

  expect(chat.unsent.value).toMatchObject([{ text: 'Yes please', response }]);
  const again = await server.next('POST', MESSAGES);
  expect(again.body).toMatchObject({ text: 'Yes please', response });
  chat.dispose();
});

test('an answer that was refused is still that answer when it is sent again', async () => {
  const { chat, server } = await begun();
  chat.send('Yes please', response);
  const first = await server.next('POST', MESSAGES);
  first.refuse(413, 'too-large');
  await settle();

  chat.retry(idOf(first));

  const again = await server.next('POST', MESSAGES);
  expect(again.body).toMatchObject({ id: idOf(first), response });
  again
    .stream()
    .frame(frameOf(1, started))
    .frame(frameOf(2, said(idOf(first), 'Yes please', { response })));
  await settle();
  expect(chat.unsent.value).toEqual([]);
  chat.dispose();
});

test('a file is asked for with the right to the conversation, under its own name alone', async () => {
  const { chat, server } = await begun();

  const file = chat.fetchFile('m9/../x');

  const request = await server.next('GET', 'conversations/c1/files/m9%2F..%2Fx');
  expect(request.headers.get('authorization')).toBe('Bearer secret');
  request.json('bytes');
  expect((await file).size).toBeGreaterThan(0);
  chat.dispose();
});

test('a file that the proxy refuses is refused to whoever asked', async () => {
  const { chat, server } = await begun();

  const file = chat.fetchFile('m9');
  (await server.next('GET', 'conversations/c1/files/m9')).refuse(415, 'unsupported-type');

  await expect(file).rejects.toMatchObject({ status: 415 });
  chat.dispose();
});
