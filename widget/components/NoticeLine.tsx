import { useRef } from 'preact/hooks';
import type { Chat } from '../chat-type.ts';
import { HandoffMark } from '../conversation-icons.tsx';
import { rich, t } from '../translate.ts';
import type { LogItem } from './log-items.ts';
import { noticeText, ticketNumber } from './notice-text.ts';
import { clockTime, fullTime } from './times.ts';
import { useTeamStyles } from './use-team-styles.ts';
import type { View } from './view.ts';

/** An event younger than this happens before the customer's eyes. */
const LIVE_MS = 5000;

export type NoticeLineProps = {
  chat: Chat;
  view: View;
  item: Extract<LogItem, { kind: 'notice' }>;
};

/** What happened to the chat, as a line on the thread. */
export function NoticeLine({ chat, view, item }: NoticeLineProps) {
  const { notice, rail, at } = item;
  const { shared } = chat.conversation.value;
  const place = useRef<HTMLDivElement>(null);
  useTeamStyles(place);
  const isLive = useRef(Date.now() - Date.parse(at) < LIVE_MS).current;
  const assistant = chat.settings.value?.assistant ?? '';
  const text = noticeText(notice, { assistant, shared });
  if (!text) return null;
  const number = ticketNumber(notice, chat.conversation.value);
  const isShared = notice.type === 'shared' && shared?.handoffId === notice.handoffId;
  const isClosing = notice.type === 'joined' && isLive;
  return (
    <div ref={place} class={isClosing ? 'item notice closing' : 'item notice'} data-rail={rail}>
      {notice.type === 'shared' ? (
        <span class="node mark" aria-hidden="true">
          <HandoffMark />
        </span>
      ) : (
        <span class="node hollow" aria-hidden="true" />
      )}
      <p>
        <b>{rich(...text.lead)}</b> {text.text && rich(...text.text)}{' '}
        {isShared && (
          <button type="button" class="link" onClick={() => (view.dialog.value = 'shared')}>
            {t('notice.shared.see')}
          </button>
        )}
        {notice.type === 'ended' && (
          <time dateTime={at} title={fullTime(at)}>
            {clockTime(at)}
          </time>
        )}
        {number && (
          <>
            {notice.type === 'ended' && ' · '}
            {rich('notice.ticket', { id: number })}
          </>
        )}
      </p>
    </div>
  );
}
