import { openStore } from '../../src/store/open-store.ts';
import { persist } from './persist.ts';
import { LATE_MS, type Wire } from './wire.ts';

/** Resolves when no request waits in the outbox and none is on its way any more. */
export async function everythingDelivered(databaseUrl: string, wire: Wire): Promise<void> {
  const store = await openStore(databaseUrl);
  try {
    await persist('everything is delivered', async () => {
      const isQuiet = performance.now() - wire.lastCallAt() > 2 * LATE_MS;
      if (!isQuiet || (await store.nextDueAt('chat')) !== null) throw new Error('Not yet');
    });
  } finally {
    await store.close();
  }
}
