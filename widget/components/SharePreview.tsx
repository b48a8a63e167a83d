import { useEffect, useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { messagesOf } from '../../src/conversation/status.ts';
import type { Chat } from '../chat-type.ts';
import { t } from '../translate.ts';
import { SharedMessages } from './SharedMessages.tsx';
import type { View } from './view.ts';

/** As much as the proxy takes. */
const LONGEST_SUMMARY = 2000;

/** What the team will get, before it does. The summary can be put into the customer's own words. */
export function SharePreview({ chat, view }: { chat: Chat; view: View }) {
  const messages = messagesOf(chat.conversation.value);
  return messages.length === 0 ? null : (
    <div class="shared">
      <Summary chat={chat} view={view} />
      <SharedMessages messages={messages} />
    </div>
  );
}

/** The summary in the customer's own words, if they changed it in this conversation. */
export function ownSummary(chat: Chat, view: View): string | undefined {
  const { summary } = view.typed.value;
  return summary?.conversationId === chat.conversation.value.id ? summary.text : undefined;
}

type Made = 'not-yet' | { text: string | null };

/** Absent where none can be made: the team gets the chat itself. */
function Summary({ chat, view }: { chat: Chat; view: View }) {
  const id = useId();
  const [made, setMade] = useState<Made>('not-yet');
  useEffect(() => {
    chat.previewSummary().then(
      (text) => setMade({ text }),
      () => setMade({ text: null }),
    );
  }, []);
  const own = ownSummary(chat, view);

  function write(text: string | null) {
    const summary = text === null ? null : { conversationId: chat.conversation.value.id, text };
    view.typed.value = { ...view.typed.value, summary };
  }

  const text = made === 'not-yet' ? null : made.text;
  if (own === undefined && made !== 'not-yet' && text === null) return null;
  return (
    <section>
      <div class="shared-top">
        <h3 id={id}>{t('shared.summary')}</h3>
        {own === undefined && text !== null && (
          <button type="button" class="link" onClick={() => write(text)}>
            {t('person.edit')}
          </button>
        )}
      </div>
      {own === undefined ? (
        <p class="plain" dir="auto">
          {text ?? t('media.loading')}
        </p>
      ) : (
        <Editor
          labelId={id}
          text={own}
          write={write}
          // Words that were all taken away are not missing, they are ours again.
          leave={() => own.trim() === '' && write(null)}
        />
      )}
    </section>
  );
}

type EditorProps = { labelId: string; text: string; write(text: string): void; leave(): void };

function Editor({ labelId, text, write, leave }: EditorProps) {
  const field = useRef<HTMLTextAreaElement>(null);
  // Whoever pressed the button that is gone now wants to write.
  useLayoutEffect(() => field.current?.focus(), []);
  return (
    <textarea
      ref={field}
      rows={4}
      maxLength={LONGEST_SUMMARY}
      aria-labelledby={labelId}
      dir="auto"
      value={text}
      onInput={({ currentTarget }) => write(currentTarget.value)}
      onBlur={leave}
    />
  );
}
