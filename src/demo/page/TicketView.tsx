import type { ReadonlySignal } from '@preact/signals';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { canReply, isSolved, isWaiting } from './queue.ts';
import { ReplyBox } from './ReplyBox.tsx';
import type { Ticket } from './snapshot.ts';
import { TicketConversation } from './TicketConversation.tsx';
import { WaitingBanner } from './WaitingBanner.tsx';
import type { TicketAction } from './workspace-api.ts';
import type { Workspace } from './workspace.ts';

type Props = {
  ticket: Ticket;
  agentName: string | undefined;
  workspace: Workspace;
  now: ReadonlySignal<number>;
};

const STATUS_NAMES: Record<Ticket['status'], string> = {
  new: 'New',
  open: 'Open',
  solved: 'Solved',
  closed: 'Closed',
};

export function TicketView({ ticket, agentName, workspace, now }: Props) {
  const heading = useRef<HTMLHeadingElement>(null);
  const reply = useRef<HTMLTextAreaElement>(null);
  const hadAction = useRef(false);
  const { id, subject, status, requester } = ticket;
  const replyable = canReply(ticket);
  const solved = isSolved(ticket);

  // The button that was pressed is gone by now; without this a keyboard would start again at the top of the page. At
  // once: an effect that waits for a frame could take a press made meanwhile for one that was answered.
  useLayoutEffect(() => {
    if (!hadAction.current) return;
    hadAction.current = false;
    (replyable && !solved ? reply.current : heading.current)?.focus();
  }, [replyable, solved]);

  async function act(action: TicketAction): Promise<void> {
    hadAction.current = true;
    if (!(await workspace.act(id, action))) hadAction.current = false;
  }

  return (
    <article class="ticket" aria-labelledby="ticket-subject">
      <header>
        <div>
          <h3 id="ticket-subject" ref={heading} tabIndex={-1}>
            {subject}
          </h3>
          <p>
            #{id} · <bdi>{requester.name}</bdi>
            {requester.email && (
              <>
                {' '}
                · <bdi>{requester.email}</bdi>
              </>
            )}
          </p>
        </div>
        <span class={`chip ${status}`}>{STATUS_NAMES[status]}</span>
        {replyable && (
          <button type="button" onClick={() => void act('end')}>
            End session
          </button>
        )}
        {!solved && !isWaiting(ticket) && (
          <button type="button" onClick={() => void act('solve')}>
            Solve
          </button>
        )}
      </header>
      {isWaiting(ticket) && (
        <WaitingBanner ticket={ticket} now={now} onAccept={() => void act('accept')} />
      )}
      <TicketConversation
        messages={ticket.messages}
        agentName={agentName}
        startsAtEnd={!isWaiting(ticket)}
      />
      <ReplyBox
        boxRef={reply}
        ticket={ticket}
        draft={workspace.drafts.of(ticket)}
        onType={(text) => workspace.drafts.set(ticket, text)}
        onSend={() => void workspace.reply(ticket)}
        onSendOther={(what) => void workspace.send(id, what)}
      />
    </article>
  );
}
