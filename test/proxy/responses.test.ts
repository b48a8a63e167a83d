import { afterEach, expect, test } from 'vitest';
import { messagesOf } from '../../src/conversation/status.ts';
import type { Message } from '../../src/protocol/message.ts';
import './patience.ts';
import { createRig, eventually, framesOf, type Rig, type Visitor } from './rig.ts';
import { otherProgram } from './zendesk-side.ts';

let rig: Rig;
let visitor: Visitor;
let ticketId: number;
afterEach(() => rig.close());

/** A customer whose ticket waits, and to whom the team has sent something of that kind. */
async function receive(kind: 'quick-replies' | 'buttons' | 'csat' | 'form'): Promise<Message> {
  rig = await createRig();
  visitor = await rig.visitor();
  await visitor.say('My teapot arrived broken, what now?');
  await visitor.handOff();
  await visitor.until('waiting');
  ticketId = rig.simulator.workspace.snapshot().tickets[0]?.id ?? 0;
  rig.simulator.workspace.inject(ticketId, kind, 'Please choose');
  return eventually(async () => {
    const last = messagesOf(await visitor.conversation()).at(-1);
    return last?.author.kind !== 'ai-agent' && (last?.buttons || last?.content) && last;
  });
}

async function answer(text: string, response: Message['response']) {
  const posted = await visitor.call('/messages', { id: crypto.randomUUID(), text, response });
  return framesOf(await posted.text());
}

/** What arrived at Zendesk. */
async function posted(text: string) {
  const remoteId = rig.simulator.workspace.snapshot().tickets[0]?.conversationId ?? '';
  return eventually(async () => {
    const { messages } = await otherProgram(rig).messages(remoteId, {});
    return messages.find(({ content }) => content.text === text);
  });
}

test('a quick reply says its words to the agent, and its payload to Zendesk', async () => {
  const { id } = await receive('quick-replies');

  await answer('Yes please', { messageId: id, buttonId: '0' });

  await posted('Yes please');
  const sent = rig.simulator.history.requests.find(({ body }) =>
    JSON.stringify(body ?? '').includes('Yes please'),
  );
  expect(sent?.body).toMatchObject({
    author: { type: 'user' },
    content: { type: 'text', text: 'Yes please', payload: 'yes_please' },
  });
});

test('what belongs to the answer of a survey goes with it', async () => {
  const { id } = await receive('csat');

  await answer('Good', { messageId: id, buttonId: '0' });

  expect((await posted('Good')).metadata).toMatchObject({ score: 'good', ticket_id: ticketId });
});

test('a postback arrives as words, with what it means beside them', async () => {
  const { id } = await receive('buttons');

  await answer('Send a new one', { messageId: id, buttonId: '0' });

  expect((await posted('Send a new one')).metadata).toMatchObject({ postback: 'replace' });
});

test('a form is answered in words that an agent can read, and is answered then', async () => {
  const { id } = await receive('form');
  const text = 'Postcode: BS1 4ST\nEmail: ana@example.com';

  await answer(text, { messageId: id });

  await posted(text);
  expect(messagesOf(await visitor.conversation()).at(-1)?.response).toEqual({ messageId: id });
});

test('a second answer is words and nothing else', async () => {
  const { id } = await receive('quick-replies');
  await answer('Yes please', { messageId: id, buttonId: '0' });

  await answer('No thanks', { messageId: id, buttonId: '1' });

  const said = messagesOf(await visitor.conversation());
  expect(said.map(({ body }) => body).slice(-2)).toEqual(['Yes please', 'No thanks']);
  expect(said.at(-1)?.response).toBeUndefined();
});

test('an answer to a message that is not there is words and nothing else', async () => {
  await receive('quick-replies');

  await answer('Yes please', { messageId: 'nowhere', buttonId: '0' });

  expect(messagesOf(await visitor.conversation()).at(-1)).toMatchObject({ body: 'Yes please' });
  expect(messagesOf(await visitor.conversation()).at(-1)?.response).toBeUndefined();
});
