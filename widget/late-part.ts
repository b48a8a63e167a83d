import { batch, signal, type ReadonlySignal } from '@preact/signals';
import type { ConnectionWatch } from './connection.ts';
import type { Patience } from './patience.ts';

type Parts<Part> = {
  /** Fetches the code; gives what starts it. */
  fetchPart(): Promise<() => Part>;
  patience: Patience;
  connection: Pick<ConnectionWatch, 'lost' | 'recovered'>;
};

export interface LatePart<Part> {
  /** It is on its way, or there. */
  isWanted: ReadonlySignal<boolean>;
  load(): void;
  /** The part, once it is there. */
  now(): Part | null;
  /** Does this with the part: now, or as soon as it is there, one after the other. */
  whenThere(work: (part: Part) => void): void;
  dispose(): void;
}

/** A part of the chat that is loaded when it is first needed, however often that has to be tried. */
export function createLatePart<Part extends { dispose(): void }>({
  fetchPart,
  patience,
  connection,
}: Parts<Part>): LatePart<Part> {
  const isWanted = signal(false);
  const waiting: ((part: Part) => void)[] = [];
  const end = new AbortController();
  let part: Part | null = null;

  async function insistOnPart(): Promise<void> {
    for (let attempt = 0; ; attempt += 1) {
      const start = await fetchPart().catch(() => null);
      if (end.signal.aborted) return;
      if (start) {
        if (attempt > 0) connection.recovered();
        // At once, or what was done in the meantime would be gone for a moment.
        batch(() => {
          part = start();
          for (const work of waiting) work(part);
        });
        return;
      }
      connection.lost();
      await patience.beforeRepeat(attempt, end.signal);
    }
  }

  function load(): void {
    if (isWanted.peek()) return;
    isWanted.value = true;
    void insistOnPart();
  }

  return {
    isWanted,
    load,
    now: () => part,
    whenThere(work) {
      if (part) return work(part);
      waiting.push(work);
      load();
    },
    dispose() {
      end.abort();
      part?.dispose();
    },
  };
}
