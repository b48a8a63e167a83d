import type { Clock } from '../../src/proxy/clock.ts';
import type { Store, Transaction } from '../../src/store/store.ts';
import type { Blow } from './plan.ts';
import { wrapMethods } from './wrap-methods.ts';

/**
 * The rim of a process: every call it makes and every timer it has goes through here. A process that is dead hears
 * nothing any more; one that stands still hears everything later.
 */
export type Gate = {
  readonly clock: Clock;
  readonly store: Store;
  fetch(url: string, init: RequestInit): Promise<Response>;
  isAlive(): boolean;
  /** What comes to the process from outside: rejects if it dies meanwhile. */
  enter<T>(work: () => Promise<T>): Promise<T>;
  kill(why: string): void;
  /** Resolves when the process is dead. */
  readonly died: Promise<void>;
};

type GateOptions = {
  clock: Clock;
  store: Store;
  fetch(url: string, init: RequestInit): Promise<Response>;
  blows: Blow[];
  /** Since the beginning, in virtual ms. */
  elapsed(): number;
  /** Throws when the store is to fail this call. */
  stumble(): void;
  onStall(where: string, ms: number): void;
  onDeath(where: string, blow?: Blow): void;
};

/** What an operating system says of a connection whose other end is gone. */
export class ConnectionLost extends TypeError {
  constructor(code: 'ECONNRESET' | 'ECONNREFUSED') {
    const syscall = code === 'ECONNREFUSED' ? 'connect' : 'read';
    super('fetch failed', { cause: Object.assign(new Error(code), { code, syscall }) });
  }
}

/** A transaction of a process that has died: nothing of it may stay. */
class Killed extends Error {}

const READING = /^(read|outbox|conversationBy|setting$|articles|nextDueAt|openHandoffs|claim|ping)/;

export function createGate(options: GateOptions): Gate {
  const { clock, blows } = options;
  const steps = new Map<Blow, number>();
  const cancels = new Set<() => void>();
  let isAlive = true;
  let stalledUntil = 0;
  let reportDeath = () => {};
  const died = new Promise<void>((resolve) => (reportDeath = resolve));

  function kill(where: string, blow?: Blow): void {
    if (!isAlive) return;
    isAlive = false;
    for (const cancel of cancels) cancel();
    options.onDeath(where, blow);
    reportDeath();
  }

  /** A place where a blow may fall. */
  function step(where: string, isEffect: boolean): void {
    if (!isAlive) return;
    for (const blow of blows.slice()) {
      if (options.elapsed() < blow.atMs || (blow.counts === 'effects' && !isEffect)) continue;
      const count = (steps.get(blow) ?? 0) + 1;
      steps.set(blow, count);
      if (count < blow.steps) continue;
      blows.splice(blows.indexOf(blow), 1);
      if (blow.kind === 'kill') return kill(where, blow);
      stalledUntil = clock.now() + blow.pauseMs;
      options.onStall(where, blow.pauseMs);
    }
  }

  function later(fn: () => void): void {
    if (!isAlive) return;
    if (clock.now() >= stalledUntil) fn();
    else own(() => later(fn), stalledUntil - clock.now());
  }

  function own(fn: () => void, ms: number): () => void {
    const cancelTimer = clock.setTimeout(() => {
      cancels.delete(cancel);
      fn();
    }, ms);
    const cancel = () => {
      cancels.delete(cancel);
      cancelTimer();
    };
    cancels.add(cancel);
    return cancel;
  }

  /** What a call brings back, if there is still somebody to bring it to. */
  function bring<T>(promise: Promise<T>): Promise<T> {
    return new Promise((resolve, reject) => {
      promise.then(
        (value) => later(() => resolve(value)),
        (error: unknown) => later(() => reject(error)),
      );
    });
  }

  /** Calls what is outside, with a place for a blow before and after. */
  function call<T>(name: string, isEffect: boolean, work: () => Promise<T>): Promise<T> {
    step(`before ${name}`, isEffect);
    if (!isAlive) return new Promise(() => {});
    return bring(
      work().finally(() => {
        step(`after ${name}`, isEffect);
      }),
    );
  }

  const transaction = (tx: Transaction): Transaction =>
    wrapMethods(tx, (name, work) => {
      step(`inside a transaction, before ${name}`, true);
      if (!isAlive) return Promise.reject(new Killed());
      return work();
    });

  const store = wrapMethods(options.store, (name, work) =>
    call(`store.${name}`, !READING.test(name), async () => {
      options.stumble();
      return work();
    }),
  );

  return {
    clock: {
      now: () => clock.now(),
      setTimeout: (fn, ms) =>
        own(() => {
          step('when a timer rings', false);
          later(fn);
        }, ms),
    },
    store: {
      ...store,
      tx: (fn) =>
        call('a commit', true, async () => {
          options.stumble();
          return options.store.tx(async (tx) => {
            const value = await fn(transaction(tx));
            if (!isAlive) throw new Killed();
            return value;
          });
        }),
      subscribe(listener) {
        const stop = options.store.subscribe((conversationId) =>
          later(() => listener(conversationId)),
        );
        cancels.add(stop);
        return stop;
      },
    },
    fetch: (url, init) => call(`${init.method} ${url}`, true, () => options.fetch(url, init)),
    isAlive: () => isAlive,
    enter(work) {
      if (!isAlive) return Promise.reject(new ConnectionLost('ECONNREFUSED'));
      const lost = died.then(() => {
        throw new ConnectionLost('ECONNRESET');
      });
      const entered = new Promise<void>((resolve) => later(resolve)).then(work);
      return Promise.race([bring(entered), lost]);
    },
    kill: (why) => kill(why),
    died,
  };
}
