import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { messagesOf } from '../../src/conversation/status.ts';
import './patience.ts';
import { createRig, eventually, type Rig, type Visitor } from './rig.ts';
import { chatTickets, posted } from './zendesk-side.ts';

let rig: Rig;
let visitor: Visitor;
let ticketId: number;

beforeEach(async () => {
  rig = await createRig();
  visitor = await rig.visitor();
  await visitor.handOff();
  await visitor.until('waiting');
  ticketId = chatTickets(rig)[0]?.id ?? 0;
  rig.simulator.workspace.reply(ticketId, { text: 'Hello' });
  await visitor.until('live');
});
afterEach(() => rig.close());

function refuse(status: number, times?: number) {
  rig.simulator.faults.set({
    rules: [
      {
        match: {
          method: 'POST',
          path: '/messages$',
          ...(times !== undefined && { nth: 1, times }),
        },
        effect: { type: 'status', status },
      },
    ],
  });
}

function arrived(): string[] {
  const [ticket] = chatTickets(rig);
  return (ticket?.messages ?? [])
    .filter(({ author }) => author.kind === 'customer')
    .map(({ text }) => text);
}

test.each([400, 413, 422])(
  'a message that Zendesk answers with %i is said not to have arrived, and the next ones go on',
  async (status) => {
    const id = crypto.randomUUID();
    refuse(status, 1);

    await visitor.say('Not accepted', id);
    await visitor.say('Accepted');
    await eventually(() => arrived().includes('Accepted'));

    const conversation = await visitor.conversation();
    expect(conversation.failures).toEqual({ [id]: 'delivery' });
    expect(conversation.handoff.state).toBe('live');
    expect(arrived()).not.toContain('Not accepted');
    expect(messagesOf(conversation).map(({ body }) => body)).toContain('Not accepted');
  },
);

test.each([401, 403])(
  'while the key answers %i messages wait, and all of them go when it is accepted again',
  async (status) => {
    refuse(status);
    for (const text of ['One', 'Two', 'Three']) await visitor.say(text);
    await eventually(() => posted(rig).some((request) => request.status === status));
    const asked = posted(rig).length;

    rig.clock.skip(60_000);
    await visitor.say('Four');
    expect(posted(rig)).toHaveLength(asked);
    rig.simulator.faults.clear();
    rig.clock.skip(5 * 60_000);

    await eventually(() => arrived().includes('Four'));
    expect(arrived().slice(-4)).toEqual(['One', 'Two', 'Three', 'Four']);
    const { failures, handoff } = await visitor.conversation();
    expect(failures).toEqual({});
    expect(handoff.state).toBe('live');
  },
);

describe('a conversation that Zendesk takes nothing for any more', () => {
  const tickets = () => chatTickets(rig);

  /** The words of all tickets that came after the first. */
  const later = () =>
    tickets()
      .filter(({ id }) => id !== ticketId)
      .map(({ messages }) => messages.map(({ text }) => text));

  test.each([404, 423])(
    'because it answers %i goes on in another one, and the customer notices nothing',
    async (status) => {
      const [first] = tickets();
      const id = first?.conversationId ?? '';
      await visitor.say('Before');
      await eventually(() => arrived().includes('Before'));
      rig.simulator.faults.set({
        rules: [
          {
            match: { method: 'POST', path: `/${id}/messages$` },
            effect: { type: 'status', status },
          },
        ],
      });

      for (const text of ['One', 'Two', 'Three']) await visitor.say(text);
      await eventually(() => later()[0]?.includes('Three'));
      await visitor.say('Four');
      await eventually(() => later()[0]?.includes('Four'));
      const second = tickets().find(({ id: other }) => other !== ticketId);
      rig.simulator.workspace.reply(second?.id ?? 0, { text: 'Here I am again' });
      const conversation = await visitor.untilSaid('Here I am again');

      const [continued, ...rest] = later()[0] ?? [];
      expect(continued).toMatch(/^Continued/);
      expect(rest).toEqual(['One', 'Two', 'Three', 'Four', 'Here I am again']);
      expect(tickets()).toHaveLength(2);
      expect(conversation.failures).toEqual({});
      expect(conversation.handoff.state).toBe('live');
      expect(conversation.entries.filter(({ kind }) => kind === 'notice')).toHaveLength(2);
    },
  );

  test('because it was deleted goes on in another one with what waits', async () => {
    const [first] = tickets();
    rig.simulator.faults.set({ webhooks: 'drop' });
    rig.simulator.workspace.removeConversation(first?.conversationId ?? '');

    await visitor.say('Is this still on?');

    await eventually(() => later()[0]?.at(-1) === 'Is this still on?');
    expect((await visitor.conversation()).handoff.state).toBe('live');
    await visitor.call('/end');
    await eventually(() => tickets().every(({ active }) => !active));
  });

  test('because it is full goes on in another one, as often as it takes', async () => {
    rig.simulator.workspace.configure({ messageLimit: 4 });
    const words = Array.from({ length: 6 }, (_, index) => `Line ${index + 1}`);

    for (const text of words) {
      await visitor.say(text);
      await eventually(() => tickets().some(({ messages }) => messages.at(-1)?.text === text));
    }

    const all = tickets().flatMap(({ messages }) =>
      messages.filter(({ author }) => author.kind === 'customer').map(({ text }) => text),
    );
    expect(all.filter((text) => words.includes(text)).toSorted()).toEqual(words);
    expect(tickets().length).toBeGreaterThan(2);
  });

  test('is over where there is nothing to go on with', async () => {
    const [first] = tickets();
    rig.simulator.workspace.removeConversation(first?.conversationId ?? '');

    expect((await visitor.until('ended')).handoff).toMatchObject({ by: 'timeout' });
  });

  test('and where another one takes nothing either, is over: the AI agent answers again', async () => {
    const id = crypto.randomUUID();
    refuse(404);

    await visitor.say('Is this still on?', id);
    const ended = await visitor.until('ended');
    await visitor.say('How do I care for stoneware?');

    expect(ended.handoff).toMatchObject({ by: 'timeout' });
    await eventually(async () => id in (await visitor.conversation()).failures);
    expect((await visitor.conversation()).failures).toEqual({ [id]: 'delivery' });
    expect(messagesOf(await visitor.conversation()).at(-1)?.author.kind).toBe('ai-agent');
    rig.simulator.faults.clear();
    await visitor.handOff();
    await visitor.until('waiting');
    expect(arrived()).toContain('Is this still on?');
  });
});

test('while Zendesk is away for an hour messages wait, and then arrive once and in order', async () => {
  rig.simulator.faults.set({
    rules: [{ match: { path: '^/sc' }, effect: { type: 'status', status: 503 } }],
  });
  const words = Array.from({ length: 5 }, (_, index) => `Line ${index + 1}`);
  for (const text of words) {
    await visitor.say(text);
    rig.clock.skip(12 * 60_000);
  }

  rig.simulator.faults.clear();
  rig.clock.skip(60_000);
  await eventually(() => arrived().includes('Line 5'));

  expect(arrived().slice(-5)).toEqual(words);
  expect((await visitor.conversation()).handoff.state).toBe('live');
});

test('what is sent while the server restarts arrives once', async () => {
  rig.simulator.faults.set({
    rules: [
      {
        match: { method: 'POST', path: '/messages$', nth: 1 },
        effect: { type: 'hang', after: true },
      },
    ],
  });
  await visitor.say('One');
  await visitor.say('Two');

  await rig.restart();
  await visitor.say('Three');
  await eventually(() => arrived().includes('Three'));

  expect(arrived().slice(-3)).toEqual(['One', 'Two', 'Three']);
});
