import type { WidgetSettings } from '../../src/protocol/routes.ts';
import { Icon, personIcon } from '../icons.tsx';
import { t } from '../translate.ts';
import { TeamNote } from './lazy-team-note.tsx';

/** Who could take over. Absent when it is not known: nothing is claimed. */
export function TeamStrip({ settings }: { settings: WidgetSettings }) {
  const { team, usualWaitMinutes } = settings;
  if (!settings.handoff || team.state === 'unknown') return null;
  const isMoreKnown = team.state === 'away' ? team.backAt : usualWaitMinutes;
  return (
    <div class={`team ${team.state}`}>
      <span class="team-mark" aria-hidden="true">
        <Icon path={personIcon} small />
      </span>
      <div>
        <b>{team.state === 'away' ? t('team.away') : online(team.count)}</b>
        {isMoreKnown && <TeamNote settings={settings} />}
      </div>
    </div>
  );
}

function online(count: number): string {
  return count === 2 ? t('team.online.two') : t('team.online', { count });
}
