import { Hono } from 'hono';
import type { Ticket } from './records.ts';
import { cursorPage } from './support-paging.ts';
import { recordNotFound, SupportRefusal, type SupportEnv } from './support-sign-in.ts';
import { commentAnswer, conversationLog, ticketAnswer } from './ticket-answers.ts';
import { createTicket, updateTicket } from './ticket-changes.ts';
import { readRecord, TicketCreate, TicketUpdate } from './ticket-requests.ts';
import type { Zendesk } from './zendesk.ts';

const IDEMPOTENCY_MS = 2 * 60 * 60 * 1000; // Zendesk keeps a key for two hours

/** `/api/v2/tickets` */
export function ticketsApi(zendesk: Zendesk) {
  const api = new Hono<SupportEnv>();

  const ticketOf = (id: string | number) => {
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
      return context.json(created(ticketOf(kept.ticketId)), 201);
    }

    const { ticket: fields } = readRecord(text, context, TicketCreate);
    const ticket = createTicket(zendesk, fields, callerId(context.get('supportCaller')));
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
    audit: { id: ticket.id * 1000, ticket_id: ticket.id, events: comments(ticket) },
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
    context.json({ ticket: ticketAnswer(zendesk, ticketOf(context.req.param('id'))) }),
  );

  api.put('/:id', async (context) => {
    const ticket = ticketOf(context.req.param('id'));
    const { ticket: fields } = readRecord(await context.req.text(), context, TicketUpdate);
    const caller = callerId(context.get('supportCaller'));
    const commentId = updateTicket(zendesk, ticket, fields, caller);
    return context.json({
      ticket: ticketAnswer(zendesk, ticket),
      audit: {
        id: zendesk.ids.nextNumber(),
        ticket_id: ticket.id,
        events: comments(ticket).filter(({ id }) => id === commentId),
      },
    });
  });

  api.get('/:id/comments', (context) => {
    const listed = comments(ticketOf(context.req.param('id')));
    const isNewestFirst = context.req.query('sort')?.startsWith('-');
    const ordered = isNewestFirst ? listed.toReversed() : listed;
    const { items, paging } = cursorPage(ordered, context.req.url, zendesk.origin);
    return context.json({ comments: items, ...paging });
  });

  api.get('/:id/conversation_log', (context) => {
    const events = conversationLog(zendesk, ticketOf(context.req.param('id')));
    const { items, paging } = cursorPage(events, context.req.url, zendesk.origin);
    return context.json({ events: items, ...paging });
  });

  /** `ChatStartedEvent` leads from a ticket back to its conversation. */
  api.get('/:id/audits', (context) => {
    const { id, conversationId } = ticketOf(context.req.param('id'));
    const started = { id: 1, type: 'ChatStartedEvent', value: { conversation_id: conversationId } };
    const audits = [{ id: id * 1000, ticket_id: id, events: conversationId ? [started] : [] }];
    return context.json({ audits, next_page: null, count: audits.length });
  });

  return api;
}

function comments({ entries }: Ticket) {
  return entries.flatMap((entry) => (entry.kind === 'comment' ? [commentAnswer(entry)] : []));
}

function callerId(caller: SupportEnv['Variables']['supportCaller']): number {
  if (caller.role === 'anonymous') throw recordNotFound();
  return caller.id;
}
