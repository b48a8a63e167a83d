import { setTimeout } from 'node:timers/promises';
import { startLife, type Life } from './mortal-server.ts';
import type { Doom } from './plan.ts';
import type { Wire } from './wire.ts';

/** A named point that no customer's work has led to by then is misnamed, or the load is too thin. */
const LONGEST_WAIT_MS = 300_000;
const LOOK_MS = 20;

export interface Killer {
  /** Whether somebody is still to be killed. */
  isAtWork(): boolean;
  /** Resolves when all dooms have come true; the last life goes on. Rejects when one cannot. */
  finished: Promise<void>;
  /** Where each kill hit, in their order. */
  kills: string[];
  /** From each death to the first answer of the next life. */
  recoveriesMs: number[];
  stop(): Promise<void>;
}

export type KillerOptions = {
  url: string;
  environment: Record<string, string>;
  logFile: string;
  wire: Wire;
  dooms: readonly Doom[];
};

/** Lets the server live until its doom, and starts it again at once. */
export function startKiller({ url, environment, logFile, wire, dooms }: KillerOptions): Killer {
  const kills: string[] = [];
  const recoveriesMs: number[] = [];
  let stopped = false;
  let isAtWork = true;
  let life: Life | null = null;

  function begin(doom?: Doom): Life {
    if (doom?.type !== 'named') return startLife(environment, logFile);
    const { point, nth } = doom;
    if (point.type === 'commit') return startLife(environment, logFile, { point, nth });
    const doomed = startLife(environment, logFile);
    wire.trap({ call: point.call, moment: point.moment, nth, kill: doomed.kill });
    return doomed;
  }

  async function untilAnswers(): Promise<void> {
    const began = performance.now();
    const current = life;
    while (life === current && !stopped) {
      const response = await fetch(`${url}/healthz`).catch(() => null);
      await response?.body?.cancel();
      if (response?.ok) {
        if (kills.length > 0) recoveriesMs.push(performance.now() - began);
        return;
      }
      await setTimeout(LOOK_MS);
    }
  }

  async function meet(doom: Doom): Promise<void> {
    life = begin(doom);
    void untilAnswers();
    const name = doom.type === 'random' ? 'at a random time' : doom.point.name;
    const waiting = new AbortController();
    const patience = doom.type === 'random' ? doom.afterMs : LONGEST_WAIT_MS;
    const late = setTimeout(patience, null, { signal: waiting.signal }).then(
      () => {
        if (doom.type === 'random') life?.kill();
        else throw new Error(`Nobody ever came to this point: ${name}`);
      },
      () => {},
    );
    await Promise.race([life.gone, late.then(() => life?.gone)]);
    waiting.abort();
    kills.push(name);
  }

  async function work(): Promise<void> {
    for (const doom of dooms) await meet(doom);
    isAtWork = false;
    life = begin();
    await untilAnswers();
  }
  const finished = work();
  finished.catch(() => {});

  return {
    isAtWork: () => isAtWork,
    finished,
    kills,
    recoveriesMs,
    async stop() {
      stopped = true;
      life?.kill();
      await life?.gone.catch(() => {});
    },
  };
}
