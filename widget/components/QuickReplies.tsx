import type { Action, Message } from '../../src/protocol/message.ts';
import type { Chat } from '../chat-type.ts';
import { t } from '../translate.ts';
import type { View } from './view.ts';

/** The ways on that the newest answer offers; they go when anything follows it. */
export function QuickReplies({ chat, view }: { chat: Chat; view: View }) {
  const offered = offeredActions(chat);
  if (offered.length === 0) return null;

  function askAgain() {
    const question = lastQuestion(chat);
    if (!chat.draft.value.trim() && question) chat.draft.value = question.body;
    const field = view.composer.current;
    field?.focus();
    // The field gets its text with the next drawing.
    requestAnimationFrame(() => field?.select());
  }

  return (
    <fieldset class="quick-replies" aria-label={t('answer.quick-replies')}>
      {offered.map(({ type }) =>
        type === 'ask-again' ? (
          <button key={type} type="button" onClick={askAgain}>
            {t('answer.ask-again')}
          </button>
        ) : (
          <button key={type} type="button" onClick={() => chat.requestHandoff()}>
            {t('handoff.request')}
          </button>
        ),
      )}
    </fieldset>
  );
}

function offeredActions(chat: Chat): readonly Action[] {
  const newest = chat.conversation.value.entries.at(-1);
  const isOver = chat.unsent.value.length > 0 || chat.answer.value !== null;
  if (newest?.kind !== 'message' || isOver) return [];
  const { actions = [] } = newest.message;
  return actions.filter(({ type }) => type === 'ask-again' || chat.canHandOff.value);
}

function lastQuestion(chat: Chat): Message | undefined {
  const asked = chat.conversation.value.entries.findLast(
    (entry) => entry.kind === 'message' && entry.message.author.kind === 'customer',
  );
  return asked?.kind === 'message' ? asked.message : undefined;
}
