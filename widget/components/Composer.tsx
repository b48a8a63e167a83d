import { useId, useLayoutEffect, useRef } from 'preact/hooks';
import { messagesOf } from '../../src/conversation/status.ts';
import type { Chat, ChatState } from '../chat-type.ts';
import { isComposing } from '../focus.ts';
import { Icon, sendIcon } from '../icons.tsx';
import { t } from '../translate.ts';
import { firstName } from './first-name.ts';
import type { View } from './view.ts';

/** From this share of the limit on, the characters are counted. */
const COUNTED_FROM = 0.9;
/** Keys that a touch keyboard does not have. */
const HARDWARE_KEY = /^(Arrow|Tab|Escape|Control|Alt|Meta|Page|Home|End|F\d)/;

/** The text field and its send button. What is typed is the chat's draft and survives everything. */
export function Composer({ chat, view }: { chat: Chat; view: View }) {
  const field = useRef<HTMLTextAreaElement>(null);
  const hasHardwareKeys = useRef(false);
  const id = useId();
  const state = chat.state.value;
  const draft = chat.draft.value;
  const limit = chat.settings.value?.messageCharacters ?? Infinity;
  const canSend =
    draft.trim() !== '' &&
    draft.length <= limit &&
    state !== 'unavailable' &&
    chat.problem.value?.type !== 'expired';

  useLayoutEffect(() => {
    view.composer.current = field.current;
    return () => {
      view.composer.current = null;
    };
  }, []);
  useLayoutEffect(() => {
    if (field.current) growWithText(field.current);
  }, [draft]);

  function send() {
    if (!canSend) return;
    chat.send();
    field.current?.focus();
  }

  function onKeyDown(event: KeyboardEvent) {
    if (HARDWARE_KEY.test(event.key)) hasHardwareKeys.current = true;
    if (event.key !== 'Enter' || event.shiftKey || isComposing(event)) return;
    if (!hasHardwareKeys.current && matchMedia('(pointer: coarse)').matches) return;
    event.preventDefault();
    send();
  }

  return (
    <form
      class="composer"
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <textarea
        ref={field}
        part="composer"
        rows={1}
        aria-label={t('composer.name')}
        aria-describedby={`${id}about ${id}count`}
        placeholder={placeholder(chat, state)}
        disabled={state === 'unavailable'}
        // An empty field has no direction of its own, or its placeholder would get the wrong one.
        dir={draft ? 'auto' : undefined}
        value={draft}
        onInput={(event) => {
          chat.draft.value = event.currentTarget.value;
        }}
        onKeyDown={onKeyDown}
      />
      <span id={`${id}about`} class="visually-hidden">
        {description(chat, state)}
      </span>
      <div class="composer-row">
        <span id={`${id}count`} class={draft.length > limit ? 'count over' : 'count'}>
          {draft.length > limit
            ? t('composer.too-long', { count: limit })
            : draft.length >= limit * COUNTED_FROM &&
              t('composer.used', { used: draft.length, limit })}
        </span>
        <button
          type="submit"
          class="send"
          part="send"
          aria-label={t('composer.send')}
          aria-disabled={canSend ? undefined : 'true'}
        >
          <Icon path={sendIcon} />
        </button>
      </div>
    </form>
  );
}

/** Where the browser does not grow a field with its text by itself. */
function growWithText(field: HTMLTextAreaElement) {
  if (typeof CSS === 'undefined' || CSS.supports('field-sizing', 'content')) return;
  field.style.blockSize = 'auto';
  field.style.blockSize = `${field.scrollHeight}px`;
}

function placeholder(chat: Chat, state: ChatState): string {
  switch (state) {
    case 'unavailable':
      return t('composer.unavailable');
    case 'requesting':
    case 'queued':
      return t('composer.add');
    case 'human': {
      const name = firstName(chat.conversation.value.agent?.name ?? '');
      return name ? t('composer.reply', { firstName: name }) : t('composer.reply.team');
    }
    case 'ended':
      return t('composer.ask-else', { assistant: chat.settings.value?.assistant ?? '' });
    default:
      return t('composer.ask');
  }
}

/** What a screen reader says of the chat when the focus comes to the field. */
function description(chat: Chat, state: ChatState): string {
  const assistant = chat.settings.value?.assistant;
  const count = messagesOf(chat.conversation.value).length;
  const agent = chat.conversation.value.agent?.name;
  if (state === 'human' && agent) return t('chat.description.person', { agent, count });
  return assistant ? t('chat.description.ai', { assistant, count }) : '';
}
