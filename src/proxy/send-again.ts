import { isOpen, messagesOf } from '../conversation/status.ts';
import type { NewOutboxRow, OutboxRow, OutboxState } from '../store/store.ts';
import type { OutboxDecision } from './conversations.ts';
import { relay } from './handoff.ts';
import { NOT_PASSED_ON } from './file-rows.ts';
import { handoffIdOf, restOf } from './rows.ts';

/** What became of a row that will never reach the agents. */
const LOST: readonly OutboxState[] = ['failed', 'cancelled'];
const DONE: readonly OutboxState[] = [...LOST, 'sent'];

/**
 * The customer sends a message again that did not reach the agents: the parts of it that they do not have get new rows,
 * behind everything that waits. A repeat finds nothing that failed, and changes nothing.
 */
export function sendAgain(messageId: string): OutboxDecision {
  return {
    withOutbox(conversation, outbox) {
      const { handoff, failures, seq } = conversation;
      const message = messagesOf(conversation).find(({ id }) => id === messageId);
      if (!message || !isOpen(handoff) || failures[messageId] !== 'delivery') return {};
      const parts = relay(conversation, message).map((row) => ({
        row,
        tries: outbox.filter((other) => isTryOf(row, other)),
      }));
      // A row that is still under way may be the one that is about to fail.
      if (parts.some(({ tries }) => tries.some(({ state }) => !DONE.includes(state)))) return {};
      const isLost = ({ row: { kind }, tries }: (typeof parts)[number]) => {
        const last = tries.at(-1);
        if (!last) return false;
        return (
          LOST.includes(last.state) || (kind === 'upload-file' && last.result === NOT_PASSED_ON)
        );
      };
      // What was posted in place of a file is posted again with it.
      const lost = new Set(parts.filter(isLost).map(({ row }) => row.key));
      return {
        events: [
          {
            key: `retried:${messageId}:${seq}`,
            event: { type: 'message-retried', id: messageId },
          },
        ],
        rows: parts.flatMap(({ row, tries }) => {
          // Without a row of its own it stands among the earlier messages that the agents got together.
          if (tries.length === 0 || !lost.has(row.key)) return [];
          return [{ ...row, key: `${row.key}/r${tries.length + 1}` }];
        }),
      };
    },
  };
}

/** Whether a row has brought, or tried to bring, the same part of the same message to the same handoff. */
function isTryOf(row: NewOutboxRow, other: OutboxRow): boolean {
  return (
    other.kind === row.kind &&
    handoffIdOf(other) === handoffIdOf(row) &&
    restOf(other).replace(/\/r\d+$/, '') === restOf(row)
  );
}
