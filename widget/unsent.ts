import { computed, signal, type ReadonlySignal } from '@preact/signals';
import type { UnsentMessage } from './chat-type.ts';
import type { KeptMessage } from './storage.ts';
import type { Surroundings } from './surroundings.ts';

/** Whoever was not confirmed for so long is said to have failed, and can be sent again by hand. Trying goes on. */
const SAY_FAILED_AFTER_MS = 30_000;
/** A message that was written so long ago is not sent without asking. */
const ASK_AFTER_MS = 24 * 3_600_000;

/** `since`: from when on the thirty seconds count. */
type Entry = KeptMessage & { state: UnsentMessage['state']; since: number };

export interface Unsent {
  shown: ReadonlySignal<readonly UnsentMessage[]>;
  all(): readonly KeptMessage[];
  find(id: string): KeptMessage | undefined;
  /** The oldest that can be sent now. */
  next(): KeptMessage | undefined;
  /** Puts a message where it belongs; it replaces one of the same id. */
  insert(message: KeptMessage): void;
  remove(ids: ReadonlySet<string>): void;
  /** The proxy has it: it is only shown until the log has it too. */
  take(id: string): void;
  refuse(id: string): void;
  refuseAll(): void;
  /** What was refused can be sent after all. */
  release(): void;
  /** Time that is nobody's fault does not count: the thirty seconds begin at `since`. */
  countFrom(since: number): void;
  /** Says of each message what is true of it now, and again when that may change, until the signal aborts. */
  review(): void;
  watch(signal: AbortSignal): void;
}

/** The messages that the log does not have yet, in their order. */
export function createUnsent({
  storage,
  clock,
  page,
}: Pick<Surroundings, 'storage' | 'clock' | 'page'>): Unsent {
  const entries = signal<readonly Entry[]>(storage.unsent().map(restored));
  const taken = new Set<string>();
  let life: AbortSignal | null = null;
  let stopWatching = () => {};

  function restored(message: KeptMessage): Entry {
    const isOld = clock.now() - Date.parse(message.at) > ASK_AFTER_MS;
    return entryOf({ ...message, refused: message.refused || isOld });
  }

  function entryOf({ id, text, at, refused, response }: KeptMessage): Entry {
    const state = refused ? 'failed' : 'sending';
    const since = clock.now();
    return { id, text, at, refused, state, since, ...(response && { response }) };
  }

  function stateOf({ id, refused, since }: Entry): UnsentMessage['state'] {
    if (refused) return 'failed';
    if (taken.has(id)) return 'sending';
    if (!page.isOnline()) return 'waiting-for-connection';
    return clock.now() - since >= SAY_FAILED_AFTER_MS ? 'failed' : 'sending';
  }

  function change(patch: (entry: Entry) => Partial<Entry>): void {
    entries.value = entries.value.map((entry) => ({ ...entry, ...patch(entry) }));
  }

  function review(): void {
    const now = clock.now();
    change((entry) => ({ state: stateOf(entry) }));
    const due = entries.value
      .map(({ since }) => since + SAY_FAILED_AFTER_MS)
      .filter((time) => time > now);
    stopWatching();
    if (due.length > 0 && life?.aborted === false) {
      stopWatching = clock.after(Math.min(...due) - now, review);
    }
  }

  return {
    shown: computed(() =>
      entries.value.map(({ id, text, at, state, response }) => ({
        id,
        text,
        at,
        state,
        ...(response && { response }),
      })),
    ),
    all: () => entries.value,
    find: (id) => entries.value.find((entry) => entry.id === id),
    next: () => entries.value.find(({ id, refused }) => !refused && !taken.has(id)),
    insert(message) {
      const others = entries.value.filter(({ id }) => id !== message.id);
      entries.value = [...others, entryOf(message)].toSorted((a, b) => (a.at < b.at ? -1 : 1));
    },
    remove(ids) {
      if (!entries.value.some(({ id }) => ids.has(id))) return;
      entries.value = entries.value.filter(({ id }) => !ids.has(id));
    },
    take: (id) => void taken.add(id),
    refuse: (id) => change((entry) => (entry.id === id ? { refused: true, state: 'failed' } : {})),
    refuseAll() {
      taken.clear();
      change(() => ({ refused: true, state: 'failed' }));
    },
    release: () => change((entry) => entryOf({ ...entry, refused: false })),
    countFrom(since) {
      change(() => ({ since }));
      review();
    },
    review,
    watch(signal) {
      life = signal;
      signal.addEventListener('abort', () => stopWatching(), { once: true });
    },
  };
}
