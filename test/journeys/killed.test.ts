import { test } from 'vitest';
import { plainText } from '../../src/conversation/plain-text.ts';
import { messagesOf } from '../../src/conversation/status.ts';
import { StartedConversation } from '../../src/protocol/routes.ts';
import { planOf } from '../crash/plan.ts';
import { seededRandom } from '../random.ts';
import { runRound } from '../crash/round.ts';
import { createVisitor, json } from '../proxy/rig.ts';
import { eventually, startServer, startSimulator } from './processes.ts';

const KILLS = 50;
const SEED = 'npm test';
/** It takes two to three minutes where nothing else runs. */
const PATIENCE_MS = 15 * 60_000;

test.concurrent(
  `killed ${KILLS} times under load, nothing is lost, doubled or out of order, and no reader has a gap`,
  async ({ expect }) => {
    const [dooms = []] = planOf(KILLS, seededRandom(SEED));

    const { faults, kills, customersMessages, agentsMessages } = await runRound({
      seed: SEED,
      dooms,
    });

    expect(faults).toEqual([]);
    expect(kills).toHaveLength(KILLS);
    expect(new Set(kills).size).toBeGreaterThan(25);
    expect(Math.min(customersMessages, agentsMessages)).toBeGreaterThan(KILLS);
  },
  PATIENCE_MS,
);

test.concurrent('stopped in good order, it ends by itself and loses nothing', async ({
  expect,
}) => {
  const simulator = await startSimulator();
  const server = await startServer(simulator);
  const request = (path: string, init?: RequestInit) => fetch(`${server.url}${path}`, init);
  try {
    const started = await request('/api/conversations', json({}));
    const visitor = createVisitor(request, StartedConversation.parse(await started.json()));
    await visitor.say('My teapot arrived broken, what now?');
    await visitor.handOff();
    await visitor.say('The order is A-20417.');

    expect(await server.stop()).toBe(0);
    await server.start();

    const { messages } = await eventually('all is in one ticket', async () => {
      const [ticket, ...others] = await simulator.tickets();
      const isWhole = ticket?.messages.at(-1)?.text === 'The order is A-20417.';
      return others.length === 0 && isWhole && ticket;
    });
    const said = messagesOf(await visitor.conversation()).map(plainText);
    expect(messages.slice(1).map(({ text }) => text)).toEqual(said);
  } finally {
    await server.dispose();
    await simulator.kill();
  }
});
