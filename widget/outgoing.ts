import type { ReadonlySignal } from '@preact/signals';
import type { Response } from '../src/protocol/message-content.ts';
import type { UnsentMessage } from './chat-type.ts';
import type { Clock } from './clock.ts';
import { insist } from './insist.ts';
import { noteMessage } from './note-message.ts';
import type { Page } from './page.ts';
import type { Patience } from './patience.ts';
import { failureOf, type Failure } from './refusal.ts';
import type { KeptMessage, Storage } from './storage.ts';
import type { Tabs } from './tabs.ts';
import { createUnsent } from './unsent.ts';

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
  add(text: string, response?: Response): void;
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
  const unsent = createUnsent(parts);
  let current: { id: string; stop: AbortController } | null = null;
  let life: AbortSignal | null = null;
  let isRunning = false;

  function kick(): void {
    unsent.review();
    if (isRunning || !life || life.aborted || !unsent.next()) return;
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
    if (life?.aborted) unsent.refuseAll();
    else kick();
  }

  async function drain(life: AbortSignal): Promise<void> {
    for (let message = unsent.next(); message && !life.aborted; message = unsent.next()) {
      const { id } = message;
      if (!storage.isUnsent(id)) {
        // Another tab has sent it; its event is on the way to this one.
        unsent.take(id);
        continue;
      }
      const stop = new AbortController();
      const end = () => stop.abort();
      life.addEventListener('abort', end);
      current = { id, stop };
      try {
        await post(message, stop.signal);
        unsent.take(id);
        storage.dropUnsent(id);
      } catch (error) {
        if (!stop.signal.aborted) refuse(id, failureOf(error));
      } finally {
        current = null;
        life.removeEventListener('abort', end);
      }
    }
  }

  async function post(message: KeptMessage, signal: AbortSignal): Promise<void> {
    await insist(() => parts.post(message, signal), {
      patience,
      signal,
      onTrouble(failure) {
        parts.onTrouble(failure);
        if (failure.type === 'limited') unsent.countFrom(clock.now() + failure.retryAfterMs);
      },
    });
  }

  function refuse(id: string, failure: Failure): void {
    const message = unsent.find(id);
    if (!message) return;
    unsent.refuse(id);
    // What an expired conversation refused, a new one may take.
    if (failure.type === 'final') storage.keepUnsent({ ...kept(message), refused: true });
    parts.onTrouble(failure);
  }

  function drop(id: string): void {
    storage.dropUnsent(id);
    unsent.remove(new Set([id]));
    if (current?.id === id) current.stop.abort();
  }

  return {
    unsent: unsent.shown,
    add(text, response) {
      unsent.insert(noteMessage(text, unsent.all().at(-1), parts, response));
      kickOrHold();
    },
    retry(id) {
      const refused = unsent.find(id);
      if (!refused) return;
      const message = { ...kept(refused), refused: false };
      storage.keepUnsent(message);
      unsent.insert(message);
      tabs.tell({ type: 'unsent', message });
      patience.wake();
      tabs.tell({ type: 'wake' });
      kickOrHold();
    },
    discard(id) {
      tabs.tell({ type: 'discarded', id });
      drop(id);
    },
    adopt(message) {
      unsent.insert(message);
      if (tabs.canBeAlone) kick();
    },
    drop,
    confirm(ids) {
      for (const { id } of unsent.all()) if (ids.has(id)) storage.dropUnsent(id);
      unsent.remove(ids);
    },
    run(signal) {
      life = signal;
      unsent.watch(signal);
      kick();
    },
    connectionChanged() {
      if (page.isOnline()) unsent.countFrom(clock.now());
      else unsent.review();
    },
    hold: unsent.refuseAll,
    setAside() {
      unsent.refuseAll();
      for (const message of unsent.all()) storage.keepUnsent(kept(message));
    },
    release: unsent.release,
  };
}

function kept({ id, text, at, refused, response }: KeptMessage): KeptMessage {
  return { id, text, at, refused, ...(response && { response }) };
}
