import { useRef } from 'preact/hooks';
import { messagesOf } from '../../src/conversation/status.ts';
import type { Chat } from '../chat-type.ts';
import { Icon, personIcon } from '../icons.tsx';
import { t } from '../translate.ts';
import { initials } from './initials.ts';
import { Avatar } from './rich/lazy-rich.tsx';
import { useTeamStyles } from './use-team-styles.ts';

/**
 * The person at the top of the panel: nobody when one left it to somebody else, somebody without a name where Zendesk
 * gave none.
 */
export function PersonSpeaker({ chat }: { chat: Chat }) {
  const place = useRef<HTMLDivElement>(null);
  useTeamStyles(place);
  const { agent } = chat.conversation.value;
  const name = agent?.name;
  return (
    <div ref={place} class="speaker">
      <span class="avatar person" aria-hidden="true">
        <Face chat={chat} />
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

function Face({ chat }: { chat: Chat }) {
  const conversation = chat.conversation.value;
  const { name = '', avatarUrl } = conversation.agent ?? {};
  const own = messagesOf(conversation).find(
    ({ author }) => author.kind === 'agent' && author.avatarUrl === avatarUrl,
  );
  if (avatarUrl && own) {
    return <Avatar chat={chat} name={name} url={avatarUrl} messageId={own.id} />;
  }
  return <>{name ? initials(name) : <Icon path={personIcon} />}</>;
}
