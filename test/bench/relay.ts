import { StartedConversation } from '../../src/protocol/routes.ts';
import { eventually, startServer, startSimulator } from '../journeys/processes.ts';
import { createVisitor, json } from '../proxy/rig.ts';
import { quantile, repeatedly, type Figure } from './figures.ts';

const MESSAGES = 100;

/** From the agent's press on Send in the simulated workspace to the bytes in the customer's open stream, by real webhooks. */
export async function relayFigures(): Promise<Figure[]> {
  const simulator = await startSimulator();
  const server = await startServer(simulator);
  const request = (path: string, init?: RequestInit) => fetch(`${server.url}${path}`, init);
  const started = await request('/api/conversations', json({}));
  const visitor = createVisitor(request, StartedConversation.parse(await started.json()));
  await visitor.say('Hello');
  await visitor.handOff();
  await visitor.until('waiting');
  const ticket = await eventually('there is a ticket', async () => (await simulator.tickets())[0]);

  const stream = await fetch(`${server.url}/api/conversations/${visitor.id}/events`, {
    headers: visitor.headers,
  });
  const seen = new Map<string, () => void>();
  void (async () => {
    const decoder = new TextDecoder();
    for await (const chunk of stream.body ?? []) {
      const text = decoder.decode(chunk);
      for (const [mark, resolve] of seen) if (text.includes(mark)) resolve();
    }
  })().catch(() => {});

  async function oneRun(): Promise<number[]> {
    const times: number[] = [];
    for (let count = 0; count < MESSAGES; count += 1) {
      const mark = crypto.randomUUID();
      const arrived = new Promise<void>((resolve) => seen.set(mark, resolve));
      const start = performance.now();
      await simulator.act(ticket.id, 'reply', { text: mark });
      await arrived;
      times.push(performance.now() - start);
      seen.delete(mark);
    }
    return times;
  }

  const runs: number[][] = [];
  await repeatedly(async () => runs.push(await oneRun()));
  await server.dispose();
  await simulator.kill();
  return [
    {
      name: 'agent presses Send → bytes in the customer’s stream, p50',
      unit: 'ms',
      values: runs.map((times) => quantile(times, 0.5)),
      goal: '≤ 50',
    },
    {
      name: 'the same, p99',
      unit: 'ms',
      values: runs.map((times) => quantile(times, 0.99)),
      goal: '≤ 300',
    },
  ];
}
