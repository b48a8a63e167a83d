import { useLayoutEffect, useRef } from 'preact/hooks';
import { AiSummary } from './AiSummary.tsx';
import { ClockTime } from './ClockTime.tsx';
import type { TicketMessage } from './snapshot.ts';
import { summaryOf } from './summary.ts';

type Props = {
  messages: readonly TicketMessage[];
  agentName: string | undefined;
  /** A chat that was read before is shown from its end, a new one from the summary on. */
  startsAtEnd: boolean;
};

/** How far from its end a log may be and still follow what arrives, px. */
const PINNED_WITHIN = 64;

export function TicketConversation({ messages, agentName, startsAtEnd }: Props) {
  const log = useRef<HTMLDivElement>(null);
  const isPinned = useRef(startsAtEnd);
  const summary = summaryOf(messages);
  const turns = messages.filter(({ id }) => summary?.hasMore || id !== summary?.message.id);

  // Who has scrolled up keeps their place, until they write something themselves.
  useLayoutEffect(() => {
    if (!log.current) return;
    const last = messages.at(-1)?.author;
    const isOwn = last?.kind === 'agent' && last.name === agentName;
    if (isPinned.current || isOwn) log.current.scrollTop = log.current.scrollHeight;
    isPinned.current = isAtEnd(log.current);
  }, [messages.length]);

  return (
    <div
      ref={log}
      class="log"
      role="log"
      aria-label="Ticket conversation"
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be within reach of the keyboard
      tabIndex={0}
      onScroll={({ currentTarget }) => (isPinned.current = isAtEnd(currentTarget))}
    >
      {summary && <AiSummary summary={summary} />}
      {turns.map((message) => (
        <Turn key={message.id} message={message} agentName={agentName} />
      ))}
    </div>
  );
}

function isAtEnd({ scrollHeight, scrollTop, clientHeight }: HTMLElement): boolean {
  return scrollHeight - scrollTop - clientHeight <= PINNED_WITHIN;
}

function Turn({ message, agentName }: { message: TicketMessage; agentName: string | undefined }) {
  const { at, author, text, internal, deleted } = message;
  const isOwn = author.kind === 'agent' && author.name === agentName;
  return (
    <div class={`turn ${author.kind}`}>
      <div>
        <b>{isOwn ? 'You' : <bdi>{author.name}</bdi>}</b>{' '}
        {author.kind === 'ai' && <span class="tag">AI</span>}
        {internal && <span class="tag">Internal note</span>}
        <ClockTime at={at} />
      </div>
      <p dir="auto">{deleted ? <em>This message was deleted.</em> : text}</p>
    </div>
  );
}
