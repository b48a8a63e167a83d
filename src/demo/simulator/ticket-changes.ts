import { endUser } from './people.ts';
import type { Ticket, Upload } from './records.ts';
import { recordInvalid, SupportRefusal } from './support-sign-in.ts';
import type { CommentFields, NewTicketFields, TicketFields } from './ticket-requests.ts';
import { addComment, newTicket, tags } from './tickets.ts';
import type { Zendesk } from './zendesk.ts';

/** What the Tickets API does to tickets, once a request is read. `callerId` owns the credentials. */

export function createTicket(zendesk: Zendesk, fields: NewTicketFields, callerId: number): Ticket {
  const source = fields.via_followup_source_id;
  if (source !== undefined && zendesk.tickets.get(source)?.status !== 'closed') {
    throw recordInvalid('via_followup_source_id', 'Source is not a closed ticket');
  }
  const comment = commentOf(zendesk, fields.comment, callerId);
  const ticket = newTicket(zendesk, {
    subject: fields.subject ?? comment.body.slice(0, 80),
    requesterId: requesterId(zendesk, fields, callerId),
    entries: [],
  });
  change(ticket, fields);
  addComment(zendesk, ticket, comment);
  return ticket;
}

/** Answers with the id of the comment, if the change brought one. */
export function updateTicket(
  zendesk: Zendesk,
  ticket: Ticket,
  fields: TicketFields,
  callerId: number,
): number | undefined {
  if (ticket.status === 'closed') {
    throw recordInvalid('status', 'Status: closed prevents ticket update');
  }
  requireUntouched(ticket, fields);
  const comment = fields.comment && commentOf(zendesk, fields.comment, callerId);

  change(ticket, fields);
  if (fields.requester) ticket.requesterId = requesterId(zendesk, fields, callerId);
  ticket.tags = tags([...ticket.tags, ...(fields.additional_tags ?? [])]).filter(
    (tag) => !fields.remove_tags?.includes(tag),
  );
  ticket.updatedAt = zendesk.clock.now();
  zendesk.changed();
  return comment && addComment(zendesk, ticket, comment);
}

/** Without a requester the owner of the credentials becomes it. */
function requesterId(
  zendesk: Zendesk,
  fields: Pick<NewTicketFields, 'requester' | 'requester_id'>,
  callerId: number,
): number {
  if (!fields.requester) return fields.requester_id ?? callerId;
  const { name, email } = fields.requester;
  const isKnown = [...zendesk.people.values()].some((person) => person.email === email);
  if (name === undefined && !isKnown) {
    throw recordInvalid('requester', 'Requester: Name: is too short (minimum one character)');
  }
  return endUser(zendesk, { name: name ?? email, email }).id;
}

function change(ticket: Ticket, fields: TicketFields) {
  ticket.subject = fields.subject ?? ticket.subject;
  ticket.status = fields.status ?? ticket.status;
  if (fields.requester_id !== undefined) ticket.requesterId = fields.requester_id;
  if (fields.priority !== undefined) ticket.priority = fields.priority;
  if (fields.type !== undefined) ticket.type = fields.type;
  if (fields.assignee_id !== undefined) ticket.assigneeId = fields.assignee_id;
  if (fields.group_id !== undefined) ticket.groupId = fields.group_id;
  if (fields.brand_id !== undefined) ticket.brandId = fields.brand_id;
  if (fields.organization_id !== undefined) ticket.organizationId = fields.organization_id;
  if (fields.ticket_form_id !== undefined) ticket.ticketFormId = fields.ticket_form_id;
  if (fields.external_id !== undefined) ticket.externalId = fields.external_id;
  if (fields.tags) ticket.tags = tags(fields.tags);
  for (const { id, value } of fields.custom_fields ?? []) ticket.customFields.set(id, value);
}

/** `safe_update` asks for a 409 when somebody else was faster. */
function requireUntouched(ticket: Ticket, { safe_update, updated_stamp }: TicketFields) {
  if (!safe_update || updated_stamp === undefined) return;
  if (Math.floor(ticket.updatedAt / 1000) !== Math.floor(Date.parse(updated_stamp) / 1000)) {
    throw new SupportRefusal(409, {
      error: 'UpdateConflict',
      description: 'Safe update prevented',
    });
  }
}

/** A comment as it was sent. An upload token is good for one comment. */
function commentOf(zendesk: Zendesk, comment: CommentFields, callerId: number) {
  const tokens = comment.uploads ?? [];
  const files = tokens.flatMap((token): Upload[] => {
    const uploaded = zendesk.uploads.get(token);
    if (!uploaded) throw recordInvalid('uploads', `Upload ${token} is not known`);
    return uploaded;
  });
  for (const token of tokens) zendesk.uploads.delete(token);
  return {
    authorId: comment.author_id ?? callerId,
    body: comment.body ?? (comment.html_body ?? '').replaceAll(/<[^>]*>/g, ''),
    htmlBody: comment.html_body,
    isPublic: comment.public ?? true,
    files,
  };
}
