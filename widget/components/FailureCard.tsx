import type { Chat } from '../chat-type.ts';
import { t } from '../translate.ts';
import type { View } from './view.ts';
import { wantPerson } from './want-person.ts';

/** A request that did not get to the team. Nothing is lost, and there is another way. */
export function FailureCard({ chat, view }: { chat: Chat; view: View }) {
  return (
    <div class="card problem">
      <p>{t('handoff.failed')}</p>
      <div class="row">
        <button type="button" class="button small" onClick={() => wantPerson(chat, view)}>
          {t('answer.again')}
        </button>
        {chat.settings.value?.tickets && (
          <button
            type="button"
            class="button small quiet"
            onClick={() => (view.dialog.value = 'email')}
          >
            {t('email.title')}
          </button>
        )}
      </div>
    </div>
  );
}
