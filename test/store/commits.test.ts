import { Kysely, sql } from 'kysely';
import { beforeEach, expect, onTestFinished, test, vi } from 'vitest';
import { createCommits, type Commits } from '../../src/store/commits.ts';
import { createConversation } from '../../src/store/conversations.ts';
import type { Work } from '../../src/store/engine.ts';
import { readEvents } from '../../src/store/events.ts';
import { libsqlDialect } from '../../src/store/libsql-driver.ts';
import { migrate } from '../../src/store/migrations.ts';
import { saveSetting } from '../../src/store/saved-settings.ts';
import { StoreUnavailable } from '../../src/store/store.ts';
import type { Tables } from '../../src/store/tables.ts';
import { message, post, upTo } from './sample.ts';
import { temporaryDatabase } from './temporary-database.ts';

let db: Kysely<Tables>;
let commits: Commits;
let reached: [string, number][][];

beforeEach(async () => {
  const { path, remove } = await temporaryDatabase();
  db = new Kysely<Tables>({ dialect: libsqlDialect({ path, access: 'read-write' }) });
  onTestFinished(async () => {
    await db.destroy();
    await remove();
  });
  await migrate(db, 'sqlite', Date.now);
  for (const id of ['a', 'b']) await createConversation(db, { id, tokenHash: id, createdAt: 1 });
  reached = [];
  commits = createCommits(db, {
    atOnce: 1,
    now: () => 7,
    committed: (places) => reached.push([...places]),
  });
});

test('what many customers ask for at the same time shares one commit', async () => {
  const transactions = vi.spyOn(db, 'startTransaction');

  await Promise.all([
    ...upTo(25).map((n) => commits.run(save(`${n}`))),
    ...upTo(25).map((n) => commits.run(say('a', `${n}`))),
  ]);

  expect(transactions).toHaveBeenCalledTimes(1);
  expect(await settings()).toHaveLength(25);
  expect(await keys('a')).toHaveLength(25);
});

test('a commit is never shared by so many that others wait long', async () => {
  const transactions = vi.spyOn(db, 'startTransaction');

  await Promise.all(upTo(250).map((n) => commits.run(save(`setting ${n}`))));

  expect(transactions).toHaveBeenCalledTimes(3);
  expect(await settings()).toHaveLength(250);
});

test('each conversation is rung for once per commit, with the last number it has come to', async () => {
  await Promise.all(['a', 'b', 'a'].map((id, n) => commits.run(say(id, `${n}`))));
  await commits.run(say('b', 'later'));

  expect(reached).toEqual([
    [
      ['a', 2],
      ['b', 1],
    ],
    [['b', 2]],
  ]);
});

test('nothing is rung for work that threw', async () => {
  await expect(commits.run(refuse('a', 'lost'))).rejects.toThrow('No.');

  expect(reached.flat()).toEqual([]);
});

test('work that throws before anything of it was written is left out, and nobody has to begin again', async () => {
  const transactions = vi.spyOn(db, 'startTransaction');

  const outcomes = await Promise.allSettled([
    commits.run(say('a', 'before')),
    commits.run(refuse('a', 'lost')),
    commits.run(say('a', 'after')),
  ]);

  expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
  expect(await keys('a')).toEqual(['before', 'after']);
  expect(transactions).toHaveBeenCalledTimes(1);
});

test('work that throws after something of it was written takes nothing from the others', async () => {
  const throwing: Work<void> = async (unit) => {
    await say('a', 'lost')(unit);
    await save('lost')(unit);
    throw new Error('No.');
  };

  const outcomes = await Promise.allSettled([
    commits.run(say('a', 'before')),
    commits.run(throwing),
    commits.run(say('a', 'after')),
    commits.run(say('b', 'after')),
  ]);

  expect(outcomes[1]).toMatchObject({ reason: { message: 'No.' } });
  expect(await settings()).toEqual([]);
  expect([await keys('a'), await keys('b')]).toEqual([['before', 'after'], ['after']]);
});

test('a repeat among the messages of others is answered as the first was, and numbers leave no gap', async () => {
  await commits.run(say('a', 'first'));

  const answers = await Promise.all(
    ['second', 'first', 'third'].map((key) => commits.run(say('a', key))),
  );

  expect(answers).toEqual([
    { seq: 2, fresh: true },
    { seq: 1, fresh: false },
    { seq: 3, fresh: true },
  ]);
  expect(await keys('a')).toEqual(['first', 'second', 'third']);
});

test('an order that repeats among those of others is kept once, and theirs are kept', async () => {
  await commits.run(order('a', 'first'));

  await Promise.all(['second', 'first'].map((key) => commits.run(order('a', key))));

  const rows = await db.selectFrom('outbox').select(['position', 'key']).execute();
  expect(rows).toEqual([
    { position: 1, key: 'first' },
    { position: 2, key: 'second' },
  ]);
});

test('when one makes the commit fail, the others are kept', async () => {
  const outcomes = await Promise.allSettled([
    commits.run(save('before')),
    commits.run(breakTheCommit),
    commits.run(say('a', 'after')),
  ]);

  expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
  expect(await settings()).toEqual(['before']);
  expect(await keys('a')).toEqual(['after']);
});

test('a transaction that the database gave up takes nobody else with it, even if the error was hidden', async () => {
  const hiding: Work<void> = async (unit) => {
    await sql`rollback`.execute(await unit.db());
    await save('outside')(unit).catch(() => {});
  };

  const outcomes = await Promise.allSettled([
    commits.run(save('before')),
    commits.run(hiding),
    commits.run(save('after')),
  ]);

  expect(outcomes).toMatchObject([
    { status: 'fulfilled' },
    { status: 'rejected', reason: { name: 'StoreUnavailable' } },
    { status: 'fulfilled' },
  ]);
  expect(await settings()).toEqual(['after', 'before']);
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
  const asking: Work<void> = async (unit) => {
    await save('first')(unit);
    later.push(commits.run(save('later')));
  };

  await commits.run(asking);
  await Promise.all(later);

  expect(await settings()).toEqual(['first', 'later']);
});

test('a key that no database could keep is refused, and nobody else with it', async () => {
  const outcomes = await Promise.allSettled([
    commits.run(say('a', 'before')),
    commits.run(say('a', 'a\0b')),
    commits.run(order('a', 'c\0d')),
  ]);

  expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'rejected']);
  expect(await keys('a')).toEqual(['before']);
});

function save(name: string, value = ''): Work<void> {
  return async (unit) => saveSetting(await unit.db(), name, value);
}

function say(id: string, key: string): Work<{ seq: number; fresh: boolean }> {
  return async (unit) => (await unit.hold(id)).append(key, message(key));
}

function order(id: string, key: string): Work<void> {
  return async (unit) => (await unit.hold(id)).enqueue([post(key)], 1);
}

function refuse(id: string, key: string): Work<void> {
  return async (unit) => {
    await say(id, key)(unit);
    throw new Error('No.');
  };
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

/** The keys of a conversation's messages, in their order. */
async function keys(id: string): Promise<string[]> {
  const events = await readEvents(db, id, 0);
  return events.map(({ event }) => (event.type === 'message-added' ? event.message.id : ''));
}
