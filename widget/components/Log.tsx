import { useRef } from 'preact/hooks';
import type { Chat } from '../chat-type.ts';
import { t } from '../translate.ts';
import { LogButtons, Thread } from './lazy-parts.tsx';
import type { View } from './view.ts';
import { Welcome } from './Welcome.tsx';

/** The conversation. It scrolls by itself, and is one Tab stop. */
export function Log({ chat, view }: { chat: Chat; view: View }) {
  const log = useRef<HTMLDivElement>(null);
  // A chat that is being restored is not greeted as a new one.
  const isEmpty =
    chat.conversation.value.entries.length + chat.unsent.value.length === 0 &&
    chat.state.value !== 'ai';
  return (
    <div class="log-frame">
      <div
        ref={log}
        class="log"
        part="log"
        role="log"
        aria-live="off"
        aria-label={t('log.name')}
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- scrolled with the keyboard
        tabIndex={0}
      >
        <div class="thread">
          {isEmpty ? <Welcome chat={chat} /> : <Thread chat={chat} view={view} log={log} />}
        </div>
      </div>
      {!isEmpty && <LogButtons chat={chat} view={view} />}
    </div>
  );
}
