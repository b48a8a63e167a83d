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
  const name = [subject, `#${id}`, requester.name];
  if (isWaiting(ticket)) name.push(`waiting ${duration(now - createdAt)}`);
  if (isYourTurn(ticket)) name.push('your turn');
  return (
    <button
      type="button"
      aria-label={name.join(', ')}
      aria-current={isSelected}
      onClick={() => onSelect(id)}
    >
      <b>{subject}</b>
      {isWaiting(ticket) && <small class="waited">{duration(now - createdAt, 'narrow')}</small>}
      <small>
        #{id} · <bdi>{requester.name}</bdi>
      </small>
      {isYourTurn(ticket) && <span class="chip turn">Your turn</span>}
    </button>
  );
}
