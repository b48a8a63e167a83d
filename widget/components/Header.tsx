import type { Chat } from '../chat-type.ts';
import { Icon } from '../icons.tsx';
import { t } from '../translate.ts';
import { HandoffButton } from './HandoffButton.tsx';
import { Menu } from './Menu.tsx';
import { initials } from './notice-text.ts';
import type { View } from './view.ts';

/** Who is speaking, and the ways out: to a person, to more, to the page. */
export function Header({ chat, view }: { chat: Chat; view: View }) {
  const isUnavailable = chat.state.value === 'unavailable';
  return (
    <header class="header">
      <Speaker chat={chat} />
      {!isUnavailable && <HandoffButton chat={chat} />}
      <div class="actions">
        {!isUnavailable && <Menu chat={chat} view={view} />}
        <button
          type="button"
          class="icon-button"
          part="close-button"
          aria-label={t('chat.close')}
          onClick={() => chat.close()}
        >
          <Icon name="close" />
        </button>
      </div>
    </header>
  );
}

function Speaker({ chat }: { chat: Chat }) {
  const state = chat.state.value;
  const settings = chat.settings.value;
  if (state === 'human') return <PersonSpeaker name={chat.conversation.value.agent?.name} />;
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
        <Icon name="spark" />
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

/** `name` is undefined when a person left it to somebody else, and empty when Zendesk gave none. */
function PersonSpeaker({ name }: { name: string | undefined }) {
  return (
    <div class="speaker">
      <span class="avatar person" aria-hidden="true">
        {name ? initials(name) : <Icon name="person" />}
      </span>
      <div>
        <h2>{name ? <bdi>{name}</bdi> : t('role.team')}</h2>
        <p>
          {name !== undefined && <span class="tag person">{t('role.person.tag')}</span>}
          {name && t('role.team')}
        </p>
      </div>
    </div>
  );
}
