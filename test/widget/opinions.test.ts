import { expect, test, vi } from 'vitest';
import type { StoredEvent } from '../../src/protocol/event.ts';
import { aChat, answered, log, said, started } from './a-chat.ts';
import { conversationAfter } from './fake-chat.ts';
import { settle } from './fake-server.ts';

const FEEDBACK = 'conversations/c1/feedback';
const RATING = 'conversations/c1/rating';
const EVENTS = /^conversations\/c1\?after=/;
const DONE = { ok: true };
const messageId = 'answer-to-m1';
const helpful = { type: 'feedback', messageId, feedback: { helpful: true } } as const;
const wrong = {
  type: 'feedback',
  messageId,
  feedback: { helpful: false, reason: 'wrong' },
} as const;
const rating = { type: 'rating', handoffId: 'h', score: 4 } as const;
const said1 = [started, said('m1', 'Broken teapot'), answered('m1', 'It is replaced.')];

/** A chat that was restored with a question and its answer. */
async function restored() {
  const parts = aChat({ session: true });
  const conversation = { ...conversationAfter(...said1), id: 'c1' };
  (await parts.server.next('GET', 'conversations/c1')).json({ conversation });
  await settle();
  return parts;
}

function feedbackGiven(): StoredEvent[] {
  const { feedback } = helpful;
  return log(...said1, { type: 'feedback-given', messageId, ...feedback }).slice(-1);
}

test('feedback is told, and then stands in the conversation', async () => {
  const { chat, server } = await restored();

  const told = chat.giveOpinion(helpful);
  const request = await server.next('POST', FEEDBACK);
  request.json(DONE);
  (await server.next('GET', EVENTS)).json({ events: feedbackGiven() });
  await told;

  expect(request.body).toEqual({ id: expect.any(String), messageId, helpful: true });
  expect(chat.conversation.value.feedback).toEqual({ [messageId]: { helpful: true } });
  chat.dispose();
});

test('feedback that does not get through is told again, as the same one, before what was changed since', async () => {
  const { chat, server, clock } = await restored();

  void chat.giveOpinion(helpful).catch(() => {});
  void chat.giveOpinion(wrong).catch(() => {});
  const first = await server.next('POST', FEEDBACK);
  first.fail();
  await settle();
  expect(server.count('POST', FEEDBACK)).toBe(1);
  await clock.pass(2_000);
  const again = await server.next('POST', FEEDBACK);
  again.json(DONE);
  const second = await server.next('POST', FEEDBACK);

  expect(again.body).toEqual(first.body);
  expect(second.body).toMatchObject({ helpful: false, reason: 'wrong' });
  chat.dispose();
});

test('a rating is told at once or not at all', async () => {
  const { chat, server } = await restored();

  const told = chat.giveOpinion(rating);
  const request = await server.next('POST', RATING);
  request.fail();

  expect(request.body).toEqual({ handoffId: 'h', score: 4 });
  await expect(told).rejects.toThrow('Failed to fetch');
  chat.dispose();
});

test('an opinion that nobody takes says so to whoever gave it, and harms nothing else', async () => {
  const { chat, server } = await restored();
  const refused = vi.fn<() => void>();

  const told = chat.giveOpinion(helpful).catch(refused);
  (await server.next('POST', FEEDBACK)).refuse(404, 'not-found');
  await told;

  expect(refused).toHaveBeenCalledOnce();
  expect(chat.problem.value).toBeNull();
  chat.dispose();
});
