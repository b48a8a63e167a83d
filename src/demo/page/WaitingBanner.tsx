import type { ReadonlySignal } from '@preact/signals';
import { duration } from './duration.ts';
import { Icon } from './Icon.tsx';
import type { Ticket } from './snapshot.ts';

type Props = { ticket: Ticket; now: ReadonlySignal<number>; onAccept(): void };

export function WaitingBanner({ ticket, now, onAccept }: Props) {
  const name = <bdi>{ticket.requester.name}</bdi>;
  return (
    <div class="waiting-banner">
      <Icon name="clock" />
      <div>
        <p>
          <strong>
            {name} has waited {duration(now.value - ticket.createdAt)}
          </strong>
        </p>
        <p>Handed over by the AI assistant. Your first reply tells {name} that you have joined.</p>
      </div>
      <button type="button" class="primary" onClick={onAccept}>
        Accept
      </button>
    </div>
  );
}
