import { canAnswer } from '../../src/conversation/responses.ts';
import { messagesOf } from '../../src/conversation/status.ts';
import type { Action, Message } from '../../src/protocol/message.ts';
import type { Button } from '../../src/protocol/message-content.ts';
import type { Chat } from '../chat-type.ts';
import { t } from '../translate.ts';
import type { View } from './view.ts';
import { wantPerson } from './want-person.ts';

/** The ways on that the newest answer offers; they go when anything follows it. */
export function QuickReplies({ chat, view }: { chat: Chat; view: View }) {
  const offered = offeredActions(chat);
  const asked = askedByTeam(chat);
  if (asked) return <TeamReplies chat={chat} {...asked} />;
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
          <button key={type} type="button" onClick={() => wantPerson(chat, view)}>
            {t('handoff.request')}
          </button>
        ),
      )}
    </fieldset>
  );
}

type Asked = { message: Message; replies: readonly Button[] };

/** What the team's newest message offers to answer. */
function TeamReplies({ chat, message, replies }: Asked & { chat: Chat }) {
  const isSurvey = message.content?.type === 'survey';
  return (
    <fieldset
      class="quick-replies"
      aria-label={(isSurvey && t('rich.survey')) || t('answer.quick-replies')}
    >
      {replies.map(({ id, text }) => (
        <button
          key={id}
          type="button"
          onClick={() => chat.send(text, { messageId: message.id, buttonId: id })}
        >
          <bdi>{text}</bdi>
        </button>
      ))}
    </fieldset>
  );
}

function askedByTeam(chat: Chat): Asked | null {
  const conversation = chat.conversation.value;
  const message = messagesOf(conversation).findLast(({ content }) => content?.type !== 'activity');
  const replies = message?.buttons?.filter(({ type }) => type === 'reply') ?? [];
  const isNewest = chat.unsent.value.length === 0;
  return message && replies.length > 0 && isNewest && canAnswer(conversation, message.id)
    ? { message, replies }
    : null;
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
