import { conversationsCall, everyPage } from './conversations-call.ts';
import type { ConversationsCall, ConversationsDeps } from './conversations-call.ts';
import type { ZendeskMessage } from './message.ts';
import type { Metadata } from './metadata.ts';
import {
  AppAnswer,
  ConversationAnswer,
  ConversationsAnswer,
  Done,
  MessagesAnswer,
  PostedAnswer,
  UserAnswer,
} from './received.ts';
import type { ZendeskConversation } from './received.ts';
import {
  ControlToGive,
  ControlToRelease,
  ConversationToCreate,
  ConversationToUpdate,
  MessageToPost,
  ReadActivity,
  UserToCreate,
} from './sent.ts';
import { switchboardCalls } from './switchboard-calls.ts';
import type { SwitchboardCalls } from './switchboard-calls.ts';
import { ZendeskError } from './zendesk-error.ts';

export type NewMessage = {
  author: { type: 'user'; userId: string } | { type: 'business'; name: string };
  /** Plain, 1 to 4096 UTF-16 units. */
  text: string;
  metadata: Metadata;
};

/** Which part of the messages, by message ids. `{}` is the newest page. */
export type MessagesFrom =
  | { after?: string; before?: undefined }
  | { before: string; after?: undefined };

type Signal = AbortSignal | undefined;

/**
 * The Conversations API. Every failure is a `ZendeskError`. Reading, making a user and moving the control are repeated while
 * Zendesk stumbles; what would be there twice (a conversation, a message) is sent once and its failure reported.
 */
export type ConversationsApi = SwitchboardCalls & {
  /** `multiConversations`: a customer may have more than one conversation. */
  app(signal?: Signal): Promise<{ id: string; subdomain?: string; multiConversations: boolean }>;
  /** The user with this external id, made if there is none. */
  ensureUser(user: UserToCreate, signal?: Signal): Promise<{ id: string }>;
  /** The oldest conversation of the user whose metadata hold this `k`. */
  findConversation(
    user: { userExternalId: string },
    k: string,
    signal?: Signal,
  ): Promise<ZendeskConversation | null>;
  /** All conversations of the user; none if there is no such user. */
  conversationsOf(
    user: { userExternalId: string },
    signal?: Signal,
  ): Promise<ZendeskConversation[]>;
  createConversation(
    conversation: { userId: string; metadata: Metadata },
    signal?: Signal,
  ): Promise<ZendeskConversation>;
  /** Give all metadata: whether Zendesk merges or replaces is nowhere said. */
  updateConversation(id: string, metadata: Metadata, signal?: Signal): Promise<ZendeskConversation>;
  conversation(id: string, signal?: Signal): Promise<ZendeskConversation>;
  postMessage(
    conversationId: string,
    message: NewMessage,
    signal?: Signal,
  ): Promise<{ id: string; received: string }>;
  /** Afterwards the message is not there, whether or not it was before. */
  deleteMessage(conversationId: string, messageId: string, signal?: Signal): Promise<void>;
  /** A page of at most 100, oldest first. `hasMore`: there are others in the direction asked for. */
  messages(
    conversationId: string,
    from: MessagesFrom,
    signal?: Signal,
  ): Promise<{ messages: ZendeskMessage[]; hasMore: boolean }>;
  /** A success is no proof: a refusal may still come by webhook. */
  passControl(
    conversationId: string,
    switchboardIntegrationId: string,
    metadata?: Metadata,
    signal?: Signal,
  ): Promise<void>;
  offerControl(
    conversationId: string,
    switchboardIntegrationId: string,
    metadata?: Metadata,
    signal?: Signal,
  ): Promise<void>;
  releaseControl(conversationId: string, metadata?: Metadata, signal?: Signal): Promise<void>;
  /** Tells the agent that the customer has read everything. */
  markRead(conversationId: string, userId: string, signal?: Signal): Promise<void>;
};

export function conversationsApi(deps: ConversationsDeps): ConversationsApi {
  const call = conversationsCall(deps);
  return {
    ...switchboardCalls(call),
    ...userCalls(call),
    ...conversationCalls(call),
    ...messageCalls(call),
    ...controlCalls(call),

    async app(signal) {
      const { app } = await call({
        operation: 'show the app',
        method: 'GET',
        path: [],
        answer: AppAnswer,
        signal,
      });
      const { id, subdomain, settings } = app;
      return { id, subdomain, multiConversations: settings?.multiConvoEnabled ?? false };
    },
  };
}

