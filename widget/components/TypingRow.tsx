import { useLayoutEffect } from 'preact/hooks';
import type { Chat } from '../chat-type.ts';
import { Icon, personIcon } from '../icons.tsx';
import { Dots } from './AnswerInProgress.tsx';
import { initials } from './initials.ts';
import type { View } from './view.ts';

/** The person is typing: only ever shown when they are. */
export function TypingRow({ chat, view }: { chat: Chat; view: View }) {
  const isTyping = chat.agentTyping.value;
  useLayoutEffect(() => view.scroll?.follow(), [isTyping]);
  if (!isTyping) return null;
  const name = chat.conversation.value.agent?.name;
  return (
    <div class="item agent typing" data-rail="human" aria-hidden="true">
      <span class="node person">{name ? initials(name) : <Icon path={personIcon} small />}</span>
      <div class="bubble">
        <Dots isShown />
      </div>
    </div>
  );
}
