import { duration } from './duration.ts';
import { isWaiting, isYourTurn, type Queue } from './queue.ts';
import type { Ticket } from './snapshot.ts';

type Props = {
  queue: Queue;
  selectedId: string | undefined;
  now: number;
  onSelect(ticketId: string): void;
};

export function TicketQueue({ queue, selectedId, now, onSelect }: Props) {
  const groups = [
    { name: 'Waiting', tickets: queue.waiting },
    { name: 'Yours', tickets: queue.yours },
    { name: 'Solved', tickets: queue.solved },
  ];
  return (
    <nav class="queue" aria-label="Tickets">
      {groups.map(({ name, tickets }) => (
        <section key={name}>
          <h3>
            {name} <span>{tickets.length}</span>
          </h3>
          {tickets.length > 0 && (
            <ul>
              {tickets.map((ticket) => (
                <li key={ticket.id}>
                  <TicketRow
                    ticket={ticket}
                    isSelected={ticket.id === selectedId}
                    now={now}
                    onSelect={onSelect}
                  />
                </li>
              ))}
            </ul>
          )}
        </section>
      ))}
    </nav>
  );
}

type RowProps = {
  ticket: Ticket;
  isSelected: boolean;
  now: number;
  onSelect(ticketId: string): void;
};

function TicketRow({ ticket, isSelected, now, onSelect }: RowProps) {
  const { id, subject, requester, createdAt } = ticket;
  const waitedMs = isWaiting(ticket) ? now - createdAt : null;
  const isTurn = isYourTurn(ticket);
  const spoken = [subject, `#${id}`, requester.name];
  if (waitedMs !== null) spoken.push(`waiting ${duration(waitedMs)}`);
  if (isTurn) spoken.push('your turn');
  return (
    <button type="button" aria-current={isSelected} onClick={() => onSelect(id)}>
      <span class="unseen">{spoken.join(', ')}</span>
      <span class="row" aria-hidden="true">
        <b>{subject}</b>
        {waitedMs !== null && <small class="waited">{duration(waitedMs, 'narrow')}</small>}
        <small>
          #{id} · <bdi>{requester.name}</bdi>
        </small>
        {isTurn && <span class="chip turn">Your turn</span>}
      </span>
    </button>
  );
}
