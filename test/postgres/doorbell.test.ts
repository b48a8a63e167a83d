import { Client } from 'pg';
import { beforeEach, expect, onTestFinished, test } from 'vitest';
import type { Store } from '../../src/store/store.ts';
import { append, message, start, upTo } from '../store/sample.ts';
import { openPostgres, query } from './database.ts';

const PATIENT = { timeout: 30_000 };

let store: Store;
let other: Store;
let url: string;

beforeEach(async () => {
  const opened = await openPostgres();
  onTestFinished(() => opened.dispose());
  url = opened.url;
  store = opened.store;
  await start(store, 'a', 'b');
  other = await opened.reopen();
});

/** The conversations that a store's listeners hear of from now on. */
function hearing(from: Store): string[] {
  const heard: string[] = [];
  from.subscribe((id) => heard.push(id));
  return heard;
}

/** The connections that one store listens on. Both have one. */
async function doorbells(): Promise<number[]> {
  const rows = await query<{ pid: number }>(
    url,
    `select pid from pg_stat_activity
     where datname = current_database() and application_name = 'baton doorbell'`,
  );
  return rows.map(({ pid }) => pid);
}

const INSERT = `insert into event (conversation_id, seq, key, body) values ($1, $2, $3, $4)`;
const silently = (id: string, seq: number) => [id, seq, `key ${seq}`, JSON.stringify(message('x'))];

test('each event is rung for once in the process that wrote it, however it also hears of it', async () => {
  const heard = hearing(store);

  for (const n of upTo(5)) await append(store, 'a', `message ${n}`);
  await append(other, 'b', 'the last');

  await expect.poll(() => heard, PATIENT).toContain('b');
  expect(heard.filter((id) => id === 'a')).toHaveLength(5);
});

test('what was written without a notification is heard too', async () => {
  const heard = hearing(store);

  await query(url, INSERT, silently('a', 1));

  await expect.poll(() => heard, PATIENT).toContain('a');
});

test('what began early and was committed late is heard, although later ones were heard before', async () => {
  const heard = hearing(store);
  const slow = new Client({ connectionString: url });
  await slow.connect();
  onTestFinished(() => slow.end());
  await slow.query('begin');
  await slow.query(INSERT, silently('a', 1));
  for (const n of upTo(3)) {
    await query(url, INSERT, silently('b', n));
    await expect.poll(() => heard.length, PATIENT).toBeGreaterThanOrEqual(n);
  }
  expect(heard).not.toContain('a');

  await slow.query('commit');

  await expect.poll(() => heard, PATIENT).toContain('a');
});

test('when the connection is cut again and again there is one new one each time, and nothing is missed', async () => {
  const heard = hearing(store);
  const seen = new Set<number>();

  for (const n of upTo(10)) {
    await expect.poll(doorbells, PATIENT).toHaveLength(2);
    const pids = await doorbells();
    for (const pid of pids) seen.add(pid);
    await query(url, 'select pg_terminate_backend(pid) from unnest($1::int[]) as pid', [pids]);
    await append(other, 'a', `message ${n}`);
    await expect.poll(() => heard.length, PATIENT).toBeGreaterThanOrEqual(n);
  }

  await expect.poll(doorbells, PATIENT).toHaveLength(2);
  expect(seen.size).toBe(20);
});

test('a store has no more connections than it says, whatever is cut under load', async () => {
  const total = async () => {
    const [row] = await query<{ count: number }>(
      url,
      `select count(*)::int as count from pg_stat_activity
       where datname = current_database() and application_name like 'baton%'`,
    );
    return row?.count ?? 0;
  };
  const counts: number[] = [];

  for (const n of upTo(5)) {
    const load = upTo(60).map((m) => append(store, m % 2 ? 'a' : 'b', `message ${n} ${m}`));
    await query(
      url,
      `select pg_terminate_backend(pid) from pg_stat_activity
       where datname = current_database() and pid <> pg_backend_pid()`,
    );
    await Promise.allSettled(load);
    counts.push(await total());
  }

  // Two stores with eight connections for writing, four for reading, one for listening.
  expect(Math.max(...counts)).toBeLessThanOrEqual(26);
  await expect(append(store, 'a', 'afterwards')).resolves.toMatchObject({ fresh: true });
});

test('a store that was closed leaves no connection behind', async () => {
  await append(store, 'a', 'hello');

  await store.close();
  await other.close();

  await expect.poll(doorbells, PATIENT).toEqual([]);
  const [row] = await query<{ count: number }>(
    url,
    `select count(*)::int as count from pg_stat_activity
     where datname = current_database() and pid <> pg_backend_pid()`,
  );
  expect(row?.count).toBe(0);
});
