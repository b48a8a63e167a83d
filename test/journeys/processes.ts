import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { demoAccount } from '../../src/demo/simulator/account.ts';
import type { FaultRule } from '../../src/demo/simulator/faults.ts';

/** How long a process, a page or Zendesk may take until a test gives up. */
const PATIENCE_MS = 45_000;

/** Asks until there is something, at least twenty times a second. */
export async function eventually<T>(
  what: string,
  look: () => Promise<T | undefined | null | false>,
): Promise<T> {
  const end = performance.now() + PATIENCE_MS;
  for (;;) {
    const found = await look().catch(() => undefined);
    if (found !== undefined && found !== null && found !== false) return found;
    if (performance.now() > end) throw new Error(`Never came true: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** A process of the built product. */
export type Running = {
  url: string;
  port: number;
  /** As if the power failed. Resolves when it is gone. */
  kill(): Promise<void>;
  /** Asks it to stop. Resolves with its exit code. */
  stop(): Promise<number | null>;
};

async function run(
  script: string,
  env: Record<string, string>,
  port: number,
  ready: string,
): Promise<Running> {
  const child = spawn(process.execPath, [script], {
    env: { PATH: process.env['PATH'] ?? '', NO_COLOR: '1', ...env },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let errors = '';
  child.stderr.on('data', (data: Buffer) => (errors += data.toString()));
  const url = `http://127.0.0.1:${port}`;
  await eventually(`${script} answers on ${url}`, async () => {
    if (child.exitCode !== null) throw new Error(errors);
    return (await fetch(`${url}${ready}`)).ok;
  });
  const end = (signal: NodeJS.Signals) => endOf(child, signal);
  return {
    url,
    port,
    kill: async () => void (await end('SIGKILL')),
    stop: () => end('SIGTERM'),
  };
}

function endOf(child: ChildProcess, signal: NodeJS.Signals): Promise<number | null> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve(child.exitCode);
  return new Promise((resolve) => {
    child.once('exit', resolve);
    child.kill(signal);
  });
}

/** Below the ports that outgoing connections get; a range for each worker, and within it a place for each run. */
const worker = Number(process.env['VITEST_POOL_ID'] ?? 0) % 10;
let nextPort = 10_000 + worker * 2_000 + (process.pid % 20) * 100;

/** A free port that nobody else is given, even long before something listens on it. */
export async function freePort(): Promise<number> {
  for (;;) {
    const port = nextPort++;
    if (await isFree(port)) return port;
  }
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)));
  });
}

const Ticket = z
  .object({
    id: z.union([z.number(), z.string()]).transform(String),
    subject: z.string(),
    status: z.string(),
    requester: z.object({ name: z.string(), email: z.string().optional() }),
    conversationId: z.string().nullable(),
    messages: z.array(
      z.object({
        id: z.string(),
        author: z.object({ kind: z.string() }),
        text: z.string(),
        internal: z.boolean().optional(),
      }),
    ),
  })
  // What customers may read, and what only the team does.
  .transform((ticket) => ({
    ...ticket,
    messages: ticket.messages.filter(({ internal }) => !internal),
    notes: ticket.messages.flatMap(({ internal, text }) => (internal ? [text] : [])),
  }));
export type Ticket = z.infer<typeof Ticket>;
const Workspace = z.object({ tickets: z.array(Ticket) });
const History = z.object({
  requests: z.array(
    z.object({
      method: z.string(),
      path: z.string(),
      status: z.union([z.number(), z.string()]),
      effects: z.array(z.string()),
    }),
  ),
});
export type RequestRecord = z.infer<typeof History>['requests'][number];

/** The simulated Zendesk as a process of its own, which outlives the proxy and remembers everything. */
export async function startSimulator() {
  const port = await freePort();
  const running = await run('dist/demo/simulator.js', { PORT: String(port) }, port, '/workspace');
  const post = async (path: string, body: unknown = {}, method = 'POST'): Promise<void> => {
    const headers = { 'content-type': 'application/json' };
    const init = { method, headers, body: JSON.stringify(body) };
    const response = await fetch(`${running.url}${path}`, init);
    if (!response.ok) throw new Error(`${path}: ${response.status}`);
  };
  return {
    ...running,
    async tickets(): Promise<Ticket[]> {
      const response = await fetch(`${running.url}/workspace`);
      return Workspace.parse(await response.json()).tickets;
    },
    async requests(): Promise<RequestRecord[]> {
      const response = await fetch(`${running.url}/history`);
      return History.parse(await response.json()).requests;
    },
    act: (ticketId: string, action: string, body: unknown = {}) =>
      post(`/workspace/tickets/${ticketId}/${action}`, body),
    status: (status: 'online' | 'away' | 'offline') => post('/workspace/status', { status }),
    disturb: (rules: FaultRule[]) => post('/faults', rules),
    calm: () => post('/faults', {}, 'DELETE'),
  };
}
export type SimulatorProcess = Awaited<ReturnType<typeof startSimulator>>;

/** The local demo, as `npm run demo` starts it. */
export async function startDemo(): Promise<Running> {
  const port = await freePort();
  const running = await run('dist/demo/main.js', { PORT: String(port) }, port, '/healthz');
  await eventually('the demo knows its articles', async () => {
    const { zendesk, knowledge } = await (await fetch(`${running.url}/readyz`)).json();
    return zendesk === 'ready' && !knowledge.startsWith('0 ');
  });
  return running;
}

/** All that the production server has to be told: its port, the folder for its data, and where Zendesk is. */
export function serverEnvironment(
  port: number,
  folder: string,
  zendeskUrl: string,
): Record<string, string> {
  return {
    PORT: String(port),
    PUBLIC_URL: `http://127.0.0.1:${port}`,
    DATABASE_URL: `file:${join(folder, 'baton.db')}`,
    CONFIG: '',
    LOG_LEVEL: 'silent',
    SETTLE_MS: '1500',
    LIMITS: 'off',
    ZENDESK_ORIGIN: zendeskUrl,
    ZENDESK_SUBDOMAIN: demoAccount.subdomain,
    ZENDESK_OAUTH_CLIENT_ID: demoAccount.oauthClientId,
    ZENDESK_OAUTH_CLIENT_SECRET: demoAccount.oauthClientSecret,
    ZENDESK_APP_ID: demoAccount.appId,
    ZENDESK_KEY_ID: demoAccount.keyId,
    ZENDESK_SECRET_KEY: demoAccount.secretKey,
  };
}

/** The production server on a folder of its own, connected to a simulated Zendesk by environment alone. */
export async function startServer(simulator: { url: string }, extra: Record<string, string> = {}) {
  const folder = await mkdtemp(join(tmpdir(), 'baton-journey-'));
  const port = await freePort();
  const env = { ...serverEnvironment(port, folder, simulator.url), ...extra };
  const start = () => run('dist/server/main.js', env, port, '/healthz');
  let running = await start();
  await eventually('Zendesk is set up', async () => {
    const health = await fetch(`${running.url}/readyz`);
    const { zendesk, knowledge } = await health.json();
    return zendesk === 'ready' && !knowledge.startsWith('0 ');
  });
  return {
    url: running.url,
    port,
    kill: () => running.kill(),
    async start() {
      running = await start();
    },
    stop: () => running.stop(),
    async dispose() {
      await running.kill();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
export type ServerProcess = Awaited<ReturnType<typeof startServer>>;
