import { describe, expect, test } from 'vitest';
import { plainText } from '../../src/conversation/plain-text.ts';
import { messagesOf } from '../../src/conversation/status.ts';
import type { FaultRule } from '../../src/demo/simulator/faults.ts';
import { StartedConversation } from '../../src/protocol/routes.ts';
import { createVisitor, json, type Visitor } from '../proxy/rig.ts';
import {
  eventually,
  startServer,
  startSimulator,
  type RequestRecord,
  type ServerProcess,
  type SimulatorProcess,
} from './processes.ts';

const QUESTION = 'My teapot arrived broken, what now?';
const AFTERTHOUGHT = 'The order is A-20417.';

/** The calls of a handoff in their order: a summary, a question and its answer are posted in between. */
const CALLS = [
  ['the user is made', 'POST', '/users$', 1],
  ['the conversation is made', 'POST', '/conversations$', 1],
  ['control is taken', 'POST', '/passControl$', 1],
  ['the summary is posted', 'POST', '/messages$', 1],
  ['the question is posted', 'POST', '/messages$', 2],
  ['the answer is posted', 'POST', '/messages$', 3],
  ['control is passed to the agents', 'POST', '/passControl$', 2],
  ['control is offered to us', 'POST', '/offerControl$', 1],
] as const;

/** Where the request was when the power failed. */
const MOMENTS = [
  ['before Zendesk did anything', { type: 'hang' }],
  ['after Zendesk did it, before the answer', { type: 'hang', after: true }],
  ['while it was still on its way', { type: 'late', ms: 800 }],
] as const;

async function startChat(server: ServerProcess): Promise<Visitor> {
  const request = (path: string, init?: RequestInit) => fetch(`${server.url}${path}`, init);
  const response = await request('/api/conversations', json({}));
  return createVisitor(request, StartedConversation.parse(await response.json()));
}

async function inWorld(
  walk: (simulator: SimulatorProcess, server: ServerProcess) => Promise<void>,
): Promise<void> {
  const simulator = await startSimulator();
  const server = await startServer(simulator).catch(async (error: unknown) => {
    await simulator.kill();
    throw error;
  });
  try {
    await walk(simulator, server);
  } finally {
    await server.dispose();
    await simulator.kill();
  }
}

/** What must be true in the end, whatever happened in between. */
async function expectOneWholeTicket(simulator: SimulatorProcess, visitor: Visitor): Promise<void> {
  const arrived = await eventually('the afterthought is in the ticket', async () => {
    const tickets = await simulator.tickets();
    return tickets.some(({ messages }) => messages.at(-1)?.text === AFTERTHOUGHT) && tickets;
  });
  const conversation = await eventually('the ticket’s number is known', async () => {
    const current = await visitor.conversation();
    return Object.keys(current.tickets).length > 0 && current;
  });
  const said = messagesOf(conversation).map(plainText);

  expect(arrived).toHaveLength(1);
  const [summary, ...rest] = arrived[0]?.messages.map(({ text }) => text) ?? [];
  expect(summary).toMatch(/^Summary/);
  expect(rest).toEqual(said);
  expect(conversation.handoff.state).toBe('waiting');
  expect(await visitor.folded()).toEqual(conversation);
}

function isUnderWay({ status }: RequestRecord): boolean {
  return typeof status === 'string';
}

describe.concurrent.each(CALLS)('killed when %s,', (_call, method, path, nth) => {
  test.for(MOMENTS)('%s: one ticket, the whole transcript, in order', async ([, effect]) => {
    await inWorld(async (simulator, server) => {
      const visitor = await startChat(server);
      await visitor.say(QUESTION);
      const rule: FaultRule = { match: { method, path, nth }, effect: { ...effect } };
      await simulator.disturb([rule]);

      await visitor.handOff();
      await visitor.say(AFTERTHOUGHT);
      await eventually('the request is under way', async () =>
        (await simulator.requests()).some(isUnderWay),
      );
      await server.kill();
      await simulator.calm();
      await server.start();

      await expectOneWholeTicket(simulator, visitor);
    });
  });
});

describe.concurrent('killed right after an answer of Zendesk, before it can be written down everywhere,', () => {
  test.for(CALLS)(
    'when %s: one ticket, the whole transcript, in order',
    async ([, method, path, nth]) => {
      await inWorld(async (simulator, server) => {
        const visitor = await startChat(server);
        await visitor.say(QUESTION);

        await visitor.handOff();
        await visitor.say(AFTERTHOUGHT);
        await eventually('the request is answered', async () => {
          const wanted = (await simulator.requests()).filter(
            (request) => request.method === method && new RegExp(path).test(request.path),
          );
          return wanted.length >= nth;
        });
        await server.kill();
        await server.start();

        await expectOneWholeTicket(simulator, visitor);
      });
    },
  );
});
