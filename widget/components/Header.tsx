import type { Chat } from '../chat-type.ts';
import { Icon, closeIcon, sparkIcon } from '../icons.tsx';
import { t } from '../translate.ts';
import { HandoffButton } from './HandoffButton.tsx';
import { PersonSpeaker } from './lazy-parts.tsx';
import { Menu } from './Menu.tsx';
import type { View } from './view.ts';

/** Who is speaking, and the ways out: to a person, to more, to the page. */
export function Header({ chat, view }: { chat: Chat; view: View }) {
  const isUnavailable = chat.state.value === 'unavailable';
  return (
    <header class="header">
      <Speaker chat={chat} />
      {!isUnavailable && <HandoffButton chat={chat} view={view} />}
      <div class="actions">
        {!isUnavailable && <Menu chat={chat} view={view} />}
        <button
          type="button"
          class="icon-button"
          part="close-button"
          aria-label={t('chat.close')}
          onClick={() => chat.close()}
        >
          <Icon path={closeIcon} />
        </button>
      </div>
    </header>
  );
}

function Speaker({ chat }: { chat: Chat }) {
  const state = chat.state.value;
  const settings = chat.settings.value;
  if (state === 'human') return <PersonSpeaker chat={chat} />;
  if (state === 'unavailable' || !settings) {
    return (
      <div class="speaker">
        <h2>{t('chat.title')}</h2>
      </div>
    );
  }
  return (
    <div class="speaker">
      <span class="avatar" aria-hidden="true">
        <Icon path={sparkIcon} />
      </span>
      <div>
        <h2>
          <bdi>{settings.assistant}</bdi>
        </h2>
        <p>{t(state === 'queued' ? 'role.ai.paused' : 'role.ai')}</p>
      </div>
    </div>
  );
}
