import { useLayoutEffect, useRef } from 'preact/hooks';
import type { Chat } from '../chat-type.ts';
import type { View } from './view.ts';
import { wantPerson } from './want-person.ts';

/** Whoever asks for a person in words comes where the button leads, once, as soon as that is heard. */
export function useSpokenWish(chat: Chat, view: View): void {
  const { id, entries } = chat.conversation.value;
  const newest = entries.at(-1);
  const wish =
    newest?.kind === 'message' && newest.message.actions?.some(({ isWanted }) => isWanted)
      ? newest.message.id
      : null;
  const heard = useRef<string | null | undefined>(undefined);
  useLayoutEffect(() => {
    if (!newest) return;
    // What was said before this page was there is no news, and another tab may be in front.
    const isOld = heard.current === undefined && id === view.keptConversation;
    const isNews = wish !== null && wish !== heard.current && !isOld;
    // Nobody is interrupted who writes already.
    if (isNews && !document.hidden && !chat.draft.peek().trim()) wantPerson(chat, view);
    heard.current = wish;
  }, [wish, !newest]);
}
