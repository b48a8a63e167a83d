import { useComputed, type ReadonlySignal } from '@preact/signals';
import { answerTo, canAnswer } from '../../../src/conversation/responses.ts';
import type { Chat } from '../../chat-type.ts';

/** What became of a message that asks something: it waits, it was answered (in these words), or nobody waits any more. */
export type Asked =
  | { state: 'open' }
  | { state: 'sending'; answer: string }
  | { state: 'answered'; answer: string }
  | { state: 'over' };

export function useAsked(chat: Chat, messageId: string): Asked {
  const asked: ReadonlySignal<Asked> = useComputed(() => askedOf(chat, messageId));
  return asked.value;
}

function askedOf(chat: Chat, messageId: string): Asked {
  const conversation = chat.conversation.value;
  const answer = answerTo(conversation, messageId);
  if (answer) return { state: 'answered', answer: answer.body };
  const unsent = chat.unsent.value.find(({ response }) => response?.messageId === messageId);
  if (unsent) return { state: 'sending', answer: unsent.text };
  return { state: canAnswer(conversation, messageId) ? 'open' : 'over' };
}
