import type { Chat } from '../chat-type.ts';
import { Icon } from '../icons.tsx';
import { t } from '../translate.ts';
import { usePassed } from './use-passed.ts';

const SLOW_MS = 8000;

/** One press to a person, in every state of the AI agent. While the request is on its way it stays in place, busy. */
export function HandoffButton({ chat }: { chat: Chat }) {
  const isRequesting = chat.state.value === 'requesting';
  const isSlow = usePassed(isRequesting ? chat.handoffSince.value : null, SLOW_MS);
  if (chat.settings.value?.handoff !== true) return null;
  if (!isRequesting && !chat.canHandOff.value) return null;
  const busy = isSlow ? t('handoff.connecting.slow') : t('handoff.connecting');
  return (
    <button
      type="button"
      class="pill handoff"
      part="handoff-button"
      data-testid="handoff"
      aria-disabled={isRequesting ? 'true' : undefined}
      onClick={() => {
        if (!isRequesting) chat.requestHandoff();
      }}
    >
      <Icon name="person" small />
      {isRequesting ? busy : t('handoff.request')}
    </button>
  );
}
