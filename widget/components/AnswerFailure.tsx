import type { Chat } from '../chat-type.ts';
import { t } from '../translate.ts';

type AnswerFailureProps = { chat: Chat; replyTo: string; canRetry: boolean };

/** An answer that did not come, and the two ways on while nothing else has been said. */
export function AnswerFailure({ chat, replyTo, canRetry }: AnswerFailureProps) {
  return (
    <div class="failure">
      <p>{t('answer.failed')}</p>
      {canRetry && chat.canHandOff.value && (
        <div class="row">
          <button type="button" class="button small" onClick={() => chat.answerAgain(replyTo)}>
            {t('answer.again')}
          </button>
          {chat.settings.value?.handoff && (
            <button type="button" class="button small quiet" onClick={() => chat.requestHandoff()}>
              {t('handoff.request')}
            </button>
          )}
        </div>
      )}
    </div>
  );
}
