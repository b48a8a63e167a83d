import { useRef } from 'preact/hooks';
import type { Chat } from '../chat-type.ts';
import { FailureCard } from './FailureCard.tsx';
import { TicketCard } from './TicketCard.tsx';
import { useTeamStyles } from './use-team-styles.ts';
import type { View } from './view.ts';
import { QueueCard, RequestCard } from './WaitingCards.tsx';

type Props = { chat: Chat; view: View };

/** How far the customer is on the way to a person. */
export function PersonCards(props: Props) {
  const place = useRef<HTMLDivElement>(null);
  useTeamStyles(place);
  return (
    <div ref={place}>
      <Card {...props} />
    </div>
  );
}

function Card({ chat, view }: Props) {
  const state = chat.state.value;
  const { handoff } = chat.conversation.value;
  if (state === 'requesting') return <RequestCard chat={chat} view={view} />;
  if (handoff.state === 'waiting') {
    return state === 'queued' ? <QueueCard chat={chat} view={view} waiting={handoff} /> : null;
  }
  const isUnsent = chat.problem.value?.type === 'handoff-not-sent';
  if (isUnsent || (handoff.state === 'failed' && isLatest(chat, handoff.at))) {
    return <FailureCard chat={chat} view={view} />;
  }
  return handoff.state === 'ticket' && isLatest(chat, handoff.at) ? (
    <TicketCard chat={chat} view={view} ticket={handoff} />
  ) : null;
}

/** Nothing was said since: what happened then is told until the chat goes on without it. */
function isLatest(chat: Chat, at: string): boolean {
  const last = chat.conversation.value.entries.findLast((entry) => entry.kind === 'message');
  return chat.unsent.value.length === 0 && (!last || last.message.at <= at);
}
