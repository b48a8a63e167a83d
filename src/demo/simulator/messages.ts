import { shopName } from './account.ts';
import { announce } from './announce.ts';
import type { Conversation, Message, NewMessage } from './records.ts';
import { activateDefault, holdsControl } from './switchboard.ts';
import { addToTicket } from './ticket-session.ts';
import type { Zendesk } from './zendesk.ts';

/**
 * Adds a message to a conversation with all that follows from it: the default responder wakes up if
 * nobody is in control, the webhooks hear of it, an agent's ticket grows, Zendesk's own bot answers.
 */
export function addMessage(
  zendesk: Zendesk,
  conversation: Conversation,
  content: NewMessage,
): Message {
  if (conversation.activeId === undefined) activateDefault(zendesk, conversation);

  const now = zendesk.clock.now();
  const message: Message = { id: zendesk.ids.next(), receivedAt: now, ...content };
  conversation.messages.push(message);
  conversation.updatedAt = now;
  announceMessage(zendesk, conversation, message);

  if (conversation.session) addToTicket(zendesk, conversation, message);
  if (message.author.type === 'user' && holdsControl(zendesk, conversation, 'zd:answerBot')) {
    addMessage(zendesk, conversation, botReply);
  }
  zendesk.changed();
  return message;
}

const botReply: NewMessage = {
  author: { type: 'business', displayName: `${shopName} bot`, subtypes: ['bot'] },
  content: { type: 'text', text: 'Hi! I am the automatic assistant. What is this about?' },
  source: { type: 'zd:answerBot' },
};

/** Blanks a message and keeps its place. An agent's deletion is announced, one through the API is not. */
export function deleteMessage(
  zendesk: Zendesk,
  conversation: Conversation,
  message: Message,
  by: 'agent' | 'api',
): void {
  message.deleted = true;
  message.content = { type: 'text', text: '' };
  if (by === 'agent') announceMessage(zendesk, conversation, message);
  zendesk.changed();
}

function announceMessage(zendesk: Zendesk, conversation: Conversation, message: Message) {
  announce(zendesk, 'conversation:message', conversation, { message: messageAnswer(message) });
}

/** A message as the Conversations API words it. */
export function messageAnswer({ receivedAt, ...message }: Message) {
  return { ...message, received: new Date(receivedAt).toISOString() };
}
