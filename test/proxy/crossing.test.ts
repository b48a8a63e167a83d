import { afterEach, describe, expect, test } from 'vitest';
import { messagesOf } from '../../src/conversation/status.ts';
import './patience.ts';
import { createRig, eventually, type Rig, type RigOptions, type Visitor } from './rig.ts';
import { chatTickets, posted } from './zendesk-side.ts';

let rig: Rig;
let visitor: Visitor;
let ticketId: number;
afterEach(() => rig.close());

/** A customer with an agent, who has answered once and got an answer. */
async function goLive(options: RigOptions = {}): Promise<void> {
  rig = await createRig(options);
  visitor = await rig.visitor();
  await visitor.handOff();
  await visitor.until('waiting');
  ticketId = chatTickets(rig)[0]?.id ?? 0;
  await visitor.say('In time');
  await eventually(() => ticket().includes('In time'));
  rig.simulator.workspace.reply(ticketId, { text: 'Hello' });
  await visitor.until('live');
  await quiet();
}

const ticket = () => chatTickets(rig)[0]?.messages.map(({ text }) => text) ?? [];

async function quiet(): Promise<void> {
  await eventually(async () =>
    (await rig.store.outbox(visitor.id)).every(({ state }) =>
      ['sent', 'failed', 'cancelled'].includes(state),
    ),
  );
}

async function untilPosted(text: string): Promise<void> {
  await eventually(() =>
    posted(rig).some(({ body, status }) => JSON.stringify(body).includes(text) && status === 201),
  );
}

/** The message reached no ticket, so it must say so; what came before it reached one. */
async function expectNotSent(id: string): Promise<void> {
  await visitor.until('ended');
  await quiet();
  await eventually(async () => id in (await visitor.conversation()).failures);
  const { failures } = await visitor.conversation();
  expect(failures).toEqual({ [id]: 'delivery' });
  expect(ticket()).toContain('In time');
  expect(ticket()).not.toContain('Too late');
}

describe('a message that crosses the agent’s End is said not to have arrived', () => {
  test('when it came to Zendesk before the news of the End came to us', async () => {
    await goLive();
    rig.simulator.faults.set({ webhooks: 'late', ms: 4_000 });
    rig.simulator.workspace.end(ticketId);
    const id = crypto.randomUUID();

    await visitor.say('Too late', id);

    await expectNotSent(id);
  });

  test('when it was on its way while the news of the End came', async () => {
    await goLive();
    rig.simulator.faults.set({
      rules: [
        { match: { method: 'POST', path: '/messages$' }, effect: { type: 'delay', ms: 3_000 } },
      ],
    });
    const id = crypto.randomUUID();
    await visitor.say('Too late', id);
    await eventually(() => posted(rig).at(-1)?.status === 'pending');

    rig.simulator.workspace.end(ticketId);

    await expectNotSent(id);
  });

  test('when nobody can say whether it came, and it never does', async () => {
    await goLive();
    rig.simulator.faults.set({
      rules: [{ match: { method: 'POST', path: '/messages$' }, effect: { type: 'reset' } }],
    });
    const id = crypto.randomUUID();
    await visitor.say('Too late', id);
    await eventually(() => posted(rig).at(-1)?.status === 'reset');

    rig.simulator.workspace.end(ticketId);

    await expectNotSent(id);
  });

  test('when it had not left yet', async () => {
    await goLive();
    rig.simulator.faults.set({
      rules: [
        {
          match: { method: 'POST', path: '/messages$', times: 1 },
          effect: { type: 'status', status: 429, headers: { 'retry-after': '30' } },
        },
      ],
    });
    const id = crypto.randomUUID();
    await visitor.say('Too late', id);
    await eventually(() => posted(rig).at(-1)?.status === 429);

    rig.simulator.workspace.end(ticketId);
    rig.clock.skip(61_000);

    await expectNotSent(id);
  });

  test('when only asking tells of the End', async () => {
    await goLive({ deaf: true });
    rig.simulator.workspace.end(ticketId, { silent: true });
    const id = crypto.randomUUID();

    await visitor.say('Too late', id);

    await expectNotSent(id);
  });

  test('when the server starts again in between', async () => {
    await goLive();
    rig.simulator.faults.set({ webhooks: 'drop' });
    rig.simulator.workspace.end(ticketId, { silent: true });
    const id = crypto.randomUUID();
    await visitor.say('Too late', id);
    await untilPosted('Too late');

    await rig.restart();

    await expectNotSent(id);
  });
});

test.each([
  ['tells of it', {}],
  ['says nothing', { silent: true }],
  ['gives the chat to somebody else', { passAway: true }],
])('what came in time counts as sent when Zendesk %s', async (_name, ending) => {
  await goLive();
  await visitor.say('Thank you');
  await visitor.say('Good-bye');
  await eventually(() => ticket().includes('Good-bye'));
  await quiet();

  rig.simulator.workspace.end(ticketId, ending);
  rig.clock.skip(61_000);

  expect((await visitor.until('ended')).failures).toEqual({});
});

test('the AI agent does not answer it by itself, but when it is sent again', async () => {
  await goLive();
  rig.simulator.faults.set({ webhooks: 'late', ms: 4_000 });
  rig.simulator.workspace.end(ticketId);
  const id = crypto.randomUUID();
  await visitor.say('How do I care for stoneware?', id);
  await eventually(async () => id in (await visitor.conversation()).failures);
  const answers = async () =>
    messagesOf(await visitor.conversation()).filter(({ author }) => author.kind === 'ai-agent');
  expect(await answers()).toEqual([]);
  const before = posted(rig).length;

  await visitor.say('How do I care for stoneware?', id);

  expect(await answers()).toMatchObject([{ replyTo: id }]);
  expect((await visitor.conversation()).failures).toEqual({});
  expect(posted(rig)).toHaveLength(before);
});
