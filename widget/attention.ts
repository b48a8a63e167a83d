import type { Chat } from './chat-type.ts';
import { chime } from './chime.ts';
import { systemClock } from './clock.ts';
import { loadTexts } from './language.ts';
import { pageLocks } from './locks.ts';
import { ringForPeople } from './ring.ts';
import { isSoundOn } from './sound-choice.ts';
import { browserKeyValue } from './storage.ts';
import { countInTitle } from './tab-title.ts';

/** The last event that a tab of this browser made a sound for, or saw: its conversation and number. */
const KEY = 'baton:rung';

/** Calls a customer back who is elsewhere, by a sound and in the title of the tab. Returns what ends it. */
export async function callAttention(chat: Chat): Promise<() => void> {
  await loadTexts('later');
  const end = new AbortController();
  const undo = [
    countInTitle(chat.unread, document),
    ringForPeople({
      conversation: chat.conversation,
      clock: systemClock,
      isLooking: () => chat.isOpen.peek() && document.visibilityState === 'visible',
      claim: (conversationId, seq) => claim(conversationId, seq, end.signal),
      play: () => isSoundOn() && chime(),
    }),
  ];
  return () => {
    end.abort();
    for (const stop of undo) stop();
  };
}

function claim(conversationId: string, seq: number, signal: AbortSignal): Promise<boolean> {
  const items = browserKeyValue();
  return pageLocks()
    .request(KEY, { signal }, async () => {
      const [id, last] = (items.getItem(KEY) ?? '').split(' ');
      if (id === conversationId && Number(last) >= seq) return false;
      items.setItem(KEY, `${conversationId} ${seq}`);
      return true;
    })
    .catch(() => !signal.aborted);
}
