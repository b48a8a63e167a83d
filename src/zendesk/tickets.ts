import { z } from 'zod';
import type { Ask } from './request.ts';

/** An end-user, found by e-mail or made. */
export type Requester = { name: string; email: string };

export type NewTicket = {
  subject: string;
  /** Plain text; the first comment, which only the team sees. */
  note: string;
  tags: readonly string[];
  /** Ours. Zendesk does not keep it unique. */
  externalId: string;
  /** Without one the ticket is that of whoever owns the credentials. */
  requester?: Requester;
};

export type TicketChange = {
  subject?: string;
  /** Plain text, added as an internal note. */
  note?: string;
  requester?: Requester;
};

/** Tickets of the Support API. Their ids are their numbers. Errors are `ZendeskError`. */
export interface TicketsApi {
  /** The same key gives the same ticket, as long as everything else is the same too and no two hours have passed. */
  create(ticket: NewTicket, idempotencyKey: string): Promise<{ id: string }>;
  /** The first ticket with this external id. Not subject to the search's index. */
  byExternalId(externalId: string): Promise<{ id: string } | null>;
  /** The first ticket with this tag. A new one is found after seconds to minutes. */
  byTag(tag: string): Promise<{ id: string } | null>;
  change(id: string, change: TicketChange): Promise<void>;
  /** The newest internal notes, up to a hundred. */
  notes(id: string): Promise<string[]>;
}

/** Longer ones are refused. */
const MAX_SUBJECT = 150;

const Ticket = z.object({ id: z.number().transform(String) });
const TicketAnswer = z.object({ ticket: Ticket });
const TicketList = z.object({ tickets: z.array(Ticket) });
const FoundTickets = z.object({ results: z.array(Ticket) });
const CommentList = z.object({
  comments: z.array(
    z.object({ public: z.boolean(), plain_body: z.string().nullish(), body: z.string().nullish() }),
  ),
});

/** `ask` must be signed in with leave to write. */
export function ticketsApi({ origin, ask }: { origin: string; ask: Ask }): TicketsApi {
  const tickets = `${origin}/api/v2/tickets`;

  return {
    async create({ subject, note, tags, externalId, requester }, idempotencyKey) {
      const { ticket } = await ask({
        operation: 'make a ticket',
        method: 'POST',
        url: tickets,
        idempotencyKey,
        body: {
          ticket: {
            subject: short(subject),
            comment: { body: note, public: false },
            tags,
            external_id: externalId,
            ...(requester && { requester }),
          },
        },
        answer: TicketAnswer,
      });
      return ticket;
    },

    async byExternalId(externalId) {
      const query = new URLSearchParams({ external_id: externalId });
      const { tickets: found } = await ask({
        operation: 'look for a ticket',
        method: 'GET',
        url: `${tickets}?${query}`,
        answer: TicketList,
      });
      return found[0] ?? null;
    },

    async byTag(tag) {
      const query = new URLSearchParams({
        query: `type:ticket tags:${tag}`,
        // A follow-up inherits the tags of the ticket that it follows.
        sort_by: 'created_at',
        sort_order: 'asc',
      });
      const { results } = await ask({
        operation: 'look for a ticket',
        method: 'GET',
        url: `${origin}/api/v2/search?${query}`,
        answer: FoundTickets,
      });
      return results[0] ?? null;
    },

    async change(id, { subject, note, requester }) {
      await ask({
        operation: 'change a ticket',
        method: 'PUT',
        url: `${tickets}/${encodeURIComponent(id)}`,
        body: {
          ticket: {
            ...(subject !== undefined && { subject: short(subject) }),
            ...(note !== undefined && { comment: { body: note, public: false } }),
            ...(requester && { requester }),
          },
        },
        answer: TicketAnswer,
      });
    },

    async notes(id) {
      const query = new URLSearchParams({ 'page[size]': '100', sort: '-created_at' });
      const { comments } = await ask({
        operation: 'show the notes of a ticket',
        method: 'GET',
        url: `${tickets}/${encodeURIComponent(id)}/comments?${query}`,
        answer: CommentList,
      });
      return comments.flatMap(({ public: isPublic, plain_body, body }) =>
        isPublic ? [] : [plain_body ?? body ?? ''],
      );
    },
  };
}

function short(subject: string): string {
  return subject.length <= MAX_SUBJECT
    ? subject
    : `${subject.slice(0, MAX_SUBJECT - 1).toWellFormed()}…`;
}
