import { createAnnouncer } from '../announcer.ts';
import type { Chat } from '../chat-type.ts';
import { announce } from './announcements.ts';

export type Voice = { say(text: string): void; stop(): void };

/** Makes the live regions and lets them say what happens. */
export function startVoice(chat: Chat): Voice {
  const announcer = createAnnouncer(document);
  const stopAnnouncing = announce({ chat, announcer });
  return {
    say: announcer.say,
    stop() {
      stopAnnouncing();
      announcer.remove();
    },
  };
}
