import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { eventually } from '../journeys/processes.ts';
import { startPostgres } from '../postgres/server.ts';
import { quantile, repeatedly, type Figure } from './figures.ts';
import { Answer, type Order, type Told } from './postgres-machine.ts';

const SCRIPT = fileURLToPath(new URL('postgres-machine.ts', import.meta.url));
const RUN_MS = 4_000;
const TOGETHER = 50;
/** Of both machines. */
const PER_SECOND = 400;

/** Two proxies on one PostgreSQL that syncs every commit: each appends, and reads what the other one has appended. */
export async function postgresFigures(): Promise<Figure[]> {
  const postgres = await startPostgres({ durable: true });
  const machines = await Promise.all(['one', 'other'].map((name) => start(postgres.url, name)));

  async function both(order: Order): Promise<Answer[]> {
    return Promise.all(machines.map((machine) => ask(machine, order)));
  }

  /** Gives every event with when it was appended and when the other machine had read it. */
  async function run(order: Order): Promise<{ appendedAt: number; readAt: number }[]> {
    await both(order);
    const told: Told[] = [];
    await eventually('everything was read', async () => {
      told.push(...(await both({ type: 'tell' })).filter((answer) => typeof answer !== 'string'));
      return count(told, 'read') === count(told, 'appended');
    });
    const appended = new Map(told.flatMap((each) => each.appended));
    return told
      .flatMap(({ read }) => read)
      .map(([key, readAt]) => ({ appendedAt: appended.get(key) ?? readAt, readAt }));
  }

  const rates = await repeatedly(async () => {
    const events = await run({ type: 'burst', together: TOGETHER, forMs: RUN_MS });
    const start = Math.min(...events.map(({ appendedAt }) => appendedAt));
    const end = Math.max(...events.map(({ readAt }) => readAt));
    return (events.length / (end - start)) * 1_000;
  });
  const times = await repeatedly(async () => {
    const events = await run({ type: 'pace', perSecond: PER_SECOND / 2, forMs: RUN_MS });
    return quantile(
      events.map(({ appendedAt, readAt }) => readAt - appendedAt),
      0.99,
    );
  });

  for (const machine of machines) machine.kill();
  await postgres.dispose();
  return [
    {
      name: 'PostgreSQL, two machines: appended and read by the other',
      unit: 'events/s',
      values: rates,
      goal: '≥ 4,000',
    },
    { name: `the same at ${PER_SECOND} a second, p99`, unit: 'ms', values: times, goal: '≤ 100' },
  ];
}

async function start(url: string, name: string): Promise<ChildProcess> {
  const machine = fork(SCRIPT, [url, name], { execArgv: ['--import', 'tsx'] });
  await once(machine, 'message');
  return machine;
}

async function ask(machine: ChildProcess, order: Order): Promise<Answer> {
  const answered = once(machine, 'message');
  machine.send(order);
  const [answer] = await answered;
  return Answer.parse(answer);
}

function count(told: readonly Told[], what: keyof Told): number {
  return told.reduce((sum, each) => sum + each[what].length, 0);
}
