import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, copyFile, mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { Kysely, sql } from 'kysely';
import { describe, expect, onTestFinished, test } from 'vitest';
import { libsqlDialect } from '../../src/store/libsql-driver.ts';
import { openStore } from '../../src/store/open-store.ts';
import { StoreUnavailable } from '../../src/store/store.ts';
import { storeContract } from './contract.ts';
import { append, message, seqs, start, upTo } from './sample.ts';
import { openSqlite, temporaryDatabase } from './temporary-database.ts';

storeContract('SQLite', openSqlite);

describe('an SQLite file', () => {
  test('is made together with its folder, for its owner only', async () => {
    const path = join(dirname(await newPath()), 'deep', 'er', 'baton.db');

    await open(`file:${path}`);

    expect(await readdir(dirname(path))).toContain('baton.db');
    expect((await stat(dirname(path))).mode & 0o777).toBe(0o700);
  });

  test('may be named by a whole file URL', async () => {
    const path = join(dirname(await newPath()), 'with space.db');

    await open(pathToFileURL(path).href);

    expect(await readdir(dirname(path))).toContain('with space.db');
  });

  for (const url of ['mysql://localhost/baton', 'data/baton.db', 'file:', 'file://host/x', '']) {
    test(`is asked for when DATABASE_URL is "${url}"`, async () => {
      await expect(openStore(url)).rejects.toThrow(/DATABASE_URL.*file:data\/baton\.db/);
    });
  }

  test('of a newer Baton is left alone, and the owner told what to do', async () => {
    const path = await newPath();
    await (await open(`file:${path}`)).close();
    await inFile(path, `insert into migration (version, name, applied_at) values (99, 'new', 1)`);

    await expect(openStore(`file:${path}`)).rejects.toThrow(/99.*newer Baton.*DATABASE_URL/);
  });

  test('can be opened by many at once when it is new', async () => {
    const path = await newPath();

    const stores = await Promise.all(upTo(6).map(() => open(`file:${path}`)));

    const ids = await Promise.all(stores.map((store, n) => store.settingOnce('id', `${n}`)));
    expect(new Set(ids).size).toBe(1);
  });

  test(
    'holds every acknowledged message after a kill, without a gap',
    { timeout: 30_000 },
    async () => {
      const path = await newPath();
      const store = await open(`file:${path}`);
      await start(store, 'a');
      await store.close();

      const acknowledged = await appendUntilKilled(`file:${path}`, 100);

      const kept = await seqs(await open(`file:${path}`), 'a');
      expect(acknowledged).toEqual(upTo(acknowledged.length));
      expect(kept).toEqual(upTo(kept.length));
      expect(kept.length).toBeGreaterThanOrEqual(acknowledged.length);
    },
  );

  test('keeps nothing of a deleted message after it was closed', async () => {
    const path = await newPath();
    const store = await open(`file:${path}`);
    await start(store, 'a');
    await append(store, 'a', 'one', message('one', 'My card number is 4111'));

    await store.tx((tx) => tx.scrubMessage('a', 'one'));
    await store.close();

    for (const file of await readdir(dirname(path))) {
      // The files beside it are empty then, and go when their last statement is garbage: perhaps just now.
      const bytes = await readFile(join(dirname(path), file), 'latin1').catch(ifGone);
      expect(bytes).not.toContain('4111');
    }
  });

  test('is reported as unavailable when it cannot be written', async () => {
    const path = await newPath();
    await (await open(`file:${path}`)).close();
    // SQLite would use what this process still holds open of the file itself.
    const copy = join(dirname(path), 'copy.db');
    await copyFile(path, copy);
    await chmod(copy, 0o444);
    await chmod(dirname(path), 0o555);

    await asOrdinaryUser(async () => {
      await expect(openStore(`file:${copy}`)).rejects.toBeInstanceOf(StoreUnavailable);
    });
  });

  test('is reported as unavailable when it is no database', async () => {
    const path = await newPath();
    await writeFile(path, 'These are not the bytes of a database. '.repeat(100));

    await expect(openStore(`file:${path}`)).rejects.toBeInstanceOf(StoreUnavailable);
  });

  test('is reported as unavailable when a folder stands in its place', async () => {
    const path = await newPath();
    await mkdir(path);

    await expect(openStore(`file:${path}`)).rejects.toBeInstanceOf(StoreUnavailable);
  });

  test('is reported as unavailable when a file stands where its folder should be', async () => {
    const path = await newPath();
    await writeFile(path, '');

    await expect(openStore(`file:${path}/baton.db`)).rejects.toBeInstanceOf(StoreUnavailable);
  });
});

async function newPath(): Promise<string> {
  const { path, remove } = await temporaryDatabase();
  onTestFinished(remove);
  return path;
}

function ifGone(error: NodeJS.ErrnoException): string {
  if (error.code === 'ENOENT') return '';
  throw error;
}

async function open(url: string) {
  const store = await openStore(url);
  onTestFinished(() => store.close());
  return store;
}

async function inFile(path: string, statement: string): Promise<void> {
  const db = new Kysely({ dialect: libsqlDialect({ path, access: 'read-write' }) });
  await sql.raw(statement).execute(db);
  await db.destroy();
}

/** Gives the seqs that were acknowledged before the kill, of which there are at least `count`. */
async function appendUntilKilled(url: string, count: number): Promise<number[]> {
  const script = fileURLToPath(new URL('append-until-killed.ts', import.meta.url));
  const child = spawn(process.execPath, ['--import', 'tsx', script, url], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  const acknowledged: number[] = [];
  for await (const line of createInterface({ input: child.stdout })) {
    acknowledged.push(Number(line));
    if (acknowledged.length === count) child.kill('SIGKILL');
  }
  if (child.signalCode === null) await once(child, 'exit');
  return acknowledged;
}

/** Permissions do not bind root, so it becomes somebody else for a while. */
async function asOrdinaryUser(work: () => Promise<void>): Promise<void> {
  if (process.getuid?.() !== 0) return work();
  process.seteuid?.(65_534);
  try {
    await work();
  } finally {
    process.seteuid?.(0);
  }
}
