import { z } from 'zod';
import type { Store } from '../store/store.ts';

/** How long customers have waited for a person lately. All processes share it. */
export interface Waits {
  /** Somebody has waited so long until an agent's first words. Never throws. */
  add(ms: number): Promise<void>;
  /** The median, in whole minutes from 1; undefined where too few have waited to tell. Never throws. */
  usualMinutes(): Promise<number | undefined>;
}

const NAME = 'latest-waits';
const KEPT = 20;
const FEWEST = 5;
const MINUTE_MS = 60_000;
const Kept = z.array(z.number().nonnegative());

export function createWaits(store: Pick<Store, 'setting' | 'saveSetting'>): Waits {
  async function latest(): Promise<number[]> {
    const kept = await store.setting(NAME);
    return kept === null ? [] : Kept.parse(JSON.parse(kept));
  }

  return {
    async add(ms) {
      try {
        const waits = [...(await latest()), Math.max(0, ms)].slice(-KEPT);
        await store.saveSetting(NAME, JSON.stringify(waits));
      } catch {
        // One of twenty is missing then.
      }
    },

    async usualMinutes() {
      try {
        const waits = (await latest()).toSorted((one, other) => one - other);
        const median = waits[Math.floor((waits.length - 1) / 2)];
        if (median === undefined || waits.length < FEWEST) return undefined;
        return Math.max(1, Math.round(median / MINUTE_MS));
      } catch {
        return undefined;
      }
    },
  };
}
