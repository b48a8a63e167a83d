import { loadTexts } from '../language.ts';
import { lazy } from './lazy.tsx';
import type { TeamNoteProps } from './TeamNote.tsx';

export const TeamNote = lazy<TeamNoteProps>(async () => {
  const [part] = await Promise.all([import('./TeamNote.tsx'), loadTexts('later')]);
  return part.TeamNote;
});
