import { isOpen } from '../conversation/status.ts';
import type { OutboxKind, OutboxRow } from '../store/store.ts';
import { isKeyRefused } from '../zendesk/pace.ts';
import type { ZendeskError } from '../zendesk/zendesk-error.ts';
import { continueElsewhere } from './continuation.ts';
import type { Conversations } from './conversations.ts';
import { failHandoff, handoffOver, isGoodbye, missedThem, undelivered } from './handoff.ts';
import { handoffIdOf } from './rows.ts';
import type { Outcome } from './transition.ts';

type RefusedOptions = {
  conversations: Conversations;
  /** Our key, which was accepted before, is not any more. */
  onKeyRefused(): void;
  assistant: string;
  now: () => number;
};

/** Deleted, and full. */
const UNUSABLE: readonly (number | null)[] = [404, 423];
/** Without these the agents do not have the conversation. */
const WAY: readonly OutboxKind[] = [
  'ensure-user',
  'ensure-conversation',
  'take-control',
  'pass-control',
];
const POSTS: readonly OutboxKind[] = ['upload-file', 'post-message'];
/** Soon enough: while the key is refused nothing leaves anyway. */
const WAIT_MS = 1_000;

/**
 * What becomes of a row that Zendesk refused. A handoff that is still on its way has failed. Later, a refused key makes
 * everything wait until it is accepted again; a conversation that is deleted or full is continued in another one; and
 * anything else makes this one message undeliverable: the customer sees which, and those behind it go on.
 */
export function createRefused({ conversations, onKeyRefused, assistant, now }: RefusedOptions) {
  return async function refused(row: OutboxRow, error: ZendeskError): Promise<Outcome> {
    const id = row.conversationId;
    const handoffId = handoffIdOf(row);
    const at = new Date(now()).toISOString();
    const { handoff } = await conversations.load(id);
    const isTheirs = isOpen(handoff) && handoff.id === handoffId;

    if (isTheirs && handoff.state === 'requested') {
      await conversations.change(id, failHandoff(handoffId, at, 'refused'));
    } else if (isKeyRefused(error) && (isTheirs || isGoodbye(row))) {
      onKeyRefused();
      return { type: 'later', afterMs: WAIT_MS };
    } else if (!isTheirs) {
      await conversations.change(id, missedThem(row));
    } else if (POSTS.includes(row.kind) && UNUSABLE.includes(error.status)) {
      await conversations.change(id, continueElsewhere(row, at, assistant));
    } else if (WAY.includes(row.kind)) {
      await conversations.change(id, handoffOver(handoffId, at, 'timeout'));
    } else {
      await conversations.change(id, () => ({ events: undelivered(row) }));
    }
    return { type: 'refused' };
  };
}
