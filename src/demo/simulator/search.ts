import type { Ticket } from './records.ts';
import type { Zendesk } from './zendesk.ts';

/** Tickets that fit a Support search query. A new ticket is found only after the index caught up. */
export function searchTickets(zendesk: Zendesk, query: string): Ticket[] {
  const indexedUntil = zendesk.clock.now() - zendesk.faults.searchLagMs;
  const terms = [...query.matchAll(/(?:([\w]+)(:|<|>))?("[^"]*"|\S+)/g)].map(
    ([, key, , value = '']) => ({ key, value: value.replaceAll('"', '').toLowerCase() }),
  );
  return [...zendesk.tickets.values()]
    .filter((ticket) => ticket.createdAt <= indexedUntil)
    .filter((ticket) => terms.every(({ key, value }) => fits(zendesk, ticket, key, value)));
}

function fits(zendesk: Zendesk, ticket: Ticket, key: string | undefined, value: string): boolean {
  if (key === undefined) return `${ticket.id} ${ticket.subject}`.toLowerCase().includes(value);
  const fieldId = key.match(/^custom_field_(\d+)$/)?.[1];
  if (fieldId !== undefined) {
    const held = ticket.customFields.get(Number(fieldId));
    return typeof held === 'string' && held.toLowerCase() === value;
  }
  switch (key) {
    case 'type':
      return value === 'ticket';
    case 'tags':
      return ticket.tags.includes(value);
    case 'external_id':
      return ticket.externalId?.toLowerCase() === value;
    case 'status':
      return ticket.status === value;
    case 'subject':
      return ticket.subject.toLowerCase().includes(value);
    case 'requester': {
      const requester = zendesk.people.get(ticket.requesterId);
      return requester?.email?.toLowerCase() === value || String(requester?.id) === value;
    }
    default:
      return false;
  }
}
