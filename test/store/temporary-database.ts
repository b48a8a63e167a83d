import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openStore } from '../../src/store/open-store.ts';
import type { Store } from '../../src/store/store.ts';
import type { OpenedStore } from './contract.ts';

export type TemporaryDatabase = { path: string; remove(): Promise<void> };

/** A place for an SQLite file that is not there yet, in a folder of its own. */
export async function temporaryDatabase(): Promise<TemporaryDatabase> {
  const folder = await mkdtemp(join(tmpdir(), 'baton-store-'));
  return {
    path: join(folder, 'baton.db'),
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}

/** A new store on a file of its own. */
export async function openSqlite(): Promise<OpenedStore & { path: string }> {
  const { path, remove } = await temporaryDatabase();
  const stores: Store[] = [];
  const reopen = async () => {
    const store = await openStore(`file:${path}`);
    stores.push(store);
    return store;
  };
  return {
    path,
    store: await reopen(),
    reopen,
    async dispose() {
      for (const store of stores) await store.close();
      await remove();
    },
  };
}
