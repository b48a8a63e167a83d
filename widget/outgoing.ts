import { computed, signal, type ReadonlySignal } from '@preact/signals';
import type { UnsentMessage } from './chat-type.ts';
import type { Clock } from './clock.ts';
import { insist } from './insist.ts';
import { noteMessage } from './note-message.ts';
import type { Page } from './page.ts';
import type { Patience } from './patience.ts';
import { failureOf, type Failure } from './refusal.ts';
import type { KeptMessage, Storage } from './storage.ts';
import type { Tabs } from './tabs.ts';

/** Whoever was not confirmed for so long is said to have failed, and can be sent again by hand. Trying goes on. */
const SAY_FAILED_AFTER_MS = 30_000;
/** A message that was written so long ago is not sent without asking. */
const ASK_AFTER_MS = 24 * 3_600_000;

/** `since`: from when on the thirty seconds count. */
type Entry = KeptMessage & { state: UnsentMessage['state']; since: number };

type Parts = {
  storage: Storage;
  tabs: Tabs;
  clock: Clock;
  page: Page;
  patience: Patience;
  makeId(): string;
  /** Posts a message; resolves when the proxy has it. The same id twice is the same message. */
  post(message: KeptMessage, signal: AbortSignal): Promise<void>;
  onTrouble(failure: Failure): void;
};

export interface Outgoing {
  unsent: ReadonlySignal<readonly UnsentMessage[]>;
  add(text: string): void;
  retry(id: string): void;
  discard(id: string): void;
  /** What another tab did. */
  adopt(message: KeptMessage): void;
  drop(id: string): void;
  /** These are in the log now. */
  confirm(ids: ReadonlySet<string>): void;
  /** Sends what there is, oldest first and one at a time, until `signal` aborts. */
  run(signal: AbortSignal): void;
  /** The browser went on or off line. */
  connectionChanged(): void;
  /** Nothing of it is sent until the customer says so, or until `release`. */
  hold(): void;
  /** It was meant for a conversation that the customer has left: sent only if they say so, also after a reload. */
  setAside(): void;
  /** A new conversation takes what an expired one could not. */
  release(): void;
}

