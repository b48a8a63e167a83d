import type { Clock } from './clock.ts';
import type { KeyValue } from './storage.ts';
import type { Locks } from './tabs.ts';

/** Timers of a tab in the background run once a minute: a lease outlives that. */
const TERM_MS = 90_000;
const RENEW_MS = 30_000;
const LOOK_AGAIN_MS = 1_000;
/** Two tabs that take the same lease at the same time: the later one has it after this. */
const SETTLE_MS = 50;

/**
 * What Web Locks do, where there are none, through what all tabs keep together. A tab that ends in disorder leaves its
 * lease until the term is over.
 * @param owner different for each request
 */
export function createLeases(items: KeyValue, clock: Clock, owner: string): Locks {
  function holder(key: string): string {
    const [name = '', until] = (items.getItem(key) ?? '').split(' ');
    return Number(until) > clock.now() ? name : '';
  }

  function take(key: string): void {
    items.setItem(key, `${owner} ${clock.now() + TERM_MS}`);
  }

  function pause(ms: number): Promise<void> {
    return new Promise((resolve) => {
      clock.after(ms, resolve);
    });
  }

  async function turn(key: string, signal: AbortSignal): Promise<void> {
    for (;;) {
      signal.throwIfAborted();
      if (!holder(key)) {
        take(key);
        await pause(SETTLE_MS);
        if (holder(key) === owner) return;
      }
      await pause(LOOK_AGAIN_MS);
    }
  }

  return {
    async request(name, { signal }, work) {
      const key = `${name}:lease`;
      await turn(key, signal);
      let stopRenewing = () => {};
      const renew = () => {
        take(key);
        stopRenewing = clock.after(RENEW_MS, renew);
      };
      const release = () => {
        stopRenewing();
        if (holder(key) === owner) items.removeItem(key);
      };
      renew();
      // At once: a page that is being closed has no time left.
      signal.addEventListener('abort', release);
      try {
        return await work();
      } finally {
        signal.removeEventListener('abort', release);
        release();
      }
    },
  };
}
