import { computed, signal } from '@preact/signals';
import { newConversation } from '../src/conversation/new-conversation.ts';
import type { ChatState } from './chat-type.ts';
import type { ConnectionWatch } from './connection.ts';
import type { Seen } from './hearing-type.ts';
import { noteMessage } from './note-message.ts';
import type { Settings } from './settings.ts';
import type { Surroundings } from './surroundings.ts';

export interface Prelude {
  seen: Seen;
  /** A conversation is open, or something was not sent. */
  isUnfinished: boolean;
  /** Shows a message, and keeps it to be sent. */
  add(text: string): void;
  /** The customer wants a person. */
  press(): void;
}

/** What is seen of a chat until hearing is there: what the customer does in these moments shows at once. */
export function createPrelude(
  parts: Surroundings &
    Pick<Settings, 'settings' | 'isAvailable'> &
    Pick<ConnectionWatch, 'connection'>,
): Prelude {
  const { storage, clock, settings, isAvailable, connection } = parts;
  const session = storage.session();
  const kept = signal(storage.unsent());
  const pressedAt = signal<number | null>(null);
  const isUnfinished = () => session !== null || kept.value.length > 0;
  const nothing = signal(null);
  return {
    seen: {
      conversation: signal(newConversation(session?.id ?? '')),
      state: computed<ChatState>(() => {
        if (!isAvailable.value) return 'unavailable';
        if (pressedAt.value) return 'requesting';
        return isUnfinished() ? 'ai' : 'idle';
      }),
      unsent: computed(() =>
        kept.value.map(({ id, text, at, refused }) => ({
          id,
          text,
          at,
          state: refused
            ? 'failed'
            : connection.value === 'offline'
              ? 'waiting-for-connection'
              : 'sending',
        })),
      ),
      canHandOff: computed(
        () => (settings.value?.handoff || settings.value?.tickets) === true && !pressedAt.value,
      ),
      handoffSince: pressedAt,
      answer: nothing,
      problem: nothing,
      agentTyping: signal(false),
      unread: signal(0),
    },
    isUnfinished: isUnfinished(),
    add(text) {
      kept.value = [...kept.value, noteMessage(text, kept.value.at(-1), parts)];
    },
    press() {
      pressedAt.value = clock.now();
    },
  };
}
