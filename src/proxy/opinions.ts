import { messagesOf } from '../conversation/status.ts';
import type { GiveFeedback, GiveRating } from '../protocol/routes.ts';
import type { Decision } from './conversations.ts';
import { Refusal } from './refusal.ts';
import { note } from './rows.ts';

const BEST = 5;

/** Keeps what the customer thinks of an answer of the AI agent. They may change their mind. */
export function giveFeedback({ id, messageId, helpful, reason }: GiveFeedback): Decision {
  return (conversation) => {
    const answer = messagesOf(conversation).find((message) => message.id === messageId);
    if (answer?.author.kind !== 'ai-agent') {
      throw new Refusal('not-found', 'There is no such answer');
    }
    const event = {
      type: 'feedback-given' as const,
      messageId,
      helpful,
      ...(reason && { reason }),
    };
    return { events: [{ key: `feedback:${id}`, event }] };
  };
}

/**
 * Keeps how a chat with a person was: once, after its end. With `at` the team reads it in a note on the ticket.
 */
export function giveRating({ handoffId, score }: GiveRating, at: string | null): Decision {
  return ({ entries, ratings }) => {
    const isOver = entries.some(
      (entry) =>
        entry.kind === 'notice' &&
        entry.notice.type === 'ended' &&
        entry.notice.handoffId === handoffId,
    );
    if (!isOver) throw new Refusal('not-found', 'There is no such chat that is over');
    if (handoffId in ratings) return {};
    const event = { type: 'rating-given' as const, handoffId, score };
    const text = `The customer rated this chat ${score} out of ${BEST}.`;
    return {
      events: [{ key: `rating:${handoffId}`, event }],
      rows: at === null ? [] : [note(handoffId, 'rating', { at, text })],
    };
  };
}