export function createOutgoing(parts: Parts): Outgoing {
  const { storage, tabs, clock, page, patience } = parts;
  const entries = signal<readonly Entry[]>(storage.unsent().map(restored));
  /** Taken by the proxy, and only shown until the log has them. */
  const taken = new Set<string>();
  let current: { id: string; stop: AbortController } | null = null;
  let life: AbortSignal | null = null;
  let isRunning = false;
  let stopWatching = () => {};

  function restored(message: KeptMessage): Entry {
    const isOld = clock.now() - Date.parse(message.at) > ASK_AFTER_MS;
    return entryOf({ ...message, refused: message.refused || isOld });
  }

  function entryOf(message: KeptMessage): Entry {
    return { ...message, state: message.refused ? 'failed' : 'sending', since: clock.now() };
  }

  function change(id: string, patch: Partial<Entry>): void {
    entries.value = entries.value.map((entry) =>
      entry.id === id ? { ...entry, ...patch } : entry,
    );
  }

  function insert(entry: Entry): void {
    const others = entries.value.filter(({ id }) => id !== entry.id);
    entries.value = [...others, entry].toSorted((a, b) => (a.at < b.at ? -1 : 1));
  }

  function remove(ids: ReadonlySet<string>): void {
    if (!entries.value.some(({ id }) => ids.has(id))) return;
    entries.value = entries.value.filter(({ id }) => !ids.has(id));
  }

  /** Says of each message that waits what is true of it now, and looks again when that may change. */
  function review(): void {
    const now = clock.now();
    entries.value = entries.value.map((entry) => ({ ...entry, state: stateOf(entry) }));
    const due = entries.value
      .map(({ since }) => since + SAY_FAILED_AFTER_MS)
      .filter((time) => time > now);
    stopWatching();
    if (due.length > 0 && !life?.aborted) {
      stopWatching = clock.after(Math.min(...due) - now, review);
    }
  }

  function stateOf({ id, refused, since }: Entry): UnsentMessage['state'] {
    if (refused) return 'failed';
    if (taken.has(id)) return 'sending';
    if (!page.isOnline()) return 'waiting-for-connection';
    if (clock.now() - since >= SAY_FAILED_AFTER_MS) return 'failed';
    return 'sending';
  }

  const next = () => entries.value.find(({ id, refused }) => !refused && !taken.has(id));

  function kick(): void {
    review();
    if (isRunning || !life || life.aborted || !next()) return;
    const signal = life;
    isRunning = true;
    tabs
      .alone('send', signal, () => drain(signal))
      // Aborted while it waited for its turn.
      .catch(() => {})
      .finally(() => {
        isRunning = false;
        kick();
      });
  }

  /** In a conversation that is gone, what is written now has failed already. */
  function kickOrHold(): void {
    if (life?.aborted) hold();
    else kick();
  }

  function hold(): void {
    taken.clear();
    entries.value = entries.value.map((entry) => ({ ...entry, refused: true, state: 'failed' }));
  }

  async function drain(life: AbortSignal): Promise<void> {
    for (let message = next(); message && !life.aborted; message = next()) {
      const { id } = message;
      if (!storage.isUnsent(id)) {
        // Another tab has sent it; its event is on the way to this one.
        taken.add(id);
        continue;
      }
      const stop = new AbortController();
      life.addEventListener('abort', () => stop.abort(), { once: true });
      current = { id, stop };
      try {
        await post(message, stop.signal);
        taken.add(id);
        storage.dropUnsent(id);
      } catch (error) {
        if (!stop.signal.aborted) refuse(id, failureOf(error));
      } finally {
        current = null;
      }
    }
  }

  async function post(message: KeptMessage, signal: AbortSignal): Promise<void> {
    await insist(() => parts.post(message, signal), {
      patience,
      signal,
      onTrouble(failure) {
        parts.onTrouble(failure);
        if (failure.type === 'limited') countFrom(clock.now() + failure.retryAfterMs);
      },
    });
  }

  function refuse(id: string, failure: Failure): void {
    const entry = entries.value.find((candidate) => candidate.id === id);
    if (!entry) return;
    change(id, { refused: true, state: 'failed' });
    // What an expired conversation refused, a new one may take.
    if (failure.type === 'final') storage.keepUnsent({ ...kept(entry), refused: true });
    parts.onTrouble(failure);
  }

  /** Time that is nobody's fault does not count. */
  function countFrom(since: number): void {
    entries.value = entries.value.map((entry) => ({ ...entry, since }));
    review();
  }

  function again(entry: Entry): void {
    const message = { ...kept(entry), refused: false };
    storage.keepUnsent(message);
    insert(entryOf(message));
    tabs.tell({ type: 'unsent', message });
  }

  function drop(id: string): void {
    storage.dropUnsent(id);
    remove(new Set([id]));
    if (current?.id === id) current.stop.abort();
  }

  return {
    unsent: computed(() =>
      entries.value.map(({ id, text, at, state }) => ({ id, text, at, state })),
    ),
    add(text) {
      insert(entryOf(noteMessage(text, entries.value.at(-1), parts)));
      kickOrHold();
    },
    retry(id) {
      const entry = entries.value.find((candidate) => candidate.id === id);
      if (!entry) return;
      again(entry);
      patience.wake();
      tabs.tell({ type: 'wake' });
      kickOrHold();
    },
    discard(id) {
      tabs.tell({ type: 'discarded', id });
      drop(id);
    },
    adopt(message) {
      insert(entryOf(message));
      if (tabs.canBeAlone) kick();
    },
    drop,
    confirm(ids) {
      for (const { id } of entries.value) if (ids.has(id)) storage.dropUnsent(id);
      remove(ids);
    },
    run(signal) {
      life = signal;
      signal.addEventListener('abort', () => stopWatching(), { once: true });
      kick();
    },
    connectionChanged() {
      if (page.isOnline()) countFrom(clock.now());
      else review();
    },
    hold,
    setAside() {
      hold();
      for (const entry of entries.value) storage.keepUnsent(kept(entry));
    },
    release() {
      entries.value = entries.value.map((entry) => entryOf({ ...kept(entry), refused: false }));
    },
  };
}

function kept({ id, text, at, refused }: KeptMessage): KeptMessage {
  return { id, text, at, refused };
}
