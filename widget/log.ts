import { batch, signal, type ReadonlySignal } from '@preact/signals';
import { apply } from '../src/conversation/apply.ts';
import { newConversation } from '../src/conversation/new-conversation.ts';
import type { Conversation } from '../src/protocol/conversation.ts';
import type { StoredEvent } from '../src/protocol/event.ts';

type Parts = {
  snapshot(): Promise<Conversation>;
  eventsAfter(seq: number): Promise<StoredEvent[]>;
  /** Hears of each event once, when it has been folded. */
  onEvent(stored: StoredEvent): void;
};

export interface Log {
  conversation: ReadonlySignal<Conversation>;
  /** Starts over with a conversation of which nothing is known yet. */
  begin(id: string): void;
  replace(conversation: Conversation): void;
  /** Folds the next event. One that is known changes nothing; one that came too early makes the log read the gap. */
  receive(stored: StoredEvent): void;
  /** Resolves when everything that the proxy has at this moment is folded. */
  refresh(): Promise<void>;
}

export function createLog({ snapshot, eventsAfter, onEvent }: Parts): Log {
  const conversation = signal(newConversation(''));
  let reading: Promise<void> | null = null;
  let readOnceMore = false;
  let newest = 0;

  function fold(stored: StoredEvent): void {
    if (stored.seq !== conversation.value.seq + 1) return;
    batch(() => {
      conversation.value = apply(conversation.value, stored);
      onEvent(stored);
    });
  }

  async function readOn(): Promise<void> {
    const { id } = conversation.value;
    for (;;) {
      readOnceMore = false;
      const { seq } = conversation.value;
      if (seq === 0) {
        const whole = await snapshot();
        if (conversation.value.id === id && conversation.value.seq < whole.seq) {
          conversation.value = whole;
        }
      } else {
        const events = await eventsAfter(seq);
        if (conversation.value.id === id) batch(() => events.forEach(fold));
      }
      const isBehind = conversation.value.seq < newest && conversation.value.seq > seq;
      if (!isBehind && !readOnceMore) return;
    }
  }

  function refresh(): Promise<void> {
    if (reading) {
      // What is being read may have left the proxy before this call.
      readOnceMore = true;
      return reading;
    }
    const mine = readOn().finally(() => {
      if (reading === mine) reading = null;
    });
    reading = mine;
    return mine;
  }

  return {
    conversation,
    begin(id) {
      reading = null;
      newest = 0;
      conversation.value = newConversation(id);
    },
    replace(whole) {
      newest = whole.seq;
      conversation.value = whole;
    },
    receive(stored) {
      newest = Math.max(newest, stored.seq);
      if (stored.seq <= conversation.value.seq + 1) fold(stored);
      // Whoever hears the failure is the reader itself; the next event or reconnect reads again.
      else refresh().catch(() => {});
    },
    refresh,
  };
}
