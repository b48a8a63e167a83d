import type { Message } from '../../src/protocol/message.ts';

/** What Zendesk tells of the chat by a message that nobody wrote; it stands in the log as a line. */
export type ActivityLine = { type: 'ticket-closed' | 'continues-by-email' | 'ended-by-customer' };

/** Null for a message of somebody, and for an activity that has only its own words. */
export function activityLine({ content }: Message): ActivityLine | null {
  return content?.type === 'activity' && content.activity !== 'other'
    ? { type: content.activity }
    : null;
}
