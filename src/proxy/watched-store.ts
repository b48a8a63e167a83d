import { StoreUnavailable, type Store, type Transaction } from '../store/store.ts';
import type { Clock } from './clock.ts';
import { factsOf, type Log } from './log.ts';
import type { Metrics } from './metrics.ts';

/** A store that comes and goes is said to be away this often at most. */
const QUIET_MS = 60_000;

type Watch = {
  metrics: Pick<Metrics, 'eventAppended' | 'storeAway'>;
  clock: Pick<Clock, 'now'>;
  log: Log;
};

/** The same store, with its events counted, and with one line when it is away and one when it is back. */
export function watchedStore(store: Store, { metrics, clock, log }: Watch): Store {
  /** Calls that failed when they were last made: that reading works says nothing of writing. */
  const failing = new Set<string | symbol>();
  let awaySince = 0;
  let saidAt = -Infinity;
  let isSaid = false;

  function works(name: string | symbol): void {
    if (!failing.delete(name) || failing.size > 0 || !isSaid) return;
    isSaid = false;
    log.info({ awayMs: clock.now() - awaySince }, 'The store is back');
  }

  function failed(name: string | symbol, error: unknown): void {
    if (!(error instanceof StoreUnavailable)) return;
    metrics.storeAway();
    if (failing.size === 0) awaySince = clock.now();
    if (failing.size === 0 && clock.now() - saidAt >= QUIET_MS) {
      saidAt = clock.now();
      isSaid = true;
      log.error(factsOf(error), 'The store is away: who can wait is asked to come again');
    }
    failing.add(name);
  }

  async function noted(name: string | symbol, result: Promise<unknown>): Promise<unknown> {
    try {
      const value = await result;
      if (failing.size > 0) works(name);
      return value;
    } catch (error) {
      failed(name, error);
      throw error;
    }
  }

  async function tx<T>(fn: (transaction: Transaction) => Promise<T>): Promise<T> {
    let appended: string[] = [];
    const value = await store.tx((transaction) => {
      appended = [];
      return fn({
        ...transaction,
        async append(conversationId, key, event) {
          const place = await transaction.append(conversationId, key, event);
          if (place.fresh) appended.push(event.type);
          return place;
        },
      });
    });
    for (const type of appended) metrics.eventAppended(type);
    return value;
  }

  return new Proxy(store, {
    get(target, name, receiver) {
      const member: unknown = name === 'tx' ? tx : Reflect.get(target, name, receiver);
      if (typeof member !== 'function') return member;
      return (...given: unknown[]) => {
        const result: unknown = Reflect.apply(member, target, given);
        return result instanceof Promise ? noted(name, result) : result;
      };
    },
  });
}
