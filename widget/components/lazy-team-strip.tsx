import { loadTexts } from '../language.ts';
import { lazy } from './lazy.tsx';
import type { TeamStripProps } from './TeamStrip.tsx';

/** Only where it has something to say. */
export const TeamStrip = lazy<TeamStripProps>(
  async () => {
    const [part] = await Promise.all([import('./TeamStrip.tsx'), loadTexts('later')]);
    return part.TeamStrip;
  },
  undefined,
  ({ settings }) => settings.handoff && settings.team.state !== 'unknown',
);
