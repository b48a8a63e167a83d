import { messagesOf } from '../conversation/status.ts';
import type { GiveFeedback, GiveRating } from '../protocol/routes.ts';
import type { Decision } from './conversations.ts';
import { Refusal } from './refusal.ts';

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

/** Keeps how a chat with a person was: once, after its end. */
export function giveRating({ handoffId, score }: GiveRating): Decision {
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
    return { events: [{ key: `rating:${handoffId}`, event }] };
  };
}
