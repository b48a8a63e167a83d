import { Hono } from 'hono';
import { endUser } from './people.ts';
import type { Ticket } from './records.ts';
import {
  recordInvalid,
  recordNotFound,
  SupportRefusal,
  type SupportEnv,
} from './support-sign-in.ts';
import { cursorPage } from './support-paging.ts';
import { commentAnswer, conversationLog, ticketAnswer } from './ticket-answers.ts';
import {
  readRecord,
  TicketCreate,
  TicketUpdate,
  type CommentFields,
  type TicketFields,
} from './ticket-requests.ts';
import { tags } from './ticket-session.ts';
import { addComment, newTicket } from './tickets.ts';
import type { Zendesk } from './zendesk.ts';

const IDEMPOTENCY_MS = 2 * 60 * 60 * 1000; // Zendesk keeps a key for two hours

/** `/api/v2/tickets`. Paths work with and without `.json`. */
export function ticketsApi(zendesk: Zendesk) {
  const api = new Hono<SupportEnv>();
  const require = (id: string) => {
    const ticket = zendesk.tickets.get(Number(id));
    if (!ticket) throw recordNotFound();
    return ticket;
  };

  api.post('/', async (context) => {
    const text = await context.req.text();
    const key = context.req.header('idempotency-key');
    const kept = key === undefined ? undefined : zendesk.idempotentAnswers.get(key);
    if (kept && kept.at + IDEMPOTENCY_MS > zendesk.clock.now()) {
      if (kept.body !== text) {
        const description = 'The Idempotency-Key was used with another body';
        throw new SupportRefusal(400, { error: 'IdempotentRequestError', description });
      }
      context.header('x-idempotency-lookup', 'hit');
      return context.json(created(require(String(kept.ticketId))), 201);
    }

    const { ticket: fields } = readRecord(text, context, TicketCreate);
    const caller = callerId(context.get('supportCaller'));
    const ticket = createTicket(zendesk, fields, caller);
    if (key !== undefined) {
      const at = zendesk.clock.now();
      zendesk.idempotentAnswers.set(key, { body: text, ticketId: ticket.id, at });
      context.header('x-idempotency-lookup', 'miss');
    }
    context.header('location', `${zendesk.origin}/api/v2/tickets/${ticket.id}.json`);
    return context.json(created(ticket), 201);
  });

  const created = (ticket: Ticket) => ({
    ticket: ticketAnswer(zendesk, ticket),
    audit: {
      id: ticket.id * 1000,
      ticket_id: ticket.id,
      events: ticket.entries.flatMap((entry) =>
        entry.kind === 'comment' ? [commentAnswer(entry)] : [],
      ),
    },
  });

  api.get('/', (context) => {
    const externalId = context.req.query('external_id');
    const listed = [...zendesk.tickets.values()].filter(
      (ticket) => externalId === undefined || ticket.externalId === externalId,
    );
    const { items, paging } = cursorPage(listed, context.req.url, zendesk.origin);
    const tickets = items.map((ticket) => ticketAnswer(zendesk, ticket));
    return context.json({ tickets, ...paging });
  });

  api.get('/:id', (context) =>
    context.json({ ticket: ticketAnswer(zendesk, require(context.req.param('id'))) }),
  );

  api.put('/:id', async (context) => {
    const ticket = require(context.req.param('id'));
    const { ticket: fields } = readRecord(await context.req.text(), context, TicketUpdate);
    if (ticket.status === 'closed') {
      throw recordInvalid('status', 'Status: closed prevents ticket update');
    }
    requireUntouched(ticket, fields);
    change(ticket, fields);
    ticket.tags = tags([...ticket.tags, ...(fields.additional_tags ?? [])]).filter(
      (tag) => !fields.remove_tags?.includes(tag),
    );
    ticket.updatedAt = zendesk.clock.now();
    const caller = callerId(context.get('supportCaller'));
    if (fields.comment) addComment(zendesk, ticket, commentOf(fields.comment, caller));
    zendesk.changed();
    const added = fields.comment ? ticket.entries.at(-1) : undefined;
    return context.json({
      ticket: ticketAnswer(zendesk, ticket),
      audit: {
        id: zendesk.ids.nextNumber(),
        ticket_id: ticket.id,
        events: added?.kind === 'comment' ? [commentAnswer(added)] : [],
      },
    });
  });

  api.get('/:id/comments', (context) => {
    const comments = require(context.req.param('id')).entries.flatMap((entry) =>
      entry.kind === 'comment' ? [commentAnswer(entry)] : [],
    );
    const ordered = context.req.query('sort')?.startsWith('-') ? comments.toReversed() : comments;
    const { items, paging } = cursorPage(ordered, context.req.url, zendesk.origin);
    return context.json({ comments: items, ...paging });
  });

  api.get('/:id/conversation_log', (context) => {
    const events = conversationLog(zendesk, require(context.req.param('id')));
    const { items, paging } = cursorPage(events, context.req.url, zendesk.origin);
    return context.json({ events: items, ...paging });
  });

  /** `ChatStartedEvent` leads from a ticket back to its conversation. */
  api.get('/:id/audits', (context) => {
    const { id, conversationId } = require(context.req.param('id'));
    const started = { id: 1, type: 'ChatStartedEvent', value: { conversation_id: conversationId } };
    const audits = [{ id: id * 1000, ticket_id: id, events: conversationId ? [started] : [] }];
    return context.json({ audits, next_page: null, count: audits.length });
  });

  return api;
}

function createTicket(
  zendesk: Zendesk,
  fields: (typeof TicketCreate)['_output']['ticket'],
  callerId: number,
): Ticket {
  const source = fields.via_followup_source_id;
  if (source !== undefined && zendesk.tickets.get(source)?.status !== 'closed') {
    throw recordInvalid('via_followup_source_id', 'Source is not a closed ticket');
  }
  const comment = commentOf(fields.comment, callerId);
  const ticket = newTicket(zendesk, {
    subject: fields.subject ?? comment.body.slice(0, 80),
    requesterId: requesterId(zendesk, fields, callerId),
    entries: [],
  });
  change(ticket, fields);
  addComment(zendesk, ticket, comment);
  return ticket;
}

/** Without a requester the owner of the credentials becomes it. */
function requesterId(
  zendesk: Zendesk,
  fields: (typeof TicketCreate)['_output']['ticket'],
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

function commentOf(comment: CommentFields, callerId: number) {
  return {
    authorId: comment.author_id ?? callerId,
    body: comment.body ?? (comment.html_body ?? '').replaceAll(/<[^>]*>/g, ''),
    htmlBody: comment.html_body,
    isPublic: comment.public ?? true,
  };
}

function callerId(caller: SupportEnv['Variables']['supportCaller']): number {
  if (caller.role === 'anonymous') throw recordNotFound();
  return caller.id;
}
