import type { Ticket } from './snapshot.ts';

export type Queue = { waiting: Ticket[]; yours: Ticket[]; solved: Ticket[] };

/** The tickets as an agent works through them: who has waited longest comes first, solved ones newest first. */
export function queueOf(tickets: readonly Ticket[]): Queue {
  const oldestFirst = tickets.toSorted((a, b) => a.createdAt - b.createdAt);
  const open = oldestFirst.filter((ticket) => !isSolved(ticket));
  return {
    waiting: open.filter(({ assignee }) => !assignee),
    yours: open.filter(({ assignee }) => assignee),
    solved: oldestFirst.filter(isSolved).toReversed(),
  };
}

export function isSolved({ status }: Ticket): boolean {
  return status === 'solved' || status === 'closed';
}

/** Somebody sits in the chat and nobody has accepted it. */
export function isWaiting(ticket: Ticket): boolean {
  return ticket.active && !ticket.assignee && !isSolved(ticket);
}

export function canReply(ticket: Ticket): boolean {
  return ticket.active && ticket.assignee !== null;
}

export function isYourTurn(ticket: Ticket): boolean {
  const last = ticket.messages.findLast(({ author }) => author.kind !== 'system');
  return canReply(ticket) && !isSolved(ticket) && last?.author.kind === 'customer';
}
