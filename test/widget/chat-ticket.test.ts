import { expect, test } from 'vitest';
import { apply } from '../../src/conversation/apply.ts';
import { newConversation } from '../../src/conversation/new-conversation.ts';
import type { ConversationEvent } from '../../src/protocol/event.ts';
import {
  aChat,
  answered,
  at,
  frameOf,
  idOf,
  log,
  said,
  SESSION,
  SETTINGS,
  started,
} from './a-chat.ts';
import { settle } from './fake-server.ts';

const TICKET = 'conversations/c1/ticket';
const EVENTS = 'conversations/c1/events';
const HANDOFF_ID = '00000000-0000-4000-8000-00000000abcd';
const contact = { email: 'ana@example.com' };
const asked = [started, said('q', 'Where?'), answered('q', 'There.')];
const ticket: ConversationEvent = {
  type: 'handoff-changed',
  handoff: { state: 'ticket', id: HANDOFF_ID, at: at(2), email: contact.email },
};

async function restored(...events: ConversationEvent[]) {
  const page = aChat({ session: true });
  const conversation = log(...events).reduce(apply, newConversation('c1'));
  (await page.server.next('GET', 'conversations/c1')).json({ conversation });
  await settle();
  return page;
}

test('a ticket is left with what was said, and stands in the conversation when that is fulfilled', async () => {
  const { chat, server } = await restored(...asked);

  const left = chat.leaveTicket({ contact, summary: 'Broken teapot' });

  const post = await server.next('POST', TICKET);
  expect(post.body).toEqual({ id: expect.any(String), contact, summary: 'Broken teapot' });
  post.json({ handoff: ticket.handoff });
  (await server.next('GET', /after=3/)).json({ events: [{ seq: 4, event: ticket }] });
  await left;
  expect(chat.conversation.value.handoff).toMatchObject({ state: 'ticket' });
  expect(chat.state.value).toBe('ai');
  expect(chat.canHandOff.value).toBe(true);
  chat.dispose();
});

test('a ticket can be left before anything was said', async () => {
  const { chat, server } = aChat();

  chat.leaveTicket({ contact }).catch(() => {});

  (await server.next('POST', 'conversations')).json(SESSION);
  expect((await server.next('POST', TICKET)).body).toMatchObject({ contact });
  chat.dispose();
});

test('a ticket that is left again, after it seemed to have failed, is one ticket; with another address it is another', async () => {
  const { chat, server, clock } = await restored(...asked);
  const end = chat.leaveTicket({ contact }).catch((error: unknown) => error);
  const first = await server.next('POST', TICKET);
  first.fail();
  for (const ms of [500, 1000, 2000, 4000, 8000, 16_000]) {
    await clock.pass(ms);
    (await server.next('POST', TICKET)).fail();
  }
  expect(await end).toBeInstanceOf(TypeError);

  chat.leaveTicket({ contact }).catch(() => {});
  const again = await server.next('POST', TICKET);
  expect(again.body).toEqual(first.body);
  again.refuse(403, 'not-allowed');
  await settle();
  chat.leaveTicket({ contact: { email: 'anna@example.com' } }).catch(() => {});

  expect(idOf(await server.next('POST', TICKET))).not.toBe(idOf(first));
  chat.dispose();
});

test('a ticket is listened to until it has its number', async () => {
  const { chat, server } = await restored(...asked, ticket);
  const stream = (await server.next('GET', EVENTS)).stream();

  stream.frame(frameOf(5, { type: 'ticket-found', handoffId: HANDOFF_ID, number: '1042' }));
  await settle();

  expect(chat.conversation.value.handoff).toMatchObject({ number: '1042' });
  expect(stream.signal.aborted).toBe(true);
  chat.dispose();
});

test('where people are reached by tickets alone, the way to them is open', async () => {
  const settings = Promise.resolve({ ...SETTINGS, handoff: false, tickets: true });
  const { chat } = aChat({ settings });
  await settle();

  expect(chat.canHandOff.value).toBe(true);
  chat.dispose();
});

test('a request for a person carries how they can be reached and their own summary', async () => {
  const { chat, server } = await restored(...asked);

  chat.requestHandoff({ contact, summary: 'Broken teapot' });

  expect((await server.next('POST', 'conversations/c1/handoff')).body).toEqual({
    id: expect.any(String),
    contact,
    summary: 'Broken teapot',
  });
  chat.dispose();
});

test('the summary is asked for and not kept', async () => {
  const { chat, server } = await restored(...asked);

  const summary = chat.previewSummary();

  (await server.next('POST', 'conversations/c1/summary')).json({ summary: 'Broken teapot' });
  expect(await summary).toBe('Broken teapot');
  expect(chat.conversation.value.shared).toBeNull();
  chat.dispose();
});
