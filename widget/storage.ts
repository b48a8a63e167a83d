import type { Response } from '../src/protocol/message-content.ts';
import type { Session } from './wire.ts';

/** The part of `localStorage` that is used; a `Map` behind these three does as well. */
export interface KeyValue {
  getItem(key: string): string | null;
  setItem(key: string, value: string): void;
  removeItem(key: string): void;
  keys(): string[];
}

/** A message that the proxy has not confirmed, as it survives a reload. `at` gives the order. */
export type KeptMessage = {
  id: string;
  text: string;
  /** ISO time of the first try, different for each message. */
  at: string;
  /** The proxy will never take it, or it is so old that the customer has to say whether it should still be sent. */
  refused: boolean;
  /** The message that it answers, by a button or as a form. */
  response?: Response;
};

export interface Storage {
  session(): Session | null;
  keepSession(session: Session): void;
  /** Forgets a session, unless another tab has a newer one by now. */
  dropSession(id: string): void;
  draft(conversationId: string): string;
  keepDraft(conversationId: string, text: string, now: number): void;
  unsent(): KeptMessage[];
  isUnsent(id: string): boolean;
  keepUnsent(message: KeptMessage): void;
  dropUnsent(id: string): void;
}

type KeptDraft = { conversationId: string; text: string; at: number };

const DRAFT_DAYS = 30;
const DAY_MS = 86_400_000;

/** What a browser keeps of a chat on one server. A value that somebody else has damaged counts as absent. */
export function createStorage(server: string, items: KeyValue, now: () => number): Storage {
  const key = (name: string) => `baton:${server}:${name}`;
  const unsentPrefix = key('unsent:');

  function read<T extends object>(name: string, fields: (keyof T)[]): T | null {
    try {
      const value = JSON.parse(items.getItem(name) ?? 'null');
      return value && fields.every((field) => field in value) ? value : null;
    } catch {
      return null;
    }
  }

  const readSession = () => read<Session>(key('session'), ['id', 'token']);

  return {
    session: readSession,
    keepSession: (session) => items.setItem(key('session'), JSON.stringify(session)),
    dropSession(id) {
      if (readSession()?.id === id) items.removeItem(key('session'));
    },
    draft(conversationId) {
      const draft = read<KeptDraft>(key('draft'), ['conversationId', 'text', 'at']);
      if (draft?.conversationId !== conversationId) return '';
      return now() - draft.at < DRAFT_DAYS * DAY_MS ? draft.text : '';
    },
    keepDraft(conversationId, text, at) {
      if (text) items.setItem(key('draft'), JSON.stringify({ conversationId, text, at }));
      else items.removeItem(key('draft'));
    },
    unsent() {
      return items
        .keys()
        .filter((name) => name.startsWith(unsentPrefix))
        .flatMap((name) => read<KeptMessage>(name, ['id', 'text', 'at', 'refused']) ?? [])
        .toSorted((a, b) => (a.at < b.at ? -1 : 1));
    },
    isUnsent: (id) => items.getItem(unsentPrefix + id) !== null,
    // A key for each message: two tabs that write at the same time cannot overwrite each other's.
    keepUnsent: (message) => items.setItem(unsentPrefix + message.id, JSON.stringify(message)),
    dropUnsent: (id) => items.removeItem(unsentPrefix + id),
  };
}

/** `localStorage`; where the browser denies it or it is full, this page's memory. */
export function browserKeyValue(): KeyValue {
  const memory = new Map<string, string>();
  const attempt = <T>(work: () => T, otherwise: T): T => {
    try {
      return work();
    } catch {
      return otherwise;
    }
  };
  return {
    getItem: (key) => memory.get(key) ?? attempt(() => localStorage.getItem(key), null),
    setItem(key, value) {
      const kept = attempt(() => {
        localStorage.setItem(key, value);
        return true;
      }, false);
      if (kept) memory.delete(key);
      else memory.set(key, value);
    },
    removeItem(key) {
      memory.delete(key);
      attempt(() => localStorage.removeItem(key), undefined);
    },
    keys: () => [...new Set([...memory.keys(), ...attempt(() => Object.keys(localStorage), [])])],
  };
}
