import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chmod, chown, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { Client } from 'pg';
import { freePort } from '../journeys/processes.ts';
import { findBinaries } from './binaries.ts';

const PATIENCE_MS = 60_000;

export type PostgresServer = {
  /** The address of its database `postgres`, to a user who may do everything. */
  url: string;
  /** As if the power failed. Resolves when it is gone. */
  kill(): Promise<void>;
  /** Resolves when it takes connections. */
  start(): Promise<void>;
  /** Stops it and deletes its data. */
  dispose(): Promise<void>;
};

type Settings = {
  /** What was committed is on the disk. Otherwise only a crash of the machine would matter, and it is faster. */
  durable?: boolean;
};

/** A PostgreSQL of its own, with nothing in it. Runs as another user when the tests run as root, as it insists. */
export async function startPostgres({ durable = false }: Settings = {}): Promise<PostgresServer> {
  const { bin, copy } = await findBinaries();
  const user = await ordinaryUser();
  const folder = await mkdtemp(join(tmpdir(), 'baton-postgres-'));
  await chmod(folder, 0o755);
  if (copy !== undefined) await chmod(copy, 0o755);
  if (user) await chown(folder, user.uid, user.gid);
  const data = join(folder, 'data');
  const port = String(await freePort());
  const url = `postgres://baton@127.0.0.1:${port}/postgres`;
  let server: ChildProcess | null = null;

  function run(program: string, args: string[]): ChildProcess {
    return spawn(join(bin, program), args, {
      ...user,
      cwd: folder,
      env: { PATH: process.env['PATH'], LC_ALL: 'C', TZ: 'UTC' },
      stdio: ['ignore', 'ignore', 'pipe'],
    });
  }

  async function initialise(): Promise<void> {
    const args = ['--pgdata', data, '--username=baton', '--auth=trust', '--encoding=UTF8'];
    const made = run('initdb', [...args, '--locale=C', '--no-sync']);
    let words = '';
    made.stderr?.on('data', (chunk: Buffer) => (words += chunk.toString()));
    const [code] = await once(made, 'exit');
    if (code !== 0) throw new Error(`PostgreSQL's initdb ended with ${String(code)}: ${words}`);
  }

  async function start(): Promise<void> {
    const settings = {
      listen_addresses: '127.0.0.1',
      unix_socket_directories: '',
      ...(!durable && { fsync: 'off', full_page_writes: 'off' }),
    };
    const args = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
    const end = performance.now() + PATIENCE_MS;
    let words = '';
    while (performance.now() < end) {
      if (!server || isGone(server)) {
        // It refuses as long as a process of the one before still runs.
        server = run('postgres', ['-D', data, '-p', port, ...args]);
        words = '';
        server.stderr?.on('data', (chunk: Buffer) => (words += chunk.toString()));
      }
      if (await answers(url)) return;
      await setTimeout(50);
    }
    throw new Error(`PostgreSQL did not start: ${words}`);
  }

  async function end(signal: NodeJS.Signals): Promise<void> {
    if (!server || isGone(server)) return;
    const gone = once(server, 'exit');
    server.kill(signal);
    await gone;
  }

  await initialise();
  await start();
  return {
    url,
    start,
    kill: () => end('SIGKILL'),
    async dispose() {
      await end('SIGQUIT');
      await rm(folder, { recursive: true, force: true, maxRetries: 10 });
      if (copy !== undefined) await rm(copy, { recursive: true, force: true });
    },
  };
}

function isGone({ exitCode, signalCode }: ChildProcess): boolean {
  return exitCode !== null || signalCode !== null;
}

async function answers(url: string): Promise<boolean> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 2_000 });
  client.on('error', () => {});
  try {
    await client.connect();
    await client.query('select 1');
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => {});
  }
}

/** PostgreSQL refuses to run as root. */
async function ordinaryUser(): Promise<{ uid: number; gid: number } | null> {
  if (process.getuid?.() !== 0) return null;
  const users = (await readFile('/etc/passwd', 'utf8')).split('\n').map((line) => line.split(':'));
  const [, , uid, gid] =
    users.find(([name]) => name === 'postgres') ?? users.find(([name]) => name === 'nobody') ?? [];
  if (uid === undefined || gid === undefined) {
    throw new Error('PostgreSQL refuses to run as root, and there is no user "nobody" here.');
  }
  return { uid: Number(uid), gid: Number(gid) };
}
