import { useSignalEffect } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { Chat } from '../chat-type.ts';
import type { View } from './view.ts';

/** Tells the chat when the end of the log is in view of somebody who is there. */
export function useMarkSeen(chat: Chat, view: View) {
  function mark() {
    const isThere = document.visibilityState === 'visible' && document.hasFocus();
    if (view.isPinned.peek() && isThere) chat.markSeen();
  }
  useSignalEffect(() => {
    if (chat.conversation.value.entries.length > 0 && view.isPinned.value) mark();
  });
  useEffect(() => {
    window.addEventListener('focus', mark);
    document.addEventListener('visibilitychange', mark);
    return () => {
      window.removeEventListener('focus', mark);
      document.removeEventListener('visibilitychange', mark);
    };
  }, []);
}
