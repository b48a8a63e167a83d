import { isOpen } from '../../src/conversation/status.ts';
import type { Chat } from '../chat-type.ts';
import { t } from '../translate.ts';
import type { View } from './view.ts';
import { wantPerson } from './want-person.ts';

type AnswerFailureProps = { chat: Chat; view: View; replyTo: string; canRetry: boolean };

/** An answer that did not come, and the two ways on while nothing else has been said. */
export function AnswerFailure({ chat, view, replyTo, canRetry }: AnswerFailureProps) {
  return (
    <div class="failure">
      <p>{t('answer.failed')}</p>
      {canRetry && !isOpen(chat.conversation.value.handoff) && (
        <div class="row">
          <button type="button" class="button small" onClick={() => chat.answerAgain(replyTo)}>
            {t('answer.again')}
          </button>
          {chat.canHandOff.value && (
            <button type="button" class="button small quiet" onClick={() => wantPerson(chat, view)}>
              {t('handoff.request')}
            </button>
          )}
        </div>
      )}
    </div>
  );
}
