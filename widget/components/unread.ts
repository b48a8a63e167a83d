import type { Chat } from '../chat-type.ts';

/** The id of the first message that came unseen, for the line `New`. */
export function firstUnread(chat: Chat): string | null {
  let left = chat.unread.peek();
  if (left === 0) return null;
  let first: string | null = null;
  for (const entry of chat.conversation.peek().entries.toReversed()) {
    if (entry.kind !== 'message' || entry.message.author.kind === 'customer') continue;
    first = entry.message.id;
    left -= 1;
    if (left === 0) break;
  }
  return first;
}
