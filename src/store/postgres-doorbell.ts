import { setTimeout as pause } from 'node:timers/promises';
import { Client, type ClientConfig } from 'pg';
import { doorbell } from './doorbell.ts';
import { notices, readNotice } from './notices.ts';
import { meaningOf } from './postgres-errors.ts';

const CHANNEL = 'baton_events';
const LOOK_MS = 1_000;
const FIRST_PAUSE_MS = 100;
const LONGEST_PAUSE_MS = 2_000;

/** What was committed since a snapshot that only then became visible; one row with nulls when there is nothing. */
const NEWS = `
  select pg_current_snapshot()::text as snapshot, news.conversation_id as id, news.seq
  from (select 1) as always left join (
    select conversation_id, max(seq) as seq
    from event
    where written_by >= pg_snapshot_xmin($1::pg_snapshot)
      and not pg_visible_in_snapshot(written_by, $1::pg_snapshot)
    group by conversation_id
  ) as news on true`;

type News = { snapshot: string; id: string | null; seq: number | null };

export interface PostgresDoorbell {
  /** Conversations have come to these seqs: rings here, and in the other processes. */
  ring(reached: ReadonlyMap<string, number>): void;
  subscribe(listener: (conversationId: string) => void): () => void;
  close(): Promise<void>;
}

/**
 * Tells several processes on one PostgreSQL which conversations have something new: by a notification, and, since one
 * gets lost with a connection or a process, by looking every second. Does both on one connection of its own, and makes
 * a new one when that breaks. Resolves when it listens.
 */
export async function postgresDoorbell(config: ClientConfig): Promise<PostgresDoorbell> {
  const bell = doorbell();
  const untold = new Map<string, number>();
  /** What was rung for and the next look finds again. */
  const rung = new Map<string, number>();
  let snapshot: string | null = null;
  let lookAt = 0;
  let isClosed = false;
  let wake = () => {};

  function ringFor(conversationId: string, seq: number): void {
    if ((rung.get(conversationId) ?? 0) >= seq) return;
    rung.set(conversationId, seq);
    bell.ring([conversationId]);
  }

  async function connect(): Promise<Client> {
    const client = new Client(config);
    // However it breaks, the next query fails, and that alone leads to a new connection.
    client.on('error', () => {
      lookAt = 0;
      wake();
    });
    client.on('notification', ({ payload = '' }) => {
      for (const [conversationId, seq] of readNotice(payload)) ringFor(conversationId, seq);
    });
    try {
      await client.connect();
      // A lost notification is found by looking: no disk has to be waited for.
      await client.query('set synchronous_commit = off');
      await client.query(`listen ${CHANNEL}`);
      await look(client);
      return client;
    } catch (error) {
      void client.end().catch(() => {});
      throw meaningOf(error);
    }
  }

  async function look(client: Client): Promise<void> {
    const since = snapshot ?? (await currentSnapshot(client));
    const known = [...rung];
    const { rows } = await client.query<News>(NEWS, [since]);
    for (const { id, seq } of rows) if (id !== null && seq !== null) ringFor(id, seq);
    snapshot = rows[0]?.snapshot ?? since;
    for (const [id, seq] of known) if (rung.get(id) === seq) rung.delete(id);
    lookAt = performance.now() + LOOK_MS;
  }

  /** Until it is closed, or throws because the connection broke. */
  async function serve(client: Client): Promise<void> {
    while (!isClosed) {
      await wokenOrDue();
      for (const notice of notices(untold)) {
        await client.query('select pg_notify($1, $2)', [CHANNEL, notice]);
      }
      if (performance.now() >= lookAt) await look(client);
    }
  }

  async function wokenOrDue(): Promise<void> {
    const waitMs = lookAt - performance.now();
    if (untold.size > 0 || isClosed || waitMs <= 0) return;
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, waitMs);
      wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }

  async function keepListening(first: Client): Promise<void> {
    let client: Client | null = first;
    for (let pauseMs = FIRST_PAUSE_MS; !isClosed;) {
      try {
        client ??= await connect();
        pauseMs = FIRST_PAUSE_MS;
        await serve(client);
      } catch {
        // The others find it by looking, and so do we, once we are back.
        untold.clear();
      }
      void client?.end().catch(() => {});
      client = null;
      if (!isClosed) await pause(pauseMs, undefined, { ref: false });
      pauseMs = Math.min(2 * pauseMs, LONGEST_PAUSE_MS);
    }
  }

  const listening = keepListening(await connect());
  return {
    ring(reached) {
      for (const [conversationId, seq] of reached) {
        untold.set(conversationId, seq);
        ringFor(conversationId, seq);
      }
      wake();
    },
    subscribe: bell.subscribe,
    async close() {
      isClosed = true;
      wake();
      await listening;
    },
  };
}

async function currentSnapshot(client: Client): Promise<string> {
  const { rows } = await client.query<{ snapshot: string }>(
    'select pg_current_snapshot()::text as snapshot',
  );
  return rows[0]?.snapshot ?? '';
}
