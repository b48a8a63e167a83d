import { batch } from '@preact/signals';
import type { ConnectionWatch } from './connection.ts';
import type { Patience } from './patience.ts';

type Parts<Engine> = {
  /** Fetches the code of the engine; gives what starts it. */
  fetchEngine(): Promise<() => Engine>;
  patience: Patience;
  connection: Pick<ConnectionWatch, 'lost' | 'recovered'>;
};

export interface EngineLoader<Engine> {
  load(): void;
  /** The engine, once it is there. */
  engine(): Engine | null;
  /** Does this with the engine: now, or as soon as it is there, one after the other. */
  whenThere(work: (engine: Engine) => void): void;
  dispose(): void;
}

/** Loads the engine when it is first needed, however often that has to be tried. */
export function createEngineLoader<Engine extends { dispose(): void }>({
  fetchEngine,
  patience,
  connection,
}: Parts<Engine>): EngineLoader<Engine> {
  const waiting: ((engine: Engine) => void)[] = [];
  const end = new AbortController();
  let engine: Engine | null = null;
  let isLoading = false;

  async function insistOnEngine(): Promise<void> {
    for (let attempt = 0; ; attempt += 1) {
      const start = await fetchEngine().catch(() => null);
      if (end.signal.aborted) return;
      if (start) {
        if (attempt > 0) connection.recovered();
        // At once, or what was done in the meantime would be gone for a moment.
        batch(() => {
          engine = start();
          for (const work of waiting) work(engine);
        });
        return;
      }
      connection.lost();
      await patience.beforeRepeat(attempt, end.signal);
    }
  }

  function load(): void {
    if (isLoading) return;
    isLoading = true;
    void insistOnEngine();
  }

  return {
    load,
    engine: () => engine,
    whenThere(work) {
      if (engine) return work(engine);
      waiting.push(work);
      load();
    },
    dispose() {
      end.abort();
      engine?.dispose();
    },
  };
}
