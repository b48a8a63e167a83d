import { execFileSync } from 'node:child_process';
import { quantile, repeatedly, type Figure } from './figures.ts';
import { measuredProcess } from './measured-process.ts';
import { streamClients } from './stream-clients.ts';

const STREAMS = 10_000;
const EVENTS = 5_000;
const EVENTS_A_SECOND = 1_000;
/** Events come in bunches of so many. */
const TOGETHER = 10;

type Kind = 'ours' | 'bare';
type Run = { kbEach: number; connectS: number; cpuUs: number; p50: number; p99: number };

/** Ten thousand open streams, a thousand events a second over them, and all of them coming back at once. */
export async function streamFigures(): Promise<Figure[]> {
  const files = Number(execFileSync('sh', ['-c', 'ulimit -n'], { encoding: 'utf8' }));
  if (files < STREAMS + 500) {
    process.stderr.write(
      `Streams are not measured: ${STREAMS} of them need "ulimit -n ${STREAMS * 2}", and it is ${files}.\n`,
    );
    return [];
  }
  const runs: Record<Kind, Run[]> = { ours: [], bare: [] };
  await repeatedly(async () => {
    for (const kind of ['ours', 'bare'] as const) runs[kind].push(await oneRun(kind));
    return 0;
  });

  const figure = (name: string, unit: string, goal: string, of: keyof Run): Figure[] =>
    (['ours', 'bare'] as const).map((kind) => ({
      name: kind === 'ours' ? name : '  the same, bare node:http',
      unit,
      values: runs[kind].map((run) => run[of]),
      goal: kind === 'ours' ? goal : '',
    }));
  return [
    ...figure('memory of an open stream at 10,000', 'KB', '≤ 14', 'kbEach'),
    ...figure('10,000 reconnects', 's', '≤ 3', 'connectS'),
    ...figure('relay of an event at 1,000/s, processor time', 'µs', '≤ 75', 'cpuUs'),
    ...figure('append → reader at 1,000/s, p50', 'ms', '', 'p50'),
    ...figure('append → reader at 1,000/s, p99', 'ms', '≤ 10', 'p99'),
  ];
}

async function oneRun(kind: Kind): Promise<Run> {
  const server = await measuredProcess(kind);
  const { port, tokens } = await server.ask({ ask: 'begin', conversations: STREAMS });
  const clients = streamClients(port, tokens);

  async function sayAll(): Promise<number> {
    const before = await server.ask({ ask: 'usage' });
    const start = performance.now();
    const answers: Promise<unknown>[] = [];
    for (let said = 0; said < EVENTS; said += TOGETHER) {
      const dueMs = (said / EVENTS_A_SECOND) * 1000 - (performance.now() - start);
      if (dueMs > 0) await new Promise((resolve) => setTimeout(resolve, dueMs));
      // Far from each other, as customers are.
      const conversations = Array.from(
        { length: TOGETHER },
        (_, n) => ((said + n) * 7_919) % STREAMS,
      );
      answers.push(server.ask({ ask: 'say', conversations }));
    }
    await Promise.all(answers);
    const after = await server.ask({ ask: 'usage' });
    return ((after.cpuMs - before.cpuMs) * 1000) / EVENTS;
  }

  // What is stored without anybody listening is not the relay's work.
  const appendUs = await sayAll();
  const empty = await server.ask({ ask: 'usage' });
  await clients.open();
  const full = await server.ask({ ask: 'usage' });
  const relayedUs = await sayAll();
  while (clients.delays.length < EVENTS) await new Promise((resolve) => setTimeout(resolve, 10));

  await clients.drop();
  const connectS = await clients.open();
  await clients.drop();
  server.end();
  return {
    kbEach: (full.bytes - empty.bytes) / STREAMS / 1024,
    connectS,
    cpuUs: relayedUs - appendUs,
    p50: quantile(clients.delays, 0.5),
    p99: quantile(clients.delays, 0.99),
  };
}
