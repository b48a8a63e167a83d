import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort, serverEnvironment, startSimulator } from '../journeys/processes.ts';
import { seededRandom } from '../random.ts';
import { account, type Account } from './account.ts';
import { startAgents } from './agents.ts';
import { haveChat, type Chat } from './chat.ts';
import { everythingDelivered } from './everything-delivered.ts';
import { startKiller } from './killer.ts';
import type { Doom } from './plan.ts';
import { startWire } from './wire.ts';

/** Chats at the same time. */
const CUSTOMERS = 16;
/** How long Baton is told that a lost request may still arrive: far more than any here is late, on a busy machine too. */
const SETTLE_MS = 6_000;

export type RoundResult = Account & {
  kills: string[];
  recoveriesMs: number[];
  /** What the server wrote during a round with faults. */
  logFile: string | null;
};

export type RoundOptions = {
  seed: string;
  dooms: readonly Doom[];
  /** Goes before what the server is told otherwise, such as another DATABASE_URL. */
  environment?: Record<string, string>;
};

/**
 * Kills a server under load as often as there are dooms, starts it again at once each time, and lets everybody finish. Then
 * an account is made of what was said on one side and what came to the other. After a fault the server's log is kept.
 */
export async function runRound({ seed, dooms, environment }: RoundOptions): Promise<RoundResult> {
  const folder = await mkdtemp(join(tmpdir(), 'baton-crash-'));
  const simulator = await startSimulator();
  const wire = await startWire(simulator.url);
  const port = await freePort();
  const told: Record<string, string> = {
    ...serverEnvironment(port, folder, wire.url),
    SETTLE_MS: String(SETTLE_MS),
    LOG_LEVEL: 'info',
    LIMITS: 'off',
    ...environment,
  };
  const url = `http://127.0.0.1:${port}`;
  const logFile = join(folder, 'server.log');
  const killer = startKiller({ url, environment: told, logFile, wire, dooms });
  const agents = startAgents(simulator, seededRandom(`${seed} agents`));
  let chats = 0;

  async function chatUntilOver(): Promise<Chat[]> {
    const had: Chat[] = [];
    do {
      const name = `chat ${(chats += 1)}`;
      had.push(await haveChat(url, name, seededRandom(`${seed} ${name}`)));
    } while (killer.isAtWork());
    return had;
  }

  try {
    const customers = Promise.all(Array.from({ length: CUSTOMERS }, chatUntilOver));
    const [had] = await Promise.all([customers, killer.finished]);
    await everythingDelivered(told['DATABASE_URL'] ?? '', wire);
    await agents.stop();
    const result = await account({ chats: had.flat(), agents, simulator, wire });
    const { kills, recoveriesMs } = killer;
    if (result.faults.length > 0) return { ...result, kills, recoveriesMs, logFile };
    await killer.stop();
    await rm(folder, { recursive: true });
    return { ...result, kills, recoveriesMs, logFile: null };
  } finally {
    await killer.stop();
    wire.close();
    await simulator.kill();
  }
}
