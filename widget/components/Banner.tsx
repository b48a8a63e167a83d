import { useEffect } from 'preact/hooks';
import type { Chat } from '../chat-type.ts';
import { Icon, offlineIcon, sentIcon, warningIcon } from '../icons.tsx';
import { t } from '../translate.ts';
import type { View } from './view.ts';

/** What is the matter with the connection, above everything else. It is said once; the banner itself is silent. */
export function Banner({ chat, view }: { chat: Chat; view: View }) {
  const connection = chat.connection.value;
  useEffect(() => {
    if (connection === 'offline' || connection === 'back') view.say(t(`problem.${connection}`));
  }, [connection]);
  if (chat.state.value === 'unavailable') {
    return (
      <div class="banner" part="connection">
        <Icon path={warningIcon} small />
        <span>{t('problem.unavailable')}</span>
        <button type="button" class="link" onClick={() => chat.boot()}>
          {t('problem.retry')}
        </button>
      </div>
    );
  }
  if (connection === 'connected') return null;
  return (
    <output class={`banner ${connection}`} part="connection" aria-live="off">
      <Icon path={connection === 'back' ? sentIcon : offlineIcon} small />
      <span>{t(`problem.${connection}`)}</span>
      {connection === 'reconnecting' && (
        <button type="button" class="link" onClick={() => chat.reconnect()}>
          {t('problem.reconnect')}
        </button>
      )}
    </output>
  );
}
