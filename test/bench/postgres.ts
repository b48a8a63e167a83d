import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { Client } from 'pg';
import { eventually } from '../journeys/processes.ts';
import { startPostgres } from '../postgres/server.ts';
import { built } from './built.ts';
import { quantile, repeatedly, type Figure } from './figures.ts';
import { Answer, type Order, type Told } from './postgres-machine.ts';

const RUN_MS = 4_000;
const TOGETHER = 50;
/** Of both machines. */
const PER_SECOND = 400;

/** Two proxies on one PostgreSQL that syncs every commit: each appends, and reads what the other one has appended. */
export async function postgresFigures(): Promise<Figure[]> {
  const postgres = await startPostgres({ durable: true });
  const script = await built('postgres-machine');
  const machines = await Promise.all(
    ['one', 'other'].map((name) => start(script, postgres.url, name)),
  );

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
  const floors = await repeatedly(() => floor(postgres.url));
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
    {
      name: '  two connections that only insert and commit such batches',
      unit: 'events/s',
      values: floors,
      goal: '',
    },
    {
      name: `appended → read by the other at ${PER_SECOND} a second, p99`,
      unit: 'ms',
      values: times,
      goal: '≤ 100',
    },
  ];
}

let made = 0;

/** What the database itself can do: the same batches, each one statement and one commit, read by nobody. */
async function floor(url: string): Promise<number> {
  const clients = [new Client({ connectionString: url }), new Client({ connectionString: url })];
  const [first] = clients;
  for (const client of clients) await client.connect();
  await first?.query(`create table if not exists floor (
    id text, seq integer, key text, body text, primary key (id, seq), unique (id, key)
  )`);
  const start = performance.now();
  const written = await Promise.all(
    clients.map(async (client) => {
      let batches = 0;
      for (; performance.now() - start < RUN_MS; batches += 1) {
        await client.query({
          name: 'floor',
          text: `insert into floor
            select 'c' || n, $2, $1, repeat('x', 200) from generate_series(1, $3) as n`,
          values: [crypto.randomUUID(), (made += 1), TOGETHER],
        });
      }
      return batches * TOGETHER;
    }),
  );
  const seconds = (performance.now() - start) / 1_000;
  for (const client of clients) await client.end();
  return written.reduce((sum, count) => sum + count, 0) / seconds;
}

async function start(script: string, url: string, name: string): Promise<ChildProcess> {
  const machine = fork(script, [url, name]);
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
