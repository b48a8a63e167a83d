import type { Conversation } from '../protocol/conversation.ts';
import type { Message } from '../protocol/message.ts';

/** The messages that a handoff shares: those up to `throughSeq`. */
export function messagesThrough(conversation: Conversation, throughSeq: number): Message[] {
  return conversation.entries.flatMap((entry) =>
    entry.kind === 'message' && entry.seq <= throughSeq ? [entry.message] : [],
  );
}
