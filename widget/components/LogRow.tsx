import { useComputed, type Signal } from '@preact/signals';
import type { Chat } from '../chat-type.ts';
import { Icon, sparkIcon } from '../icons.tsx';
import { t } from '../translate.ts';
import { AnswerFailure } from './AnswerFailure.tsx';
import type { LogItem } from './log-items.ts';
import { Rating } from './lazy-rating.tsx';
import { NoticeLine } from './lazy-team.tsx';
import { MessageGroup } from './MessageGroup.tsx';
import { dayName } from './times.ts';
import type { View } from './view.ts';

type LogRowProps = { item: LogItem; chat: Chat; view: View; current: Signal<string | null> };

export function LogRow({ item, chat, view, current }: LogRowProps) {
  switch (item.kind) {
    case 'day':
      return <p class="day">{dayName(item.at, new Date())}</p>;
    case 'new':
      return (
        <p class="new-line" data-new="">
          <span>{t('log.new')}</span>
        </p>
      );
    case 'notice':
      return (
        <>
          <NoticeLine chat={chat} view={view} item={item} />
          <RatingAfter chat={chat} view={view} notice={item.notice} />
        </>
      );
    case 'failure':
      return (
        <div class="item ai-agent" data-rail={item.rail}>
          <span class="node" aria-hidden="true">
            <Icon path={sparkIcon} small />
          </span>
          <AnswerFailure chat={chat} view={view} replyTo={item.replyTo} canRetry={item.canRetry} />
        </div>
      );
    default:
      return <MessageGroup chat={chat} view={view} item={item} current={current} />;
  }
}

type RatingAfterProps = {
  chat: Chat;
  view: View;
  notice: Extract<LogItem, { kind: 'notice' }>['notice'];
};

/** How the chat with a person was is asked until the next one begins; that it was rated stays. */
function RatingAfter({ chat, view, notice }: RatingAfterProps) {
  const handoffId = notice.type === 'ended' ? notice.handoffId : undefined;
  const isWanted = useComputed(() => {
    const { handoff, ratings } = chat.conversation.value;
    if (handoffId === undefined) return false;
    return handoffId in ratings || (handoff.state === 'ended' && handoff.id === handoffId);
  });
  if (notice.type !== 'ended' || handoffId === undefined || !isWanted.value) return null;
  return <Rating chat={chat} view={view} handoffId={handoffId} agent={notice.agent ?? ''} />;
}
