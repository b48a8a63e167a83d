import { setImmediate } from 'node:timers/promises';
import { Kysely, sql } from 'kysely';
import { beforeEach, expect, onTestFinished, test, vi } from 'vitest';
import { libsqlDialect, type LibsqlOptions } from '../../src/store/libsql-driver.ts';
import { StoreUnavailable } from '../../src/store/store.ts';
import { temporaryDatabase } from './temporary-database.ts';

type Tables = { note: { id: number; text: string | null } };

let path: string;
let db: Kysely<Tables>;

beforeEach(async () => {
  const database = await temporaryDatabase();
  onTestFinished(database.remove);
  path = database.path;
  db = connect('read-write');
  await sql`create table note (id integer primary key, text text)`.execute(db);
});

test('a commit is on the disk before it is acknowledged', async () => {
  expect(await pragma('journal_mode')).toEqual({ journal_mode: 'wal' });
  expect(await pragma('synchronous')).toEqual({ synchronous: 2 });
});

test('references have to exist, and deleted words are overwritten', async () => {
  expect(await pragma('foreign_keys')).toEqual({ foreign_keys: 1 });
  expect(await pragma('secure_delete')).toEqual({ secure_delete: 1 });
});

test('a reader cannot write', async () => {
  const write = note(connect('read-only'), 1, 'hello');

  await expect(write).rejects.toBeInstanceOf(StoreUnavailable);
});

for (const [name, value] of [
  ['a boolean', true],
  ['undefined', undefined],
  ['not a number', NaN],
  ['a text with NUL', 'a\0b'],
  ['a date', new Date(0)],
] as const) {
  test(`${name} is refused, and the process lives on`, async () => {
    const write = sql`insert into note (id, text) values (1, ${value})`.execute(db);

    await expect(write).rejects.toBeInstanceOf(TypeError);
    expect(await texts()).toEqual([]);
  });
}

test('a writer waits for another one and does not stop the process meanwhile', async () => {
  const first = await db.startTransaction().execute();
  await note(first, 1, 'first');

  const waiting = connect('read-write')
    .transaction()
    .execute((transaction) => note(transaction, 2, 'second'));
  await setImmediate();
  await first.commit().execute();
  await waiting;

  expect(await texts()).toEqual(['first', 'second']);
});

test('a writer that waited five seconds gives up', async () => {
  const holder = await db.startTransaction().execute();
  const waiting = connect('read-write');
  await sql`select 1`.execute(waiting);
  const clock = vi.spyOn(performance, 'now').mockReturnValueOnce(0).mockReturnValue(5_001);
  onTestFinished(() => clock.mockRestore());

  const attempt = waiting.startTransaction().execute();

  await expect(attempt).rejects.toBeInstanceOf(StoreUnavailable);
  await holder.rollback().execute();
});

test('a full disk is reported as such, with its cause', async () => {
  await sql`pragma max_page_count = 4`.execute(db);

  const write = note(db, 1, 'x'.repeat(50_000));

  await expect(write).rejects.toMatchObject({
    name: 'StoreUnavailable',
    cause: { code: 'SQLITE_FULL' },
  });
});

test('an error of the statement itself is not taken for a missing store', async () => {
  await note(db, 1, 'first');

  await expect(note(db, 1, 'second')).rejects.toMatchObject({
    code: 'SQLITE_CONSTRAINT_PRIMARYKEY',
  });
});

test('nothing is written outside a transaction that the database itself has given up', async () => {
  const transaction = await db.startTransaction().execute();
  await note(transaction, 1, 'first');
  await sql`rollback`.execute(transaction);

  await expect(note(transaction, 2, 'second')).rejects.toBeInstanceOf(StoreUnavailable);
  await expect(transaction.commit().execute()).rejects.toBeInstanceOf(StoreUnavailable);

  expect(await texts()).toEqual([]);
});

test('a statement that failed once can be used again', async () => {
  await note(db, 1, 'first');
  await note(db, 1, 'again').catch(() => {});

  await note(db, 2, 'second');

  expect(await texts()).toEqual(['first', 'second']);
});

test('many different statements can be run', async () => {
  for (let n = 0; n < 500; n += 1) {
    const { rows } = await sql.raw<{ n: number }>(`select ${n} as n`).execute(db);
    expect(rows).toEqual([{ n }]);
  }
});

test('the number of changed rows is known', async () => {
  await note(db, 1, 'first');
  await note(db, 2, 'second');

  const { numUpdatedRows } = await db
    .updateTable('note')
    .set({ text: 'same' })
    .executeTakeFirstOrThrow();

  expect(numUpdatedRows).toBe(2n);
});

function connect(access: LibsqlOptions['access']): Kysely<Tables> {
  const connected = new Kysely<Tables>({ dialect: libsqlDialect({ path, access }) });
  onTestFinished(() => connected.destroy());
  return connected;
}

async function note(on: Kysely<Tables>, id: number, text: string): Promise<void> {
  await on.insertInto('note').values({ id, text }).execute();
}

async function texts(): Promise<(string | null)[]> {
  const rows = await connect('read-only').selectFrom('note').select('text').orderBy('id').execute();
  return rows.map(({ text }) => text);
}

async function pragma(name: string): Promise<unknown> {
  return (await sql.raw(`pragma ${name}`).execute(db)).rows[0];
}
