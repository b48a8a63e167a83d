import { everyPage } from './app-call.ts';
import type { AppCall } from './app-call.ts';
import type { Metadata } from './metadata.ts';
import { ConversationAnswer, ConversationsAnswer, UserAnswer } from './received.ts';
import type { ZendeskConversation } from './received.ts';
import { ConversationToCreate, ConversationToUpdate, UserToCreate } from './sent.ts';
import { ZendeskError } from './zendesk-error.ts';

/** Customers and their conversations. */
export type ConversationCalls = {
  /** The user with this external id, made if there is none. */
  ensureUser(user: UserToCreate, signal?: AbortSignal): Promise<{ id: string }>;
  /** All conversations of the user, oldest first; none if there is no such user. */
  conversationsOf(
    user: { userExternalId: string },
    signal?: AbortSignal,
  ): Promise<ZendeskConversation[]>;
  createConversation(
    conversation: { userId: string; metadata: Metadata },
    signal?: AbortSignal,
  ): Promise<ZendeskConversation>;
  /** Give all metadata: whether Zendesk merges or replaces is nowhere said. */
  updateConversation(
    id: string,
    metadata: Metadata,
    signal?: AbortSignal,
  ): Promise<ZendeskConversation>;
  conversation(id: string, signal?: AbortSignal): Promise<ZendeskConversation>;
};

export function conversationCalls(call: AppCall): ConversationCalls {
  async function conversationsOf(
    { userExternalId }: { userExternalId: string },
    signal?: AbortSignal,
  ) {
    try {
      const all = await everyPage((after) =>
        call({
          operation: 'list conversations',
          method: 'GET',
          path: ['conversations'],
          query: {
            'filter[userExternalId]': userExternalId,
            'page[size]': '100',
            'page[after]': after,
          },
          answer: ConversationsAnswer,
          signal,
        }),
      );
      return all.toSorted((one, other) =>
        (one.createdAt ?? '').localeCompare(other.createdAt ?? ''),
      );
    } catch (error) {
      if (error instanceof ZendeskError && error.code === 'user_not_found') return [];
      throw error;
    }
  }

  return {
    async ensureUser(user, signal) {
      try {
        const created = await call({
          operation: 'make a user',
          method: 'POST',
          path: ['users'],
          accepts: UserToCreate,
          body: user,
          answer: UserAnswer,
          repeat: true,
          signal,
        });
        return created.user;
      } catch (error) {
        if (!(error instanceof ZendeskError && error.status === 409)) throw error;
        const found = await call({
          operation: 'show a user',
          method: 'GET',
          path: ['users', user.externalId],
          answer: UserAnswer,
          signal,
        });
        return found.user;
      }
    },
    conversationsOf,
    async createConversation({ userId, metadata }, signal) {
      const { conversation } = await call({
        operation: 'make a conversation',
        method: 'POST',
        path: ['conversations'],
        accepts: ConversationToCreate,
        body: { type: 'personal', participants: [{ userId, subscribeSDKClient: false }], metadata },
        answer: ConversationAnswer,
        signal,
      });
      return conversation;
    },
    async updateConversation(id, metadata, signal) {
      const { conversation } = await call({
        operation: 'change a conversation',
        method: 'PATCH',
        path: ['conversations', id],
        accepts: ConversationToUpdate,
        body: { metadata },
        answer: ConversationAnswer,
        signal,
      });
      return conversation;
    },
    async conversation(id, signal) {
      const { conversation } = await call({
        operation: 'show a conversation',
        method: 'GET',
        path: ['conversations', id],
        answer: ConversationAnswer,
        signal,
      });
      return conversation;
    },
  };
}
