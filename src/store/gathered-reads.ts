import { setImmediate } from 'node:timers/promises';
import type { Kysely } from 'kysely';
import type { StoredEvent } from '../protocol/event.ts';
import { deferred, type Deferred } from './deferred.ts';
import { readManyEvents, type Wanted } from './events.ts';
import type { Tables } from './tables.ts';

/** So many conversations are read at once at most. */
const MOST = 100;

type Reading = Deferred<StoredEvent[]> & { wanted: Wanted };

/**
 * Reads events for all who ask in the same turn of the event loop with one query: a commit of another machine is news of
 * many conversations, and each question would be a round trip of its own.
 */
export function gatheredReads(
  db: Kysely<Tables>,
): (conversationId: string, afterSeq: number, limit?: number) => Promise<StoredEvent[]> {
  let gathered: Reading[] = [];

  async function readGathered(): Promise<void> {
    await setImmediate();
    const readings = gathered;
    gathered = [];
    while (readings.length > 0) void answer(readings.splice(0, MOST));
  }

  async function answer(readings: readonly Reading[]): Promise<void> {
    try {
      const found = await readManyEvents(
        db,
        readings.map(({ wanted }) => wanted),
      );
      for (const [index, { resolve }] of readings.entries()) resolve(found[index] ?? []);
    } catch (error) {
      for (const { reject } of readings) reject(error);
    }
  }

  return (conversationId, afterSeq, limit) => {
    const reading = { ...deferred<StoredEvent[]>(), wanted: { conversationId, afterSeq, limit } };
    gathered.push(reading);
    if (gathered.length === 1) void readGathered();
    return reading.promise;
  };
}
