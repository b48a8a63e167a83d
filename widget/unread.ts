import { computed, signal, type ReadonlySignal } from '@preact/signals';
import type { Conversation, Entry } from '../src/protocol/conversation.ts';
import type { Clock } from './clock.ts';

/** A message of a person counts as read when it has been on the screen for so long. */
const READ_AFTER_MS = 1_000;

type Parts = {
  conversation: ReadonlySignal<Conversation>;
  isOpen: ReadonlySignal<boolean>;
  clock: Clock;
  /** Tells the team how far the customer has read. */
  tellRead(throughSeq: number): void;
};

export interface Unread {
  count: ReadonlySignal<number>;
  /** The customer looks at the end of the log. Gives how far that is. */
  seeEnd(): number;
  /** Another tab was looked at. */
  mirror(throughSeq: number): void;
  /** The panel closes: from here on answers of the AI agent count as well. */
  close(): void;
  reset(): void;
}

/** What the badge counts: people and their arrival, and answers of the AI agent that ended while the panel was closed. */
export function countUnread({ conversation, isOpen, clock, tellRead }: Parts): Unread {
  const seen = signal(0);
  const closedAt = signal(Number.POSITIVE_INFINITY);
  let stopReading: (() => void) | null = null;

  function stop(): void {
    stopReading?.();
    stopReading = null;
  }

  function mirror(throughSeq: number): void {
    seen.value = Math.max(seen.value, throughSeq);
  }

  function isNews(entry: Entry): boolean {
    if (isOfPerson(entry)) return true;
    return isAnswer(entry) && !isOpen.value && entry.seq > closedAt.value;
  }

  return {
    count: computed(() => {
      const { entries, read } = conversation.value;
      const from = Math.max(seen.value, read.customer);
      return entries.filter((entry) => entry.seq > from && isNews(entry)).length;
    }),
    seeEnd() {
      const { entries, seq, read } = conversation.value;
      mirror(seq);
      if (entries.some((entry) => entry.seq > read.customer && isOfPerson(entry))) {
        stopReading ??= clock.after(READ_AFTER_MS, () => {
          stopReading = null;
          tellRead(seen.value);
        });
      }
      return seq;
    },
    mirror,
    close() {
      stop();
      closedAt.value = conversation.value.seq;
    },
    reset() {
      stop();
      seen.value = 0;
      closedAt.value = Number.POSITIVE_INFINITY;
    },
  };
}

/** Something a customer waits for: a message of the team, or somebody's arrival. */
function isOfPerson(entry: Entry): boolean {
  if (entry.kind === 'notice') return entry.notice.type === 'joined';
  const { kind } = entry.message.author;
  return kind === 'agent' || kind === 'automatic';
}

function isAnswer(entry: Entry): boolean {
  return entry.kind === 'message' && entry.message.author.kind === 'ai-agent';
}
