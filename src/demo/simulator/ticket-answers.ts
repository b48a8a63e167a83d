import { messagesOf } from './tickets.ts';
import type { Message, Ticket, TicketEntry, Upload } from './records.ts';
import type { Zendesk } from './zendesk.ts';

const date = (ms: number) => new Date(ms).toISOString().replace(/\.\d{3}Z$/, 'Z');

/** A ticket as Support words it. */
export function ticketAnswer({ origin }: Zendesk, ticket: Ticket) {
  const customFields = [...ticket.customFields].map(([id, value]) => ({ id, value }));
  return {
    url: `${origin}/api/v2/tickets/${ticket.id}.json`,
    id: ticket.id,
    external_id: ticket.externalId,
    via: { channel: ticket.channel, source: { from: {}, to: {}, rel: null } },
    created_at: date(ticket.createdAt),
    updated_at: date(ticket.updatedAt),
    type: ticket.type,
    subject: ticket.subject,
    raw_subject: ticket.subject,
    priority: ticket.priority,
    status: ticket.status,
    requester_id: ticket.requesterId,
    submitter_id: ticket.requesterId,
    assignee_id: ticket.assigneeId,
    organization_id: ticket.organizationId,
    group_id: ticket.groupId,
    brand_id: ticket.brandId,
    ticket_form_id: ticket.ticketFormId,
    tags: ticket.tags,
    custom_fields: customFields,
    fields: customFields,
    is_public: true,
    from_messaging_channel: ticket.conversationId !== undefined,
  };
}

/** The comments of a ticket. The messages of a chat become one when it ends, so not these. */
export function commentAnswer(comment: Extract<TicketEntry, { kind: 'comment' }>) {
  return {
    id: comment.id,
    type: 'Comment',
    author_id: comment.authorId,
    body: comment.body,
    html_body: comment.htmlBody ?? `<div class="zd-comment">${escapeHtml(comment.body)}</div>`,
    plain_body: comment.body,
    public: comment.isPublic,
    attachments: comment.files.map(fileAnswer),
    created_at: date(comment.at),
    via: { channel: 'api', source: { from: {}, to: {}, rel: null } },
    metadata: {},
  };
}

export function fileAnswer({ name, type, size }: Upload) {
  return { file_name: name, content_type: type, size, inline: false };
}

/** Everything in a ticket in order, as `conversation_log` shows it to agents. */
export function conversationLog(zendesk: Zendesk, ticket: Ticket) {
  const messages = messagesOf(zendesk, ticket);
  return ticket.entries.flatMap((entry) => {
    if (entry.kind === 'comment') {
      return {
        id: String(entry.id),
        type: 'Comment',
        reference: `zen:ticket_event:${entry.id}`,
        created_at: date(entry.at),
        author: {
          type: 'agent',
          display_name: zendesk.people.get(entry.authorId)?.name ?? '',
          'zen:support:user_id': String(entry.authorId),
        },
        content: { type: 'text', text: entry.body },
        attachments: [],
        metadata: { public: entry.isPublic },
      };
    }
    const message = messages.get(entry.messageId);
    return message ? [messageEvent(message)] : [];
  });
}

function messageEvent({ id, receivedAt, author, content }: Message) {
  const isAgent = author.subtypes?.includes('agent');
  return {
    id,
    type: 'Messaging::ConversationMessage',
    reference: `zen:sunco:conversation_message:${id}`,
    created_at: date(receivedAt),
    author: {
      type: author.type === 'user' ? 'user' : isAgent ? 'agent' : 'bot',
      display_name: author.displayName ?? '',
      ...(author.userId !== undefined && { 'zen:sunco:user_id': author.userId }),
    },
    content: { type: 'text', text: content.text ?? '' },
    attachments: [],
    metadata: { public: true },
  };
}

function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
