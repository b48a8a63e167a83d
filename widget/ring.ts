import { effect, untracked, type ReadonlySignal } from '@preact/signals';
import type { Conversation, Entry } from '../src/protocol/conversation.ts';
import type { Clock } from './clock.ts';

/** A tab in which the customer looks at the chat has this long to say so before another one makes a sound. */
const LOOKERS_FIRST_MS = 300;
/** What was missed comes all at once, and is heard once. */
const QUIET_MS = 2_000;

type Parts = {
  conversation: ReadonlySignal<Conversation>;
  clock: Clock;
  /** The customer has the chat before their eyes in this tab. */
  isLooking(): boolean;
  /** True in one tab of the browser, which alone may make a sound for this event. */
  claim(conversationId: string, seq: number): Promise<boolean>;
  play(): void;
};

/**
 * Makes a sound when a person joins or writes and the customer is not looking, in one tab. What a page finds when it begins
 * is no news. Returns what ends it.
 */
export function ringForPeople(parts: Parts): () => void {
  const { conversation, clock, isLooking, claim, play } = parts;
  let last: Conversation | null = null;
  let quietUntil = 0;
  let isOver = false;

  async function ring(conversationId: string, seq: number): Promise<void> {
    if (!isLooking()) {
      await new Promise<void>((resolve) => {
        clock.after(LOOKERS_FIRST_MS, resolve);
      });
    }
    const isMine = !isOver && (await claim(conversationId, seq));
    if (!isMine || isLooking() || clock.now() < quietUntil) return;
    quietUntil = clock.now() + QUIET_MS;
    play();
  }

  const stop = effect(() => {
    const now = conversation.value;
    const before = last;
    last = now;
    if (!before || before.id !== now.id || before.seq === 0) return;
    const news = now.entries.findLast((entry) => entry.seq > before.seq && isOfPerson(entry));
    if (news) untracked(() => void ring(now.id, news.seq));
  });
  return () => {
    isOver = true;
    stop();
  };
}

function isOfPerson(entry: Entry): boolean {
  return entry.kind === 'notice'
    ? entry.notice.type === 'joined'
    : entry.message.author.kind === 'agent';
}
