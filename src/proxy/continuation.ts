import { isOpen } from '../conversation/status.ts';
import type { NewOutboxRow, OutboxRow } from '../store/store.ts';
import type { OutboxDecision } from './conversations.ts';
import { handoffOver, undelivered } from './handoff.ts';
import { posts } from './file-rows.ts';
import { handoffIdOf, isRow, post, restOf, step, type PostBody } from './rows.ts';

const CONTINUED =
  'Continued\n\nThe beginning of this chat is in an earlier ticket of this customer.';

/**
 * Zendesk no longer takes messages for the conversation that this row belongs to: it was deleted there, or is full. What
 * the agents have not got goes to them in another one, behind a line that says so; the customer notices a short delay.
 * Where the agents had not got the conversation, what was posted to it is lost as well, and the chat with them is over.
 */
export function continueElsewhere(row: OutboxRow, at: string, assistant: string): OutboxDecision {
  const handoffId = handoffIdOf(row);
  return {
    withOutbox(conversation, outbox) {
      const { handoff } = conversation;
      if (!isOpen(handoff) || handoff.id !== handoffId) return {};
      const made = outbox.filter(isRow('ensure-conversation', handoffId));
      const since = made.at(-1)?.position ?? 0;
      // This was decided already, and the process died before the row said so.
      if (since > row.position) return {};

      const posts = outbox.filter(isRow('post-message', handoffId));
      const isTheirs = outbox.some(
        (other) =>
          isRow('pass-control', handoffId)(other) &&
          other.position > since &&
          other.result !== null,
      );
      if (!isTheirs) {
        const over = handoffOver(handoffId, at, 'timeout').withOutbox(conversation, outbox);
        const missed = posts.filter(({ position }) => position > since).flatMap(undelivered);
        return { ...over, events: [...(over.events ?? []), ...missed] };
      }
      const unsent = posts.filter(
        ({ position, state }) => position === row.position || state === 'pending',
      );
      return {
        cancelPending: true,
        rows: secondWay({ handoffId, assistant, unsent, round: made.length + 1 }),
      };
    },
  };
}

/** The way to the agents once more, with what they have not got. */
function secondWay(way: {
  handoffId: string;
  assistant: string;
  unsent: readonly OutboxRow[];
  round: number;
}): NewOutboxRow[] {
  const { handoffId, assistant, unsent, round } = way;
  const key = `${handoffId}:${round}`;
  const author = { type: 'business' as const, name: assistant };

  return [
    step('ensure-user', key),
    step('ensure-conversation', key),
    step('take-control', key),
    post(handoffId, 'continued', { author, text: CONTINUED }, round),
    ...unsent.flatMap((row) => {
      const body: PostBody = JSON.parse(row.body);
      return posts(handoffId, restOf(row), body, round);
    }),
    step('pass-control', key),
    step('offer-control', key),
  ];
}
