import { signal, type ReadonlySignal } from '@preact/signals';
import type { Page } from './page.ts';
import type { Storage } from './storage.ts';
import type { Tabs } from './tabs.ts';
import type { Session } from './wire.ts';

type Facts = { locale: string; page: { url: string; title: string } };

type Parts = {
  storage: Storage;
  tabs: Tabs;
  page: Page;
  locale(): string;
  /** Begins a conversation at the proxy. */
  start(facts: Facts, signal: AbortSignal): Promise<Session>;
  /** The conversation is another one now. */
  onChange(session: Session | null): void;
};

export interface CurrentSession {
  session: ReadonlySignal<Session | null>;
  /** There was a conversation when this page began. */
  wasKept: boolean;
  /** The id of the conversation; '' before there is one. */
  id(): string;
  /** Throws if there is no conversation yet. */
  now(): Session;
  /** The conversation, begun now if there is none. Two tabs that begin at the same time begin the same one. */
  ensure(end: AbortSignal): Promise<Session>;
  enter(session: Session | null): void;
}

/** Which conversation this page is in. */
export function keepSession(parts: Parts): CurrentSession {
  const { storage, tabs, page, locale, onChange } = parts;
  const session = signal(storage.session());
  let starting: Promise<Session> | null = null;

  function enter(next: Session | null): void {
    starting = null;
    session.value = next;
    onChange(next);
  }

  async function start(end: AbortSignal): Promise<Session> {
    const other = storage.session();
    const started = other ?? (await parts.start({ locale: locale(), page: page.address() }, end));
    if (!other) storage.keepSession(started);
    enter(started);
    if (!other) tabs.tell({ type: 'session', session: started });
    return started;
  }

  return {
    session,
    wasKept: session.peek() !== null,
    id: () => session.peek()?.id ?? '',
    now() {
      const current = session.peek();
      if (!current) throw new TypeError('no conversation');
      return current;
    },
    ensure(end) {
      const current = session.peek();
      if (current) return Promise.resolve(current);
      const mine = (starting ??= tabs.alone('start', end, () => start(end)));
      return mine.finally(() => {
        if (starting === mine) starting = null;
      });
    },
    enter,
  };
}
