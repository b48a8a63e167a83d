import { useLayoutEffect, useRef } from 'preact/hooks';
import type { Chat } from '../chat-type.ts';
import styles from '../styles/conversation.css?inline';
import { PersonCards } from './lazy-team.tsx';
import { ProblemCard } from './ProblemCard.tsx';
import { QuickReplies } from './QuickReplies.tsx';
import { addStyle } from './stylesheets.ts';
import { useSpokenWish } from './use-spoken-wish.ts';
import type { View } from './view.ts';

/** What is to be known or decided now, above the text field. */
export function Cards({ chat, view }: { chat: Chat; view: View }) {
  const place = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    if (place.current) addStyle(place.current, styles);
  }, []);
  useSpokenWish(chat, view);
  // On a very low screen the cards scroll with the log, which does not see them come.
  useLayoutEffect(() => view.scroll?.follow());
  return (
    <div ref={place}>
      <ProblemCard chat={chat} />
      {isAboutPerson(chat) && <PersonCards chat={chat} view={view} />}
      <QuickReplies chat={chat} view={view} />
    </div>
  );
}

/** The customer is on the way to a person, or it led somewhere else. */
function isAboutPerson(chat: Chat): boolean {
  const { state } = chat.conversation.value.handoff;
  return (
    chat.state.value === 'requesting' ||
    chat.problem.value?.type === 'handoff-not-sent' ||
    !['ai', 'live', 'ended'].includes(state)
  );
}
