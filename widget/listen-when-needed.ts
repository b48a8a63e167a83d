import { effect, untracked, type ReadonlySignal } from '@preact/signals';
import { insist } from './insist.ts';
import type { ListeningParts } from './listening.ts';

/**
 * Loads what hears people once a person may come, and starts it. Most visitors only ever talk to the AI agent.
 * Returns what stops it.
 */
export function listenWhenNeeded(
  isNeeded: ReadonlySignal<boolean>,
  parts: ListeningParts,
): () => void {
  const { life, patience, connection } = parts;
  let stopListening: (() => void) | null = null;

  async function start(signal: AbortSignal): Promise<void> {
    const options = { patience, signal, onTrouble: connection.lost };
    const loaded = await insist(() => import('./listening.ts'), options).catch(() => null);
    if (loaded && !signal.aborted) stopListening ??= loaded.keepListening(parts);
  }

  const stopWaiting = effect(() => {
    const { signal } = life.value;
    if (isNeeded.value && !stopListening && !signal.aborted) untracked(() => void start(signal));
  });

  return () => {
    stopWaiting();
    stopListening?.();
  };
}
