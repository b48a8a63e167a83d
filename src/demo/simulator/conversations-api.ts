import { Hono } from 'hono';
import { announce, truncatedConversation } from './announce.ts';
import { pageOf } from './paging.ts';
import type { Conversation } from './records.ts';
import { badRequest, notFound } from './refusal.ts';
import { readJson } from './read-json.ts';
import { ActivityPost } from './message-requests.ts';
import { ConversationCreate, ConversationUpdate } from './requests.ts';
import type { ConversationsEnv } from './sign-in.ts';
import { removeConversation, truncatedUser } from './removal.ts';
import { requireUser } from './users-api.ts';
import type { Zendesk } from './zendesk.ts';

/** `/v2/apps/{appId}/conversations`, without messages and control. */
export function conversationsApi(zendesk: Zendesk) {
  const api = new Hono<ConversationsEnv>();

  api.post('/', async (context) => {
    const { type: _, participants, ...fields } = await readJson(context, ConversationCreate);
    const [who] = participants;
    const user = requireUser(zendesk, 'userId' in who ? who.userId : who.userExternalId);
    const isDefault = conversationsOf(zendesk, user.id).length === 0;
    if (!isDefault && !zendesk.settings.multiConvoEnabled) {
      throw badRequest('The user has a conversation, and multi-conversations are not enabled');
    }
    const now = zendesk.clock.now();
    const conversation: Conversation = {
      id: zendesk.ids.next(),
      userId: user.id,
      participantId: zendesk.ids.next(),
      isDefault,
      ...fields,
      metadata: fields.metadata ?? {},
      createdAt: now,
      updatedAt: now,
      messages: [],
    };
    zendesk.conversations.set(conversation.id, conversation);
    announce(zendesk, 'conversation:create', conversation, {
      creationReason: 'none',
      user: truncatedUser(user),
      source: { type: 'api:conversations' },
    });
    return context.json({ conversation: conversationAnswer(zendesk, conversation) }, 201);
  });

  api.get('/', (context) => {
    const id = context.req.query('filter[userId]') ?? context.req.query('filter[userExternalId]');
    if (id === undefined) throw badRequest('filter[userId] or filter[userExternalId] is required');
    const visibleUntil = zendesk.clock.now() - zendesk.faults.listLagMs;
    const listed = conversationsOf(zendesk, requireUser(zendesk, id).id).filter(
      ({ createdAt }) => createdAt <= visibleUntil,
    );
    const page = pageOf(listed, context.req.url, zendesk.origin, {
      defaultSize: 25,
      from: 'start',
    });
    return context.json({
      conversations: page.items.map((entry) => conversationAnswer(zendesk, entry)),
      meta: page.meta,
      links: page.links,
    });
  });

  api.get('/:id', (context) => {
    const conversation = requireConversation(zendesk, context.req.param('id'));
    return context.json({ conversation: conversationAnswer(zendesk, conversation) });
  });

  api.patch('/:id', async (context) => {
    const conversation = requireConversation(zendesk, context.req.param('id'));
    // Metadata is replaced whole. Whether Zendesk merges is not documented: a client sends all of it.
    Object.assign(conversation, await readJson(context, ConversationUpdate));
    conversation.updatedAt = zendesk.clock.now();
    return context.json({ conversation: conversationAnswer(zendesk, conversation) });
  });

  api.delete('/:id', (context) => {
    const conversation = requireConversation(zendesk, context.req.param('id'));
    if (conversation.isDefault) throw badRequest('The default conversation cannot be deleted');
    removeConversation(zendesk, conversation);
    return context.json({});
  });

  api.get('/:id/participants', (context) => {
    const conversation = requireConversation(zendesk, context.req.param('id'));
    const user = requireUser(zendesk, conversation.userId);
    const readAt = conversation.userLastReadAt;
    const participant = {
      id: conversation.participantId,
      userId: user.id,
      userExternalId: user.externalId ?? null,
      unreadCount: conversation.messages.filter(
        ({ author, receivedAt }) => author.type === 'business' && receivedAt > (readAt ?? 0),
      ).length,
      lastRead: isoDate(readAt),
      clientAssociations: [],
    };
    return context.json({ participants: [participant], meta: { hasMore: false }, links: {} });
  });

  api.post('/:id/activity', async (context) => {
    const conversation = requireConversation(zendesk, context.req.param('id'));
    const { author, type } = await readJson(context, ActivityPost);
    if (author.type === 'user') {
      requireParticipant(zendesk, conversation, author);
      conversation.userLastReadAt = zendesk.clock.now();
      announce(zendesk, 'conversation:read', conversation, {
        activity: {
          type,
          author: { type: 'user', userId: conversation.userId },
          source: { type: 'api:conversations' },
        },
      });
      zendesk.changed();
    } else if (type === 'conversation:read') {
      conversation.businessLastReadAt = zendesk.clock.now();
    }
    return context.json({});
  });

  return api;
}

function conversationsOf(zendesk: Zendesk, userId: string): Conversation[] {
  return [...zendesk.conversations.values()].filter((entry) => entry.userId === userId);
}

export function requireConversation(zendesk: Zendesk, id: string): Conversation {
  const conversation = zendesk.conversations.get(id);
  if (!conversation) throw notFound('conversation');
  return conversation;
}

/** Whoever speaks or reads as a user must exist and belong to the conversation. */
export function requireParticipant(
  zendesk: Zendesk,
  conversation: Conversation,
  author: { userId?: string; userExternalId?: string },
) {
  const user = requireUser(zendesk, author.userId ?? author.userExternalId ?? '');
  if (user.id !== conversation.userId) {
    throw badRequest('The user is not a participant of the conversation');
  }
  return user;
}

function conversationAnswer(zendesk: Zendesk, conversation: Conversation) {
  const { isDefault, displayName, description, iconUrl } = conversation;
  return {
    ...truncatedConversation(zendesk, conversation),
    isDefault,
    displayName: displayName ?? null,
    description: description ?? null,
    iconUrl: iconUrl ?? null,
    businessLastRead: isoDate(conversation.businessLastReadAt),
    lastUpdatedAt: isoDate(conversation.updatedAt),
    createdAt: isoDate(conversation.createdAt),
  };
}

function isoDate(ms: number | undefined): string | null {
  return ms === undefined ? null : new Date(ms).toISOString();
}