function userCalls(call: ConversationsCall): Pick<ConversationsApi, 'ensureUser'> {
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
        if (!hasStatus(error, 409)) throw error;
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
  };
}

function conversationCalls(
  call: ConversationsCall,
): Pick<
  ConversationsApi,
  | 'findConversation'
  | 'conversationsOf'
  | 'createConversation'
  | 'updateConversation'
  | 'conversation'
> {
  async function conversationsOf({ userExternalId }: { userExternalId: string }, signal: Signal) {
    try {
      return await everyPage((after) =>
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
    } catch (error) {
      if (error instanceof ZendeskError && error.code === 'user_not_found') return [];
      throw error;
    }
  }

  return {
    conversationsOf,
    async findConversation(user, k, signal) {
      const found = (await conversationsOf(user, signal)).filter(
        ({ metadata }) => metadata.k === k,
      );
      const [oldest] = found.toSorted((one, other) =>
        (one.createdAt ?? '').localeCompare(other.createdAt ?? ''),
      );
      return oldest ?? null;
    },
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

function messageCalls(
  call: ConversationsCall,
): Pick<ConversationsApi, 'postMessage' | 'deleteMessage' | 'messages' | 'markRead'> {
  return {
    async postMessage(conversationId, { author, text, metadata }, signal) {
      const { messages } = await call({
        operation: 'post a message',
        method: 'POST',
        path: ['conversations', conversationId, 'messages'],
        accepts: MessageToPost,
        body: {
          author: author.type === 'user' ? author : { type: 'business', displayName: author.name },
          content: { type: 'text', text },
          metadata,
        },
        answer: PostedAnswer,
        signal,
      });
      return messages[0];
    },
    async deleteMessage(conversationId, messageId, signal) {
      try {
        await call({
          operation: 'delete a message',
          method: 'DELETE',
          path: ['conversations', conversationId, 'messages', messageId],
          answer: Done,
          signal,
        });
      } catch (error) {
        if (!hasStatus(error, 404)) throw error;
      }
    },
    async messages(conversationId, { after, before }, signal) {
      const { messages, meta } = await call({
        operation: 'list messages',
        method: 'GET',
        path: ['conversations', conversationId, 'messages'],
        query: { 'page[after]': after, 'page[before]': before },
        answer: MessagesAnswer,
        signal,
      });
      return { messages, hasMore: meta };
    },
    markRead: (conversationId, userId, signal) =>
      call({
        operation: 'mark a conversation as read',
        method: 'POST',
        path: ['conversations', conversationId, 'activity'],
        accepts: ReadActivity,
        body: { author: { type: 'user', userId }, type: 'conversation:read' },
        answer: Done,
        signal,
      }),
  };
}

function controlCalls(
  call: ConversationsCall,
): Pick<ConversationsApi, 'passControl' | 'offerControl' | 'releaseControl'> {
  return {
    passControl: (conversationId, switchboardIntegration, metadata, signal) =>
      call({
        operation: 'pass the control',
        method: 'POST',
        path: ['conversations', conversationId, 'passControl'],
        accepts: ControlToGive,
        body: { switchboardIntegration, metadata },
        answer: Done,
        repeat: true,
        signal,
      }),
    offerControl: (conversationId, switchboardIntegration, metadata, signal) =>
      call({
        operation: 'offer the control',
        method: 'POST',
        path: ['conversations', conversationId, 'offerControl'],
        accepts: ControlToGive,
        body: { switchboardIntegration, metadata },
        answer: Done,
        repeat: true,
        signal,
      }),
    releaseControl: (conversationId, metadata, signal) =>
      call({
        operation: 'release the control',
        method: 'POST',
        path: ['conversations', conversationId, 'releaseControl'],
        accepts: ControlToRelease,
        body: { metadata },
        answer: Done,
        repeat: true,
        signal,
      }),
  };
}

function hasStatus(error: unknown, status: number): boolean {
  return error instanceof ZendeskError && error.status === status;
}
