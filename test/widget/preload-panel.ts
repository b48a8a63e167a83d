import * as parts from '../../widget/components/lazy-parts.tsx';
import { TeamNote } from '../../widget/components/lazy-team-note.tsx';
import * as team from '../../widget/components/lazy-team.tsx';

/** Fetches every part of the panel that comes in a file of its own, as a customer has them after a moment. */
export async function preloadPanel(): Promise<void> {
  const { teamPart: _load, ...lazy } = { ...parts, ...team, TeamNote };
  await Promise.all(Object.values(lazy).map((part) => part.preload()));
}
