import { sql, type Kysely } from 'kysely';
import type { Tables } from './tables.ts';

type Migration = {
  name: string;
  statements: readonly string[];
  /** What PostgreSQL alone needs besides. */
  postgres?: readonly string[];
};

/** In the order they run; the first is version 1. One that was released is never changed: a new one follows it. */
const MIGRATIONS: readonly Migration[] = [
  {
    name: 'conversations, outbox, settings, articles',
    statements: [
      `create table conversation (
        id text primary key,
        token_hash text not null unique,
        seq integer not null,
        handoff text not null,
        due_at bigint,
        lease_owner text,
        lease_until bigint not null default 0,
        lease_epoch integer not null default 0,
        created_at bigint not null,
        updated_at bigint not null
      )`,
      'create index conversation_handoff on conversation (handoff)',
      'create index conversation_due on conversation (due_at)',
      `create table event (
        conversation_id text not null references conversation (id),
        seq integer not null,
        key text not null,
        body text not null,
        primary key (conversation_id, seq),
        unique (conversation_id, key)
      )`,
      `create table outbox (
        conversation_id text not null references conversation (id),
        position integer not null,
        kind text not null,
        key text not null,
        body text not null,
        state text not null,
        attempts integer not null default 0,
        attempt_at bigint,
        due_at bigint not null,
        result text,
        primary key (conversation_id, position),
        unique (conversation_id, kind, key)
      )`,
      'create index outbox_key on outbox (kind, key)',
      'create index outbox_result on outbox (kind, result)',
      'create table delivery (event_id text primary key, seen_at bigint not null)',
      'create index delivery_seen on delivery (seen_at)',
      'create table setting (name text primary key, value text not null)',
      `create table article (
        id text not null,
        locale text not null,
        body text not null,
        primary key (id, locale)
      )`,
    ],
  },
  {
    name: 'events tell when they were written and are numbered by themselves',
    statements: [
      'alter table event add column written_at bigint not null default 0',
      'alter table conversation drop column seq',
      'alter table conversation drop column updated_at',
    ],
    // Which transaction wrote an event: what was committed since a look is found without a clock.
    postgres: [
      'alter table event add column written_by xid8 not null default pg_current_xact_id()',
      'create index event_written_by on event (written_by)',
    ],
  },
  {
    name: 'files of customers',
    statements: [
      `create table file (
        id text primary key,
        conversation_id text not null references conversation (id),
        type text not null,
        size bigint,
        created_at bigint not null
      )`,
      'create index file_conversation on file (conversation_id)',
      'create index file_created on file (created_at)',
      // SQLite takes any word for a type and keeps bytes as they are.
      `create table file_piece (
        file_id text not null references file (id) on delete cascade,
        number integer not null,
        bytes bytea not null,
        primary key (file_id, number)
      )`,
    ],
  },
  {
    name: 'tickets do not wait for the chat',
    statements: [
      'alter table conversation add column support_due_at bigint',
      'create index conversation_support_due on conversation (support_due_at)',
    ],
  },
];

/** Any number that no other program uses to lock something in the same PostgreSQL database. */
const LOCK = 4_208_177_301;

/**
 * Brings the tables up to date in one transaction that locks the database from its start, so that of processes that
 * start at once the second finds the work done. Throws when a newer version of Baton was here.
 */
export async function migrate(
  db: Kysely<Tables>,
  kind: 'sqlite' | 'postgres',
  now: () => number,
): Promise<void> {
  await db.transaction().execute(async (transaction) => {
    if (kind === 'postgres') await sql`select pg_advisory_xact_lock(${LOCK})`.execute(transaction);
    await sql`create table if not exists migration (
      version integer primary key,
      name text not null,
      applied_at bigint not null
    )`.execute(transaction);
    const { version } = await transaction
      .selectFrom('migration')
      .select(({ fn }) => fn.max('version').as('version'))
      .executeTakeFirstOrThrow();
    const reached = version ?? 0;
    if (reached > MIGRATIONS.length) {
      throw new Error(
        `The database is of version ${reached}, and this Baton knows versions up to ${MIGRATIONS.length}. ` +
          'Start the newer Baton that was used with it, or choose another DATABASE_URL.',
      );
    }
    for (const [index, { name, statements, postgres = [] }] of MIGRATIONS.entries()) {
      if (index < reached) continue;
      for (const statement of [...statements, ...(kind === 'postgres' ? postgres : [])]) {
        await sql.raw(statement).execute(transaction);
      }
      await transaction
        .insertInto('migration')
        .values({ version: index + 1, name, applied_at: now() })
        .execute();
    }
  });
}
