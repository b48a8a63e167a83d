import { Kysely, sql } from 'kysely';
import { beforeEach, expect, onTestFinished, test, vi } from 'vitest';
import type { Work } from '../../src/store/engine.ts';
import { groupCommit, type GroupCommit } from '../../src/store/group-commit.ts';
import { libsqlDialect } from '../../src/store/libsql-driver.ts';
import { migrate } from '../../src/store/migrations.ts';
import { saveSetting } from '../../src/store/saved-settings.ts';
import { StoreUnavailable } from '../../src/store/store.ts';
import type { Tables } from '../../src/store/tables.ts';
import { upTo } from './sample.ts';
import { temporaryDatabase } from './temporary-database.ts';

let db: Kysely<Tables>;
let commits: GroupCommit;
let rung: string[][];

beforeEach(async () => {
  const { path, remove } = await temporaryDatabase();
  db = new Kysely<Tables>({ dialect: libsqlDialect({ path, access: 'read-write' }) });
  onTestFinished(async () => {
    await db.destroy();
    await remove();
  });
  await migrate(db, 'sqlite', Date.now);
  rung = [];
  commits = groupCommit(db, (conversationIds) => rung.push([...conversationIds]));
});

test('what many customers ask for at the same time shares one commit', async () => {
  const transactions = vi.spyOn(db, 'startTransaction');

  await Promise.all(upTo(50).map((n) => commits.run(save(`setting ${n}`))));

  expect(transactions).toHaveBeenCalledTimes(1);
  expect(await settings()).toHaveLength(50);
});

test('a commit is never shared by so many that others wait long', async () => {
  const transactions = vi.spyOn(db, 'startTransaction');

  await Promise.all(upTo(450).map((n) => commits.run(save(`setting ${n}`))));

  expect(transactions).toHaveBeenCalledTimes(3);
  expect(await settings()).toHaveLength(450);
});

test('each conversation is rung for once per commit, after the callers know', async () => {
  const order: string[] = [];
  commits = groupCommit(db, (ids) => order.push(`rung ${[...ids].join(' ')}`));
  const change =
    (id: string): Work<void> =>
    async (unit) =>
      unit.reached(id, 1);

  await Promise.all(['a', 'b', 'a', 'a'].map((id) => commits.run(change(id))));
  await commits.run(change('b'));

  expect(order).toEqual(['rung a b', 'rung b']);
});

test('nothing is rung for work that threw', async () => {
  const failing = commits.run(async (unit) => {
    unit.reached('a', 1);
    throw new Error('No.');
  });

  await expect(failing).rejects.toThrow('No.');
  expect(rung.flat()).toEqual([]);
});

test('when the commit fails, everybody who shared it is told and nothing is kept', async () => {
  const outcomes = await Promise.allSettled([
    commits.run(save('before')),
    commits.run(breakTheCommit),
    commits.run(save('after')),
  ]);

  expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected']);
  expect(await settings()).toEqual([]);
  expect(rung).toEqual([]);
});

test('after a commit that failed the next ones succeed', async () => {
  await commits.run(breakTheCommit).catch(() => {});

  await commits.run(save('next'));

  expect(await settings()).toEqual(['next']);
});

test('a transaction that the database gave up is told to everybody, even if one hid it', async () => {
  const hiding: Work<void> = async (unit) => {
    await sql`rollback`.execute(await unit.db());
    await save('outside')(unit).catch(() => {});
  };

  const outcomes = await Promise.allSettled([
    commits.run(save('before')),
    commits.run(hiding),
    commits.run(save('after')),
  ]);

  const reasons = outcomes.map((outcome) => outcome.status === 'rejected' && outcome.reason);
  expect(reasons).toEqual(upTo(3).map(() => expect.any(StoreUnavailable)));
  expect(await settings()).toEqual([]);
});

test('a full disk refuses what does not fit, and takes more when there is room again', async () => {
  await commits.run(save('before'));
  const { rows } = await sql<{ page_count: number }>`pragma page_count`.execute(db);
  await sql.raw(`pragma max_page_count = ${rows[0]?.page_count}`).execute(db);

  const full = commits.run(save('large', 'x'.repeat(100_000)));

  await expect(full).rejects.toBeInstanceOf(StoreUnavailable);
  await sql`pragma max_page_count = 100000`.execute(db);
  await commits.run(save('after'));
  expect(await settings()).toEqual(['after', 'before']);
});

test('what is asked for while a commit is under way comes with the next', async () => {
  const later: Promise<void>[] = [];
  const asking: Work<void> = async () => {
    later.push(commits.run(save('later')));
  };

  await commits.run(asking);
  await Promise.all(later);

  expect(await settings()).toEqual(['later']);
});

function save(name: string, value = ''): Work<void> {
  return async (unit) => saveSetting(await unit.db(), name, value);
}

/** Leaves a row that refers to nothing, which is looked at only in the end. */
const breakTheCommit: Work<void> = async (unit) => {
  const transaction = await unit.db();
  await sql`pragma defer_foreign_keys = on`.execute(transaction);
  await transaction
    .insertInto('event')
    .values({ conversation_id: 'nowhere', seq: 1, key: 'k', body: '{}' })
    .execute();
};

async function settings(): Promise<string[]> {
  const rows = await db.selectFrom('setting').select('name').orderBy('name').execute();
  return rows.map(({ name }) => name);
}
