import { isOpen } from '../conversation/status.ts';
import type { OutboxRow } from '../store/store.ts';
import type { ZendeskError } from '../zendesk/zendesk-error.ts';
import type { Conversations } from './conversations.ts';
import { failHandoff, handoffIdOf, handoffOver, undelivered } from './handoff.ts';
import type { Outcome } from './transition.ts';

/** A revoked key may be replaced: it is tried again at this pace, and nothing is thrown away. */
const REVOKED_MS = 5 * 60_000;

/**
 * What becomes of a row that Zendesk refused. On the way to the agents, the handoff has failed. Later, revoked
 * credentials make it wait, and anything else makes this one message undeliverable: the customer sees which one. Without
 * a conversation at Zendesk, or with a full one, the chat with the agent is over.
 */
export async function refused(
  conversations: Conversations,
  row: OutboxRow,
  { status }: ZendeskError,
  at: string,
): Promise<Outcome> {
  const handoffId = handoffIdOf(row);
  const { handoff } = await conversations.load(row.conversationId);
  if (!isOpen(handoff) || handoff.id !== handoffId) return { type: 'refused' };
  if (handoff.state === 'requested') {
    await conversations.change(row.conversationId, failHandoff(handoffId, at, 'refused'));
    return { type: 'refused' };
  }
  if (status === 401 || status === 403) return { type: 'later', afterMs: REVOKED_MS };
  if (row.kind === 'post-message') {
    await conversations.change(row.conversationId, () => ({ events: undelivered(row) }));
    if (status === 404 || status === 423) {
      await conversations.change(row.conversationId, handoffOver(handoffId, at, 'timeout'));
    }
  }
  return { type: 'refused' };
}
