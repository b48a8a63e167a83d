import { effect } from '@preact/signals';
import type { Announcer } from '../announcer.ts';
import type { Chat } from '../chat-type.ts';
import { announce } from './announcements.ts';

type Deps = { chat: Chat; announcer: Pick<Announcer, 'say' | 'alert'> };

/**
 * What goes on beside the panel, open or not: what a screen reader hears, and, from the first request for a person on, what
 * calls a customer back who is elsewhere. Returns what ends it.
 */
export function goBesidePanel({ chat, announcer }: Deps): () => void {
  let calling: Promise<() => void> | null = null;

  async function startCalling(): Promise<() => void> {
    try {
      const { callAttention } = await import('../attention.ts');
      return await callAttention(chat);
    } catch {
      // Without it the chat works; the next change of the handoff tries again.
      calling = null;
      return () => {};
    }
  }

  const stops = [
    announce({ chat, announcer }),
    effect(() => {
      if (chat.conversation.value.handoff.state !== 'ai') calling ??= startCalling();
    }),
  ];
  return () => {
    for (const stop of stops) stop();
    void calling?.then((end) => end());
  };
}
