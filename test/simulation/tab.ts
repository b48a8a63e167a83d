import { apply } from '../../src/conversation/apply.ts';
import { newConversation } from '../../src/conversation/new-conversation.ts';
import type { Conversation } from '../../src/protocol/conversation.ts';
import { StoredEvent } from '../../src/protocol/event.ts';
import { ConversationEvents, type StartedConversation } from '../../src/protocol/routes.ts';
import { framesOf, type Browser } from './browser.ts';
import type { Random } from '../random.ts';
import type { VirtualClock } from './virtual-clock.ts';

/** A window of a customer that shows the chat, by stream or by asking from time to time. */
export type Tab = {
  readonly name: string;
  /** What it shows. */
  conversation(): Conversation;
  /** Every event as it came, in that order. */
  readonly events: readonly StoredEvent[];
  close(): void;
};

type TabOptions = {
  name: string;
  started: StartedConversation;
  kind: 'stream' | 'poll';
  browser: Browser;
  clock: VirtualClock;
  random: Random;
  /** An event came out of order, twice, or with others missing before it. */
  onMisplaced(seq: number, expected: number): void;
};

export function openTab(options: TabOptions): Tab {
  const { started, browser, clock, random } = options;
  const path = `/api/conversations/${started.id}`;
  const authorization = `Bearer ${started.token}`;
  const events: StoredEvent[] = [];
  let conversation = newConversation(started.id);
  let isOpen = true;
  void (options.kind === 'stream' ? follow() : poll());

  function take(stored: StoredEvent): void {
    if (stored.seq !== conversation.seq + 1) {
      options.onMisplaced(stored.seq, conversation.seq + 1);
    }
    events.push(stored);
    conversation = apply(conversation, stored);
  }

  async function follow(): Promise<void> {
    while (isOpen) {
      try {
        const headers = { authorization, 'last-event-id': String(conversation.seq) };
        const answer = await browser(`${path}/events`, { headers });
        for await (const { event, data } of framesOf(answer)) {
          if (!isOpen) return;
          if (event === 'event') take(StoredEvent.parse(JSON.parse(data)));
        }
      } catch {
        // The connection was lost: it is made again.
      }
      await clock.wait(random.between(200, 3_000));
    }
  }

  async function poll(): Promise<void> {
    while (isOpen) {
      await catchUp().catch(() => {});
      await clock.wait(random.between(3_000, 20_000));
    }
  }

  async function catchUp(): Promise<void> {
    const since = conversation.seq;
    const { response } = await browser(`${path}?after=${since}`, { headers: { authorization } });
    const { events: news } = ConversationEvents.parse(await response.json());
    for (const stored of news) if (since === conversation.seq || stored.seq > since) take(stored);
  }

  return {
    name: options.name,
    conversation: () => conversation,
    events,
    close() {
      isOpen = false;
    },
  };
}
