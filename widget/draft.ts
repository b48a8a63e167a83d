import { effect, signal, type Signal } from '@preact/signals';
import type { Storage } from './storage.ts';
import type { Tabs } from './tabs.ts';

export interface Draft {
  text: Signal<string>;
  /** Another tab changed it, and has kept it. */
  mirror(text: string): void;
  /** Keeps it for the conversation that has just begun. */
  keep(): void;
  dispose(): void;
}

/** What the customer is writing, kept from the first change on and told to the other tabs. */
export function createDraft({
  storage,
  tabs,
  now,
}: {
  storage: Storage;
  tabs: Tabs;
  now(): number;
}): Draft {
  const conversationId = () => storage.session()?.id ?? '';
  const text = signal(storage.draft(conversationId()));
  let known = text.value;
  const keep = () => storage.keepDraft(conversationId(), text.peek(), now());
  const dispose = effect(() => {
    if (text.value === known) return;
    known = text.value;
    keep();
    tabs.tell({ type: 'draft', text: known });
  });
  return {
    text,
    mirror(next) {
      known = next;
      text.value = next;
    },
    keep,
    dispose,
  };
}
