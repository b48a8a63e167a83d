import type { Chat } from '../chat-type.ts';
import { Icon, personIcon } from '../icons.tsx';
import { t } from '../translate.ts';
import { Connecting } from './lazy-parts.tsx';
import type { View } from './view.ts';
import { wantPerson } from './want-person.ts';

/** One press to a person, in every state of the AI agent. While the request is on its way it stays in place, busy. */
export function HandoffButton({ chat, view }: { chat: Chat; view: View }) {
  const isRequesting = chat.state.value === 'requesting';
  if (!isRequesting && !chat.canHandOff.value) return null;
  return (
    <button
      type="button"
      class="pill handoff"
      part="handoff-button"
      data-testid="handoff"
      aria-disabled={isRequesting ? 'true' : undefined}
      onClick={() => {
        if (!isRequesting) wantPerson(chat, view);
      }}
    >
      <Icon path={personIcon} small />
      {isRequesting ? (
        <span class="steady">
          <span aria-hidden="true">{t('handoff.request')}</span>
          <span>
            <Connecting chat={chat} />
          </span>
        </span>
      ) : (
        t('handoff.request')
      )}
    </button>
  );
}
