import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { messagesOf } from '../../src/conversation/status.ts';
import './patience.ts';
import { createRig, errorOf, eventually, WITH_SUPPORT, type Rig, type Visitor } from './rig.ts';

let rig: Rig;
beforeAll(async () => {
  rig = await createRig({ account: WITH_SUPPORT });
});
afterAll(() => rig.close());

/** A customer who has got an answer, and that answer's id. */
async function withAnswer(): Promise<{ visitor: Visitor; messageId: string }> {
  const visitor = await rig.visitor();
  await visitor.say('My teapot arrived broken, what now?');
  const answer = messagesOf(await visitor.conversation()).at(-1);
  return { visitor, messageId: answer?.id ?? '' };
}

function feedback(visitor: Visitor, opinion: object): Promise<Response> {
  return visitor.call('/feedback', { id: crypto.randomUUID(), ...opinion });
}

/** A customer whose chat with a person is over, and that handoff's id. */
async function afterChat(): Promise<{ visitor: Visitor; handoffId: string }> {
  const visitor = await rig.visitor();
  await visitor.say('My teapot arrived broken, what now?');
  const handoffId = crypto.randomUUID();
  await visitor.handOff(handoffId);
  await visitor.until('waiting');
  // The newest ticket is first in the queue.
  const tickets = rig.simulator.workspace.snapshot().tickets.map(({ id }) => id);
  const ticketId = Math.max(...tickets);
  rig.simulator.workspace.reply(ticketId, { text: 'Hello, Maya here' });
  await visitor.until('live');
  rig.simulator.workspace.end(ticketId);
  await visitor.until('ended');
  return { visitor, handoffId };
}

async function eventsOf(visitor: Visitor): Promise<string[]> {
  const response = await visitor.call('?after=0', undefined, 'GET');
  const { events } = await response.json();
  return events.map(({ event }: { event: { type: string } }) => event.type);
}

describe('what a customer thinks of an answer', () => {
  test('is kept, and can be changed', async () => {
    const { visitor, messageId } = await withAnswer();

    await feedback(visitor, { messageId, helpful: true });
    await feedback(visitor, { messageId, helpful: false });
    const response = await feedback(visitor, { messageId, helpful: false, reason: 'off-topic' });

    expect(await response.json()).toEqual({ ok: true });
    const { feedback: kept } = await visitor.conversation();
    expect(kept).toEqual({ [messageId]: { helpful: false, reason: 'off-topic' } });
  });

  test('that arrives again, late, does not bring back what they have changed since', async () => {
    const { visitor, messageId } = await withAnswer();
    const first = { id: crypto.randomUUID(), messageId, helpful: true };
    await feedback(visitor, first);
    await feedback(visitor, { messageId, helpful: false });

    const again = await feedback(visitor, first);

    expect(again.status).toBe(200);
    expect((await visitor.conversation()).feedback[messageId]).toEqual({ helpful: false });
    const given = (await eventsOf(visitor)).filter((type) => type === 'feedback-given');
    expect(given).toHaveLength(2);
  });

  test.each([
    ['nothing about help', {}],
    ['a word instead of yes or no', { helpful: 'yes' }],
    ['a reason that nobody offered', { helpful: false, reason: 'boring' }],
    ['a reason why it helped', { helpful: true, reason: 'wrong' }],
    ['an id that is none', { id: '1', helpful: true }],
  ])('is refused with %s', async (_name, opinion) => {
    const { visitor, messageId } = await withAnswer();

    const response = await feedback(visitor, { messageId, ...opinion });

    expect(await errorOf(response)).toMatchObject({ status: 400, code: 'bad-request' });
    expect((await visitor.conversation()).feedback).toEqual({});
  });

  test('is about an answer of their own conversation and nothing else', async () => {
    const theirs = await withAnswer();
    const { visitor } = await withAnswer();
    const own = messagesOf(await visitor.conversation())[0]?.id;

    const onTheirs = await feedback(visitor, { messageId: theirs.messageId, helpful: true });
    const onOwnWords = await feedback(visitor, { messageId: own, helpful: true });

    expect(onTheirs.status).toBe(404);
    expect(onOwnWords.status).toBe(404);
  });
});

describe('a chat with a person', () => {
  test('is rated once: the first rating counts', async () => {
    const { visitor, handoffId } = await afterChat();

    const first = await visitor.call('/rating', { handoffId, score: 4 });
    const again = await visitor.call('/rating', { handoffId, score: 4 });
    const other = await visitor.call('/rating', { handoffId, score: 1 });

    expect([first.status, again.status, other.status]).toEqual([200, 200, 200]);
    expect((await visitor.conversation()).ratings).toEqual({ [handoffId]: 4 });
    const given = (await eventsOf(visitor)).filter((type) => type === 'rating-given');
    expect(given).toHaveLength(1);
  });

  test('tells its rating to the team, in a note on its ticket', async () => {
    const { visitor, handoffId } = await afterChat();

    await visitor.call('/rating', { handoffId, score: 4 });
    await visitor.call('/rating', { handoffId, score: 4 });

    const isRating = ({ internal, text }: { internal?: boolean; text: string }) =>
      internal && text === 'The customer rated this chat 4 out of 5.';
    const number = await eventually(async () => (await visitor.conversation()).tickets[handoffId]);
    const ticket = () =>
      rig.simulator.workspace.snapshot().tickets.find(({ id }) => String(id) === number);
    await eventually(() => ticket()?.messages.some(isRating));
    await eventually(async () =>
      (await rig.store.outbox(visitor.id)).every(({ state }) => state === 'sent'),
    );
    expect(ticket()?.messages.filter(isRating)).toHaveLength(1);
  });

  test.each([0, 6, 2.5, '5', null])('is not rated %j', async (score) => {
    const visitor = await rig.visitor();

    const response = await visitor.call('/rating', { handoffId: crypto.randomUUID(), score });

    expect(await errorOf(response)).toMatchObject({ status: 400, code: 'bad-request' });
  });

  test('is not rated before its end, nor by others', async () => {
    const { handoffId: foreign } = await afterChat();
    const visitor = await rig.visitor();
    const handoffId = crypto.randomUUID();
    await visitor.handOff(handoffId);
    await visitor.until('waiting');

    const early = await visitor.call('/rating', { handoffId, score: 5 });
    const theirs = await visitor.call('/rating', { handoffId: foreign, score: 1 });

    expect([early.status, theirs.status]).toEqual([404, 404]);
  });

  test('that no person joined cannot be rated', async () => {
    const visitor = await rig.visitor();
    const handoffId = crypto.randomUUID();
    await visitor.handOff(handoffId);
    await visitor.until('waiting');
    await visitor.call('/end', {});

    const response = await visitor.call('/rating', { handoffId, score: 5 });

    expect(response.status).toBe(404);
  });
});
