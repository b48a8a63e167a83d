import type { Chat } from '../chat-type.ts';
import { lazy } from './lazy.tsx';
import { teamPart } from './lazy-parts.tsx';
import type { NoticeLineProps } from './NoticeLine.tsx';
import type { PersonNodeProps } from './PersonNode.tsx';
import type { View } from './view.ts';

type Props = { chat: Chat };

export const NoticeLine = lazy<NoticeLineProps>(async () => (await teamPart()).NoticeLine);
export const PersonNode = lazy<PersonNodeProps>(async () => (await teamPart()).PersonNode);
export const TypingRow = lazy<Props & { view: View }>(async () => (await teamPart()).TypingRow);
export const RequestCard = lazy<Props>(async () => (await teamPart()).RequestCard);
export const QueueCard = lazy<Props>(async () => (await teamPart()).QueueCard);
