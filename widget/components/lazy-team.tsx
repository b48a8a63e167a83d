import type { Chat } from '../chat-type.ts';
import { loadTexts } from '../language.ts';
import { lazy } from './lazy.tsx';
import { teamPart } from './lazy-parts.tsx';
import type { NoticeLineProps } from './NoticeLine.tsx';
import type { PersonNodeProps } from './PersonNode.tsx';
import type { View } from './view.ts';

type Props = { chat: Chat };

export const NoticeLine = lazy<NoticeLineProps>(async () => (await teamPart()).NoticeLine);
export const PersonNode = lazy<PersonNodeProps>(async () => (await teamPart()).PersonNode);
export const TypingRow = lazy<Props & { view: View }>(async () => (await teamPart()).TypingRow);
export const PersonCards = lazy<Props & { view: View }>(async () => {
  const [part] = await Promise.all([teamPart(), loadTexts('later')]);
  return part.PersonCards;
});
