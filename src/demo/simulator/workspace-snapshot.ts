import { z } from 'zod';
import { agents, maya } from './account.ts';
import type { Message, MessageContent, Ticket, TicketEntry } from './records.ts';
import { messagesOf } from './tickets.ts';
import type { AgentStatus, Zendesk } from './zendesk.ts';

export type SnapshotMessage = {
  id: string;
  at: string;
  author: {
    type: 'user' | 'business';
    name: string;
    /** `ai` is whatever came through the API; `system` is nobody in particular. */
    kind: 'customer' | 'ai' | 'agent' | 'system';
  };
  text: string;
  internal?: true;
  deleted?: true;
  file?: { name: string; type: string; url: string };
};

export type SnapshotTicket = {
  id: number;
  subject: string;
  status: 'new' | 'open' | 'solved' | 'closed';
  requester: { name: string; email?: string };
  tags: string[];
  createdAt: string;
  assignee: { id: number; name: string } | null;
  conversationId: string | null;
  /** Whether an agent can reply: the workspace is in control, for this ticket. */
  active: boolean;
  unread: number;
  /** When the customer last read what the team wrote. */
  customerReadAt: string | null;
  messages: SnapshotMessage[];
};

export type Snapshot = {
  agents: { id: number; name: string; status: AgentStatus }[];
  agentStatus: AgentStatus;
  tickets: SnapshotTicket[];
};

/** All that the agent workspace shows, newest ticket first. */
export function snapshot(zendesk: Zendesk): Snapshot {
  const statusOf = (id: number) => zendesk.agentStatus.get(id) ?? 'offline';
  return {
    agents: agents.map(({ id, name }) => ({ id, name, status: statusOf(id) })),
    agentStatus: statusOf(maya.id),
    tickets: [...zendesk.tickets.values()]
      .toReversed()
      .map((ticket) => ticketView(zendesk, ticket)),
  };
}

function ticketView(zendesk: Zendesk, ticket: Ticket): SnapshotTicket {
  const requester = zendesk.people.get(ticket.requesterId);
  const assignee = agents.find(({ id }) => id === ticket.assigneeId);
  const conversation = zendesk.conversations.get(ticket.conversationId ?? '');
  const messages = messagesOf(zendesk, ticket);
  return {
    id: ticket.id,
    subject: ticket.subject,
    status: ticket.status === 'pending' || ticket.status === 'hold' ? 'open' : ticket.status,
    requester: {
      name: requester?.name ?? 'Visitor',
      ...(requester?.email && { email: requester.email }),
    },
    tags: ticket.tags,
    createdAt: iso(ticket.createdAt),
    assignee: assignee ? { id: assignee.id, name: assignee.name } : null,
    conversationId: ticket.conversationId ?? null,
    active: conversation?.session?.ticketId === ticket.id,
    unread: ticket.unread,
    customerReadAt: conversation?.userLastReadAt ? iso(conversation.userLastReadAt) : null,
    messages: ticket.entries.flatMap((entry) => {
      if (entry.kind === 'comment') return commentView(zendesk, ticket, entry);
      const message = messages.get(entry.messageId);
      return message ? messageView(zendesk, message, requester?.name) : [];
    }),
  };
}

function messageView(
  zendesk: Zendesk,
  { id, receivedAt, author, content, source, metadata, deleted }: Message,
  requester = 'Visitor',
): SnapshotMessage {
  const attachment = zendesk.attachments.get(String(content['attachmentId']));
  const kind =
    author.type === 'user'
      ? 'customer'
      : source.type === 'api:conversations'
        ? 'ai'
        : isAgent(Number(metadata?.['__zendesk_msg.agent.id']))
          ? 'agent'
          : 'system';
  return {
    id,
    at: iso(receivedAt),
    author: {
      type: author.type,
      name: kind === 'customer' ? requester : (author.displayName ?? 'AI assistant'),
      kind,
    },
    text: wordsOf(content),
    ...(deleted && { deleted }),
    ...(attachment && {
      file: {
        name: attachment.name,
        type: attachment.type,
        url: `${zendesk.origin}/workspace/files/${attachment.id}`,
      },
    }),
  };
}

/** What has no text of its own is named. */
function wordsOf({ type, text, items }: MessageContent): string {
  if (text) return text;
  if (type === 'text' || type === 'image' || type === 'file') return '';
  const titles = z.array(z.object({ title: z.string() })).safeParse(items);
  const names = titles.success ? titles.data.map(({ title }) => title).join(', ') : '';
  return `[${type}] ${names}`.trim();
}

const isAgent = (id: number) => agents.some((agent) => agent.id === id);

function commentView(
  zendesk: Zendesk,
  ticket: Ticket,
  { id, at, authorId, body, isPublic }: Extract<TicketEntry, { kind: 'comment' }>,
): SnapshotMessage {
  const author = zendesk.people.get(authorId);
  const isRequester = authorId === ticket.requesterId;
  return {
    id: String(id),
    at: iso(at),
    author: {
      type: isRequester ? 'user' : 'business',
      name: author?.name ?? '',
      kind: isRequester ? 'customer' : isAgent(authorId) ? 'agent' : 'ai',
    },
    text: body,
    ...(!isPublic && { internal: true }),
  };
}

const iso = (ms: number) => new Date(ms).toISOString();
