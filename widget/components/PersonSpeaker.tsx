import { Icon, personIcon } from '../icons.tsx';
import { t } from '../translate.ts';
import { initials } from './initials.ts';

/**
 * A person at the top of the panel. `name` is undefined when a person left it to somebody else, and empty when Zendesk
 * gave none.
 */
export function PersonSpeaker({ name }: { name: string | undefined }) {
  return (
    <div class="speaker">
      <span class="avatar person" aria-hidden="true">
        {name ? initials(name) : <Icon path={personIcon} />}
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
