import { setTimeout } from 'node:timers/promises';
import { apply } from '../../src/conversation/apply.ts';
import { newConversation } from '../../src/conversation/new-conversation.ts';
import type { Conversation } from '../../src/protocol/conversation.ts';
import { framesOf } from '../proxy/rig.ts';
import type { Reader } from './history.ts';
import { accepted, Refused } from './persist.ts';

const PAUSE_MS = 150;

export type Follower = Reader & {
  /** What its events come to. */
  conversation: Conversation;
  /** Resolves once it has stopped; rejects when the server would not let it read. */
  stop(): Promise<void>;
};

/** Reads a conversation's stream and comes back with its last event whenever the stream ends, as a widget does. */
export function follow(name: string, url: string, headers: Record<string, string>): Follower {
  const stopped = new AbortController();
  const follower: Follower = {
    name,
    events: [],
    resets: 0,
    conversation: newConversation(''),
    async stop() {
      stopped.abort();
      await reading;
    },
  };

  async function readOnce(): Promise<void> {
    const last = follower.events.at(-1)?.seq ?? 0;
    const response = await accepted(
      await fetch(url, {
        headers: { ...headers, 'last-event-id': String(last) },
        signal: stopped.signal,
      }),
    );
    let text = '';
    for await (const chunk of response.body?.pipeThrough(new TextDecoderStream()) ?? []) {
      text += chunk;
      const end = text.lastIndexOf('\n\n') + 2;
      if (end >= 2) take(text.slice(0, end));
      text = text.slice(Math.max(0, end));
    }
  }

  function take(blocks: string): void {
    for (const frame of framesOf(blocks)) {
      if (frame.type === 'reset') follower.resets += 1;
      if (frame.type !== 'event') continue;
      follower.events.push(frame.stored);
      follower.conversation = apply(follower.conversation, frame.stored);
    }
  }

  async function read(): Promise<void> {
    while (!stopped.signal.aborted) {
      try {
        await readOnce();
      } catch (error) {
        if (error instanceof Refused) throw error;
      }
      await setTimeout(PAUSE_MS);
    }
  }
  const reading = read();
  // Whoever stops it hears of it.
  reading.catch(() => {});
  return follower;
}
