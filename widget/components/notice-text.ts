import type { Conversation, Notice } from '../../src/protocol/conversation.ts';
import type { TextKey, Values } from '../translate.ts';
import type { ActivityLine } from './activity-line.ts';
import { firstName } from './first-name.ts';

export type Sentence = [key: TextKey, values?: Values];

/** A line of the system: what happened, then what it means. */
type NoticeText = { lead: Sentence; text?: Sentence };

/** Only what is known is said: a person without a name is "a person from the support team". Null: nothing to say. */
export function noticeText(
  notice: Notice | ActivityLine,
  facts: { assistant: string; shared: Conversation['shared'] },
): NoticeText | null {
  const { assistant, shared } = facts;
  switch (notice.type) {
    case 'shared': {
      const withoutSummary = shared?.handoffId === notice.handoffId && shared.summary === null;
      return {
        lead: ['notice.shared.lead'],
        text: [withoutSummary ? 'notice.shared.text.chat' : 'notice.shared.text'],
      };
    }
    case 'cancelled':
      return { lead: ['notice.cancelled.lead'], text: ['notice.cancelled.text', { assistant }] };
    case 'joined':
      if (!notice.agent) return { lead: ['notice.joined.unnamed'] };
      return {
        lead: ['notice.joined.lead', { agent: notice.agent }],
        text: ['notice.joined.text', { firstName: firstName(notice.agent) }],
      };
    case 'passed':
      // Where a name is hidden, all that can be said is who is there now.
      if (!notice.from || !notice.to)
        return noticeText({ type: 'joined', agent: notice.to }, facts);
      return { lead: ['notice.passed', { from: notice.from, to: notice.to }] };
    case 'left':
      return {
        lead: notice.agent
          ? ['notice.left.lead', { agent: notice.agent }]
          : ['notice.left.unnamed'],
        text: ['notice.left.text'],
      };
    case 'ended':
      return { lead: ended(notice), text: ['notice.back', { assistant }] };
    case 'ticket-closed':
      return { lead: ['notice.closed'] };
    case 'continues-by-email':
      return { lead: ['notice.by-email'] };
    case 'ended-by-customer':
      return { lead: ['notice.ended.customer'] };
    case 'removed':
      return { lead: ['notice.removed'] };
    default:
      return unknownNotice(notice);
  }
}

/** The number of the ticket that a line is about. It stands at the end of a chat, or else where the chat was shared. */
export function ticketNumber(
  notice: Notice | ActivityLine,
  { entries, tickets }: Pick<Conversation, 'entries' | 'tickets'>,
): string | undefined {
  if (notice.type === 'ended') return notice.handoffId && tickets[notice.handoffId];
  if (notice.type !== 'shared') return undefined;
  const { handoffId } = notice;
  const isAtEnd = entries.some(
    (entry) =>
      entry.kind === 'notice' &&
      entry.notice.type === 'ended' &&
      entry.notice.handoffId === handoffId,
  );
  return isAtEnd ? undefined : tickets[handoffId];
}

function ended({ by, agent }: Extract<Notice, { type: 'ended' }>): Sentence {
  if (by === 'customer') return ['notice.ended.customer'];
  if (by === 'timeout') return ['notice.ended.timeout'];
  return agent ? ['notice.ended.agent', { agent }] : ['notice.ended.team'];
}

/** A newer proxy may tell of things that a widget cached yesterday has no words for. */
function unknownNotice(_notice: never): null {
  return null;
}
