import { randomBytes } from 'node:crypto';
import { Client } from 'pg';
import { inject } from 'vitest';
import { openStore } from '../../src/store/open-store.ts';
import type { Store } from '../../src/store/store.ts';
import type { OpenedStore } from '../store/contract.ts';

/** Asks a database something, on a connection of its own. */
export async function query<Row extends object>(
  url: string,
  text: string,
  values: unknown[] = [],
): Promise<Row[]> {
  const client = new Client({ connectionString: url });
  client.on('error', () => {});
  await client.connect();
  try {
    return (await client.query<Row>(text, values)).rows;
  } finally {
    await client.end();
  }
}

export type TemporaryDatabase = { url: string; remove(): Promise<void> };

/** A new and empty database on a server, by default the one of this run. */
export async function temporaryDatabase(
  server: string = inject('postgresUrl'),
): Promise<TemporaryDatabase> {
  const name = `baton_${randomBytes(8).toString('hex')}`;
  await query(server, `create database ${name}`);
  const url = new URL(server);
  url.pathname = `/${name}`;
  return {
    url: url.href,
    async remove() {
      await query(server, `drop database if exists ${name} with (force)`);
    },
  };
}

/** A new store on a database of its own. */
export async function openPostgres(): Promise<OpenedStore & { url: string }> {
  const { url, remove } = await temporaryDatabase();
  const stores: Store[] = [];
  const reopen = async () => {
    const store = await openStore(url);
    stores.push(store);
    return store;
  };
  return {
    url,
    store: await reopen(),
    reopen,
    async dispose() {
      for (const store of stores) await store.close();
      await remove();
    },
  };
}
