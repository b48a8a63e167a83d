import { expect, inject, onTestFinished, test } from 'vitest';
import { openStore } from '../../src/store/open-store.ts';
import { StoreUnavailable } from '../../src/store/store.ts';
import { append, message, seqs, start, startWithPosts, upTo } from '../store/sample.ts';
import { openPostgres, query, temporaryDatabase } from './database.ts';
import { startPostgres } from './server.ts';

const PATIENT = { timeout: 30_000 };

async function opened() {
  const one = await openPostgres();
  onTestFinished(() => one.dispose());
  return one;
}

test('an empty database may be opened by many machines at once', async () => {
  const { url, remove } = await temporaryDatabase();

  const stores = await Promise.all(upTo(5).map(() => openStore(url)));
  onTestFinished(async () => {
    await Promise.all(stores.map((store) => store.close()));
    await remove();
  });

  const ids = await Promise.all(stores.map((store, n) => store.settingOnce('id', `${n}`)));
  expect(new Set(ids).size).toBe(1);
});

test('a database of a newer Baton is left alone, and the owner told what to do', async () => {
  const { url, store } = await opened();
  await store.close();
  await query(url, `insert into migration (version, name, applied_at) values (99, 'new', 1)`);

  await expect(openStore(url)).rejects.toThrow(/99.*newer Baton.*DATABASE_URL/);
});

test('a database of an older Baton is brought up to date with everything in it', async () => {
  const { url, store, reopen } = await opened();
  await start(store, 'a');
  await append(store, 'a', 'hello');
  await store.close();
  await query(url, 'delete from migration where version > 1');
  await query(url, 'drop table file_piece, file');
  await query(url, 'alter table event drop column written_at, drop column written_by');
  await query(url, 'alter table conversation drop column support_due_at');
  await query(url, 'alter table conversation add column seq integer not null default 1');
  await query(url, 'alter table conversation add column updated_at bigint not null default 0');

  const newer = await reopen();

  await expect(append(newer, 'a', 'again')).resolves.toEqual({ seq: 2, fresh: true });
});

test('a database that is not there is unavailable, and the words do not give the password away', async () => {
  const { url, remove } = await temporaryDatabase();
  await remove();
  const secret = new URL(url);
  secret.password = 'a-secret';

  const refused = openStore(secret.href);

  await expect(refused).rejects.toBeInstanceOf(StoreUnavailable);
  await expect(refused).rejects.not.toThrow('a-secret');
});

test('a database that nobody may write to is unavailable until they may', async () => {
  const { url, store, reopen } = await opened();
  await start(store, 'a');
  const name = new URL(url).pathname.slice(1);
  const server = inject('postgresUrl');
  await query(server, `alter database ${name} set default_transaction_read_only = on`);
  const reader = await reopen().catch((error: unknown) => error);
  await query(server, `alter database ${name} reset default_transaction_read_only`);

  expect(reader).toBeInstanceOf(StoreUnavailable);
  await expect(append(await reopen(), 'a', 'hello')).resolves.toEqual({ seq: 1, fresh: true });
});

test('while the database is away the store says so, and afterwards everything accepted is there', async () => {
  const server = await startPostgres({ durable: true });
  onTestFinished(() => server.dispose());
  const { url } = await temporaryDatabase(server.url);
  const store = await openStore(url);
  await start(store, 'a');
  const heard: string[] = [];
  store.subscribe((id) => heard.push(id));
  await Promise.all(upTo(20).map((n) => append(store, 'a', `message ${n}`)));

  await server.kill();
  await expect(append(store, 'a', 'away')).rejects.toBeInstanceOf(StoreUnavailable);
  await expect(store.read('a', 0)).rejects.toBeInstanceOf(StoreUnavailable);
  await expect(store.ping()).rejects.toBeInstanceOf(StoreUnavailable);
  await server.start();

  await expect.poll(() => store.ping().then(() => 'back', String), PATIENT).toBe('back');
  await expect(append(store, 'a', 'back')).resolves.toEqual({ seq: 21, fresh: true });
  expect(await seqs(store, 'a')).toEqual(upTo(21));
  const other = await openStore(url);
  heard.length = 0;
  await append(other, 'a', 'from elsewhere');
  await expect.poll(() => heard, PATIENT).toContain('a');
  await Promise.all([store.close(), other.close()]);
});

test('a conversation that another machine holds keeps no other waiting, and its own messages keep their order', async () => {
  const { store, reopen } = await opened();
  await start(store, 'a', 'b');
  const other = await reopen();
  let letGo = () => {};
  const held = new Promise<void>((resolve) => {
    void other
      .tx(async (tx) => {
        await tx.append('a', 'first', message('first'));
        resolve();
        await new Promise<void>((goOn) => (letGo = goOn));
      })
      .catch(() => {});
  });
  await held;

  const waiting = upTo(3).map((n) => append(store, 'a', `message ${n}`));
  await append(store, 'b', 'hello');
  const later = append(store, 'a', 'last');
  await append(store, 'b', 'again');
  letGo();
  await Promise.all([...waiting, later]);

  expect(await seqs(store, 'b')).toEqual([1, 2]);
  const events = (await store.read('a', 0)).map(({ event }) => event);
  // Whether the other one is still there to commit is of no matter.
  expect(events.slice(-4)).toEqual(
    [...upTo(3).map((n) => `message ${n}`), 'last'].map((id) => message(id)),
  );
});

test('two machines that write to the same conversations at the same time never wait for each other in a circle', async () => {
  const { store, reopen } = await opened();
  const ids = upTo(10).map((n) => `conversation ${n}`);
  await start(store, ...ids);
  const machines = [store, await reopen()];

  const rounds = upTo(8).flatMap((round) =>
    machines.map((machine, n) =>
      Promise.all((n ? ids.toReversed() : ids).map((id) => append(machine, id, `${n} ${round}`))),
    ),
  );
  await Promise.all(rounds);

  for (const id of ids) expect(await seqs(store, id)).toEqual(upTo(16));
});

test('a machine that stands still inside a transaction keeps nobody from taking over', async () => {
  const { url, store, reopen } = await opened();
  await startWithPosts(store, 'a', ['one'], 100);
  const other = await reopen();
  let goOn = () => {};
  const standing = store.tx(async (tx) => {
    await tx.append('a', 'hello', { type: 'participant-changed', at: '', agent: null });
    await new Promise<void>((resolve) => (goOn = resolve));
  });
  standing.catch(() => {});

  await expect
    .poll(async () => (await other.claim(10, 'other', 1_000, 100, 'chat')).length, PATIENT)
    .toBe(1);
  goOn();

  await expect(standing).rejects.toBeInstanceOf(StoreUnavailable);
  expect(await seqs(other, 'a')).toEqual([]);
  expect(await query(url, 'select 1 as one')).toEqual([{ one: 1 }]);
});
