import type { Message, Ticket, Upload } from './records.ts';
import type { Zendesk } from './zendesk.ts';

type GivenFields = Pick<Ticket, 'subject' | 'requesterId' | 'entries'> & Partial<Ticket>;

export function newTicket(zendesk: Zendesk, given: GivenFields): Ticket {
  const now = zendesk.clock.now();
  const ticket: Ticket = {
    id: zendesk.ids.nextTicket(),
    status: 'new',
    priority: null,
    type: null,
    assigneeId: null,
    groupId: null,
    brandId: null,
    organizationId: null,
    ticketFormId: null,
    externalId: null,
    tags: [],
    customFields: new Map(),
    channel: 'api',
    createdAt: now,
    updatedAt: now,
    unread: 0,
    ...given,
  };
  zendesk.tickets.set(ticket.id, ticket);
  zendesk.changed();
  return ticket;
}

/** The conversation's messages by id, for a ticket that came from one. */
export function messagesOf(
  zendesk: Zendesk,
  { conversationId }: Ticket,
): ReadonlyMap<string, Message> {
  const messages = zendesk.conversations.get(conversationId ?? '')?.messages ?? [];
  return new Map(messages.map((message) => [message.id, message]));
}

/** Adds a comment and answers with its id. */
export function addComment(
  zendesk: Zendesk,
  ticket: Ticket,
  {
    files = [],
    ...comment
  }: { authorId: number; body: string; htmlBody?: string; isPublic: boolean; files?: Upload[] },
): number {
  const id = zendesk.ids.nextNumber();
  const now = zendesk.clock.now();
  ticket.entries.push({ kind: 'comment', id, at: now, files, ...comment });
  ticket.updatedAt = now;
  zendesk.changed();
  return id;
}

/** Tags as Zendesk keeps them: lower case, no spaces, each once. */
export function tags(list: string | readonly string[]): string[] {
  const given = typeof list === 'string' ? list.split(',') : list;
  const kept = given.map((tag) => tag.trim().toLowerCase().replaceAll(/\s+/g, '_'));
  return [...new Set(kept)].filter((tag) => tag !== '');
}
