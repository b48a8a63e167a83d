import { useLayoutEffect, useRef } from 'preact/hooks';
import type { WidgetSettings } from '../../src/protocol/routes.ts';
import { Icon, personIcon } from '../icons.tsx';
import styles from '../styles/team-strip.css?inline';
import { t } from '../translate.ts';
import { addStyle } from './stylesheets.ts';
import { clockTime, weekdayName } from './times.ts';

export type TeamStripProps = {
  settings: Pick<WidgetSettings, 'handoff' | 'team' | 'usualWaitMinutes'>;
};

/** Who could take over, and how soon. Absent when it is not known: nothing is claimed. */
export function TeamStrip({ settings }: TeamStripProps) {
  const { handoff, team } = settings;
  const place = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    if (place.current) addStyle(place.current, styles);
  }, [team.state]);
  if (!handoff || team.state === 'unknown') return null;
  const note = howSoon(settings);
  return (
    <div ref={place} class={`team ${team.state}`}>
      <span class="team-mark" aria-hidden="true">
        <Icon path={personIcon} small />
      </span>
      <div>
        <b>{team.state === 'away' ? t('team.away') : online(team.count)}</b>
        {note && <span>{note}</span>}
      </div>
    </div>
  );
}

function online(count: number): string {
  return count === 2 ? t('team.online.two') : t('team.online', { count });
}

function howSoon({ team, usualWaitMinutes }: TeamStripProps['settings']): string | null {
  if (team.state === 'online' && usualWaitMinutes !== undefined) {
    return t('team.usual', { count: usualWaitMinutes });
  }
  const backAt = team.state === 'away' ? team.backAt : undefined;
  if (backAt === undefined || Date.parse(backAt) < Date.now()) return null;
  return t('team.back', { weekday: weekdayName(backAt, new Date()), time: clockTime(backAt) });
}
