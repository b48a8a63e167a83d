import type { Chat } from '../chat-type.ts';
import { t } from '../translate.ts';

/** Under the text field while the AI agent answers. */
export function FootNote({ chat }: { chat: Chat }) {
  const state = chat.state.value;
  const settings = chat.settings.value;
  if (!settings || state === 'queued' || state === 'human' || state === 'unavailable') {
    return <p class="foot-note" />;
  }
  return (
    <p class="foot-note">
      {t('composer.mistakes')}{' '}
      {settings.privacyUrl && (
        <a href={settings.privacyUrl} target="_blank" rel="noopener noreferrer">
          {t('privacy')} <span class="visually-hidden">{t('link.new-tab')}</span>
        </a>
      )}
    </p>
  );
}
