import type { Conversation } from '../protocol/conversation.ts';
import type { Message } from '../protocol/message.ts';
import type { Button, Response } from '../protocol/message-content.ts';
import { isOpen, messagesOf } from './status.ts';

/** A button whose text the customer says. */
export type SpokenButton = Extract<Button, { type: 'reply' | 'postback' }>;

/** Whether the team that asked is still there to hear the answer: nothing has ended since the message came. */
function isAnswerable({ handoff, entries }: Conversation, messageId: string): boolean {
  if (!isOpen(handoff)) return false;
  const place = entries.findIndex(
    (entry) => entry.kind === 'message' && entry.message.id === messageId,
  );
  return (
    place !== -1 &&
    !entries
      .slice(place)
      .some(
        (entry) => entry.kind === 'notice' && ['ended', 'cancelled'].includes(entry.notice.type),
      )
  );
}

/** The customer's message that answers the message with this id. */
export function answerTo(conversation: Conversation, messageId: string): Message | undefined {
  return messagesOf(conversation).find(({ response }) => response?.messageId === messageId);
}

/** Whether the customer can answer the message with this id: once, and while those who asked are there. */
export function canAnswer(conversation: Conversation, messageId: string): boolean {
  return isAnswerable(conversation, messageId) && !answerTo(conversation, messageId);
}

/** The button that was pressed, on the message itself or on one of its cards. */
export function pressedButton(
  conversation: Conversation,
  { messageId, buttonId }: Response,
): SpokenButton | undefined {
  const message = messagesOf(conversation).find(({ id }) => id === messageId);
  return buttonsOf(message).find(
    (button): button is SpokenButton => button.type !== 'link' && button.id === buttonId,
  );
}

function buttonsOf(message: Message | undefined): Button[] {
  const { content, buttons = [] } = message ?? {};
  const onItems =
    content?.type === 'carousel' || content?.type === 'list'
      ? content.items.flatMap((item) => item.buttons)
      : [];
  return [...buttons, ...onItems];
}
