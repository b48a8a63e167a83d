import { computed, signal, type ReadonlySignal } from '@preact/signals';
import type { Conversation, Entry } from '../src/protocol/conversation.ts';

export interface Unread {
  count: ReadonlySignal<number>;
  /** The customer has seen everything up to here. */
  see(throughSeq: number): void;
  /** From here on answers of the AI agent count, because the panel is closed. */
  closedAt(seq: number): void;
  reset(): void;
}

/** What the badge counts: people and their arrival, and answers of the AI agent that ended while the panel was closed. */
export function countUnread(
  conversation: ReadonlySignal<Conversation>,
  isOpen: ReadonlySignal<boolean>,
): Unread {
  const seen = signal(0);
  const closed = signal(Number.POSITIVE_INFINITY);

  return {
    count: computed(() => {
      const { entries, read } = conversation.value;
      const from = Math.max(seen.value, read.customer);
      return entries.filter(
        (entry) =>
          entry.seq > from &&
          (isOfPerson(entry) || (isAnswer(entry) && !isOpen.value && entry.seq > closed.value)),
      ).length;
    }),
    see(throughSeq) {
      seen.value = Math.max(seen.value, throughSeq);
    },
    closedAt(seq) {
      closed.value = seq;
    },
    reset() {
      seen.value = 0;
      closed.value = Number.POSITIVE_INFINITY;
    },
  };
}

/** Something a customer waits for: a message of the team, or somebody's arrival. */
export function isOfPerson(entry: Entry): boolean {
  if (entry.kind === 'notice') return entry.notice.type === 'joined';
  const { kind } = entry.message.author;
  return kind === 'agent' || kind === 'automatic';
}

function isAnswer(entry: Entry): boolean {
  return entry.kind === 'message' && entry.message.author.kind === 'ai-agent';
}
