import type { WidgetSettings } from '../../src/protocol/routes.ts';
import { t } from '../translate.ts';
import { clockTime, weekdayName } from './times.ts';

export type TeamNoteProps = { settings: Pick<WidgetSettings, 'team' | 'usualWaitMinutes'> };

/** How soon somebody answers, as far as that is known. */
export function TeamNote({ settings: { team, usualWaitMinutes } }: TeamNoteProps) {
  if (team.state === 'online' && usualWaitMinutes !== undefined) {
    return <span>{t('team.usual', { count: usualWaitMinutes })}</span>;
  }
  const backAt = team.state === 'away' ? team.backAt : undefined;
  if (backAt === undefined || Date.parse(backAt) < Date.now()) return null;
  return (
    <span>
      {t('team.back', { weekday: weekdayName(backAt, new Date()), time: clockTime(backAt) })}
    </span>
  );
}
