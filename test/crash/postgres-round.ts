import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { freePort, serverEnvironment, startSimulator } from '../journeys/processes.ts';
import { startPostgres, type PostgresServer } from '../postgres/server.ts';
import { account } from './account.ts';
import { startAgents } from './agents.ts';
import { haveChat, type Chat } from './chat.ts';
import { everythingDelivered } from './everything-delivered.ts';
import { startLife } from './mortal-server.ts';
import { accepted, persist } from './persist.ts';
import { seededRandom } from '../random.ts';
import type { RoundResult } from './round.ts';
import { startWire } from './wire.ts';

/** Chats at the same time, half of them at each machine. */
const CUSTOMERS = 8;
const LONGEST_LIFE_MS = 2_000;
const SECRET = 'the secret of both machines, long enough';

/**
 * Kills PostgreSQL under the load of two machines, starts it again at once each time, and lets everybody finish. Then an
 * account is made of what was said on one side and what came to the other. After a fault the servers' log is kept.
 */
export async function runPostgresRound(seed: string, kills: number): Promise<RoundResult> {
  const random = seededRandom(seed);
  const folder = await mkdtemp(join(tmpdir(), 'baton-crash-'));
  const postgres = await startPostgres({ durable: true });
  const simulator = await startSimulator();
  const wire = await startWire(simulator.url);
  const ports = [await freePort(), await freePort()];
  const urls = ports.map((port) => `http://127.0.0.1:${port}`);
  const logFile = join(folder, 'server.log');
  const lives = ports.map((port) =>
    startLife(
      {
        ...serverEnvironment(port, folder, wire.url),
        PUBLIC_URL: urls[0] ?? '',
        DATABASE_URL: postgres.url,
        SECRET,
        LOG_LEVEL: 'info',
      },
      logFile,
    ),
  );
  const agents = startAgents(simulator, seededRandom(`${seed} agents`));
  /** From each death to the first machine that takes messages again. */
  const recoveriesMs: number[] = [];
  let isOver = false;
  let chats = 0;

  async function stopServers(): Promise<void> {
    for (const life of lives) {
      life.kill();
      await life.gone.catch(() => {});
    }
  }

  async function chatUntilOver(url: string): Promise<Chat[]> {
    const had: Chat[] = [];
    do {
      const name = `chat ${(chats += 1)}`;
      had.push(await haveChat(url, name, seededRandom(`${seed} ${name}`)));
    } while (!isOver);
    return had;
  }

  async function chatAndKill(): Promise<Chat[]> {
    for (const url of urls) await untilReady(url);
    const customers = Promise.all(
      Array.from({ length: CUSTOMERS }, (_, index) =>
        chatUntilOver(urls[index % urls.length] ?? ''),
      ),
    );
    customers.catch(() => {});
    for (let kill = 0; kill < kills; kill += 1) {
      await setTimeout(random.between(0, LONGEST_LIFE_MS));
      recoveriesMs.push(await dieAndRise(postgres, urls));
    }
    isOver = true;
    return (await customers).flat();
  }

  try {
    // Nobody kills the servers: one that ends was brought down.
    const ends = lives.map(({ gone }) => gone.then(() => Promise.reject(new Error('Killed'))));
    const had = await Promise.race([chatAndKill(), ...ends]);
    await everythingDelivered(postgres.url, wire);
    await agents.stop();
    const result = await account({ chats: had, agents, simulator, wire });
    const killed = { kills: recoveriesMs.map(() => 'PostgreSQL, at a random time'), recoveriesMs };
    if (result.faults.length > 0) return { ...result, ...killed, logFile };
    await stopServers();
    await rm(folder, { recursive: true });
    return { ...result, ...killed, logFile: null };
  } finally {
    await stopServers();
    wire.close();
    await simulator.kill();
    await postgres.dispose();
  }
}

async function dieAndRise(postgres: PostgresServer, urls: readonly string[]): Promise<number> {
  await postgres.kill();
  const began = performance.now();
  await postgres.start();
  await Promise.any(urls.map(untilReady));
  return performance.now() - began;
}

async function untilReady(url: string): Promise<void> {
  await persist(`${url} takes messages`, async () => {
    const response = await accepted(await fetch(`${url}/readyz`));
    await response.body?.cancel();
  });
}
