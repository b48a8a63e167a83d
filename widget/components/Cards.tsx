import { useLayoutEffect, useRef } from 'preact/hooks';
import type { Chat } from '../chat-type.ts';
import styles from '../styles/conversation.css?inline';
import { QueueCard, RequestCard } from './lazy-team.tsx';
import { ProblemCard } from './ProblemCard.tsx';
import { QuickReplies } from './QuickReplies.tsx';
import { addStyle } from './stylesheets.ts';
import type { View } from './view.ts';

/** What is to be known or decided now, above the text field. */
export function Cards({ chat, view }: { chat: Chat; view: View }) {
  const state = chat.state.value;
  const place = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    if (place.current) addStyle(place.current, styles);
  }, []);
  // On a very low screen the cards scroll with the log, which does not see them come.
  useLayoutEffect(() => view.scroll?.follow());
  return (
    <div ref={place}>
      <ProblemCard chat={chat} />
      {state === 'requesting' && <RequestCard chat={chat} />}
      {state === 'queued' && <QueueCard chat={chat} />}
      <QuickReplies chat={chat} view={view} />
    </div>
  );
}
