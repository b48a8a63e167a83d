import type { Handoff } from '../../src/protocol/handoff.ts';
import type { Chat } from '../chat-type.ts';
import { rich, t } from '../translate.ts';
import { ticketText } from './queue-text.ts';
import type { View } from './view.ts';

type TicketCardProps = {
  chat: Chat;
  view: View;
  ticket: Extract<Handoff, { state: 'ticket' }>;
};

/** A request that the team answers by e-mail. Without an address it can still be given one. */
export function TicketCard({ chat, view, ticket }: TicketCardProps) {
  const { title, text } = ticketText(ticket);
  return (
    <fieldset class="card" part="ticket" aria-label={t(...title)}>
      <h3>{t(...title)}</h3>
      <p>{rich(...text)}</p>
      {!ticket.email && chat.settings.value?.tickets && (
        <div class="row">
          <button type="button" class="button small" onClick={() => (view.dialog.value = 'email')}>
            {t('email.title')}
          </button>
        </div>
      )}
    </fieldset>
  );
}
