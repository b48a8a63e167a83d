import { announce, announceToAll } from './announce.ts';
import type { Conversation, User } from './records.ts';
import type { Zendesk } from './zendesk.ts';

/** What takes users and conversations away, and what the webhooks hear of it. */

export function removeConversation(zendesk: Zendesk, conversation: Conversation): void {
  zendesk.conversations.delete(conversation.id);
  announce(zendesk, 'conversation:remove', conversation, {});
  zendesk.changed();
}

export function removeUser(zendesk: Zendesk, user: User): void {
  zendesk.users.delete(user.id);
  for (const conversation of zendesk.conversations.values()) {
    if (conversation.userId === user.id) removeConversation(zendesk, conversation);
  }
  announceToAll(zendesk, 'user:remove', { user: truncatedUser(user) });
}

/** The discarded user's id is gone afterwards, and its conversations belong to the surviving one. */
export function mergeUsers(zendesk: Zendesk, surviving: User, discarded: User): void {
  for (const conversation of zendesk.conversations.values()) {
    if (conversation.userId === discarded.id) conversation.userId = surviving.id;
  }
  zendesk.users.delete(discarded.id);
  announceToAll(zendesk, 'user:merge', {
    mergedUsers: { surviving: truncatedUser(surviving), discarded: truncatedUser(discarded) },
    reason: 'api',
  });
  zendesk.changed();
}

/** A user as events carry it. */
export function truncatedUser({ id, externalId }: User) {
  return { id, externalId: externalId ?? null, zendeskId: null, authenticated: false };
}
