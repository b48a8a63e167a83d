import { effect, signal, type Signal } from '@preact/signals';
import { z } from 'zod';
import type { Ticket } from './snapshot.ts';

const KEY = 'baton-demo:drafts';
const Drafts = z.record(z.string(), z.string());

export type DraftStorage = Pick<Storage, 'getItem' | 'setItem'>;

/** What the agent has typed and not sent yet, by ticket. It survives a reload of the page. */
export type Drafts = {
  of(ticket: Ticket): string;
  set(ticket: Ticket, text: string): void;
};

export function createDrafts(storage: DraftStorage): Drafts {
  const drafts: Signal<Record<string, string>> = signal(read(storage));
  effect(() => storage.setItem(KEY, JSON.stringify(drafts.value)));

  return {
    of: (ticket) => drafts.value[keyOf(ticket)] ?? '',
    set(ticket, text) {
      const { [keyOf(ticket)]: _before, ...others } = drafts.peek();
      drafts.value = text ? { ...others, [keyOf(ticket)]: text } : others;
    },
  };
}

/** Ticket numbers start again with every start of the demo; together with the time of creation they do not. */
function keyOf({ id, createdAt }: Ticket): string {
  return `${id}@${createdAt}`;
}

function read(storage: DraftStorage): Record<string, string> {
  try {
    return Drafts.parse(JSON.parse(storage.getItem(KEY) ?? '{}'));
  } catch {
    return {};
  }
}
