import type { Conversation, Message, Metadata, Ticket } from './records.ts';
import { newTicket, tags } from './tickets.ts';
import { requesterOf } from './people.ts';
import type { Zendesk } from './zendesk.ts';

/** How a conversation becomes a ticket while the agent workspace is in control. */

const COPIED_BY_DEFAULT = 10; // what Zendesk copies into a ticket without `first_message_id`

/** Control came to the agent workspace: a ticket is made if there is anything to put into it. */
export function startSession(
  zendesk: Zendesk,
  conversation: Conversation,
  metadata: Metadata,
): void {
  conversation.session = { metadata };
  if (conversation.messages.length > 0) openTicket(zendesk, conversation, metadata);
}

/** A message came while the workspace is in control. One from the customer reopens a solved ticket. */
export function addToTicket(zendesk: Zendesk, conversation: Conversation, message: Message): void {
  const { session } = conversation;
  if (!session) return;
  const ticket = zendesk.tickets.get(session.ticketId ?? 0);
  if (!ticket) {
    openTicket(zendesk, conversation, session.metadata);
    return;
  }
  ticket.entries.push({ kind: 'message', messageId: message.id });
  ticket.updatedAt = zendesk.clock.now();
  if (message.author.type === 'user') {
    ticket.unread += 1;
    if (ticket.status === 'solved') ticket.status = 'open';
  }
}

function openTicket(zendesk: Zendesk, conversation: Conversation, metadata: Metadata): void {
  const copied = copiedMessages(conversation, metadata['first_message_id']);
  const field = (name: string) => text(metadata[`dataCapture.systemField.${name}`]);
  const requester = requesterOf(zendesk, conversation.userId, {
    name: field('requester.name'),
    email: field('requester.email'),
  });
  const assigneeId = id(field('assignee_id'));

  const ticket = newTicket(zendesk, {
    subject: subjectOf(copied) ?? `Conversation with ${requester.name}`,
    status: assigneeId === null ? 'new' : 'open',
    requesterId: requester.id,
    assigneeId,
    groupId: id(field('group_id')),
    brandId: id(field('brand_id')),
    organizationId: id(field('organization_id')),
    ticketFormId: id(field('ticket_form_id')),
    priority: field('priority')?.toLowerCase() ?? null,
    tags: tags(field('tags') ?? ''),
    customFields: ticketFields(metadata),
    channel: text(metadata['origin_source_type']) ?? 'sunshine_conversations_api',
    conversationId: conversation.id,
    entries: copied.map((message) => ({ kind: 'message', messageId: message.id })),
    unread: copied.filter(({ author }) => author.type === 'user').length,
  });
  conversation.session = { metadata, ticketId: ticket.id };
}

function copiedMessages({ messages }: Conversation, firstId: Metadata[string] | undefined) {
  const first = messages.findIndex(({ id: messageId }) => messageId === firstId);
  return first === -1 ? messages.slice(-COPIED_BY_DEFAULT) : messages.slice(first);
}

/** The first line of substance: of the summary if the AI agent left one, else of the customer. */
function subjectOf(messages: Message[]): string | undefined {
  const summary = messages.find(
    ({ author, content }) => author.type === 'business' && content.text?.startsWith('Summary'),
  );
  const own = messages.find(({ author }) => author.type === 'user');
  const lines = [
    ...(summary?.content.text?.replace(/^Summary[^\n:]*:?/, '') ?? '').split('\n'),
    ...(own?.content.text ?? '').split('\n'),
  ];
  const line = lines.map((entry) => entry.trim()).find((entry) => entry !== '');
  return line === undefined || line.length <= 80 ? line : `${line.slice(0, 79).trimEnd()}…`;
}

const FIELD_PREFIX = 'dataCapture.ticketField.';

function ticketFields(metadata: Metadata): Ticket['customFields'] {
  return new Map(
    Object.entries(metadata)
      .filter(([key]) => key.startsWith(FIELD_PREFIX))
      .map(([key, value]) => [Number(key.slice(FIELD_PREFIX.length)), value]),
  );
}

function text(value: Metadata[string] | undefined): string | undefined {
  return value === undefined || value === '' ? undefined : String(value);
}

function id(value: string | undefined): number | null {
  const number = Number(value);
  return Number.isInteger(number) && number > 0 ? number : null;
}
