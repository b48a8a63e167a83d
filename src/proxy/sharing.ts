import { messagesOf, messagesThrough } from '../conversation/status.ts';
import type { Conversation } from '../protocol/conversation.ts';
import type { Message } from '../protocol/message.ts';
import type { Clock } from './clock.ts';
import type { Conversations } from './conversations.ts';

/** A handoff does not wait longer than this for its summary. */
const SUMMARY_MS = 5_000;

/** The summary of a handoff that shares the messages up to `throughSeq`. */
export type SummaryFor = (
  conversation: Conversation,
  handoffId: string,
  throughSeq: number,
) => Promise<string | null>;

export type Summarize = (messages: readonly Message[], signal: AbortSignal) => Promise<string>;

export interface Sharing {
  /** Made once and written down before anybody gets it, so that a repeat posts the same words; null if none could be made in time. */
  summaryFor: SummaryFor;
  /** What a handoff would share now. Nothing is kept of it. */
  preview(conversation: Conversation): Promise<string | null>;
}

/** Gives the summary of a handoff, and what it would be. */
export function createSharing(
  conversations: Conversations,
  summarize: Summarize,
  clock: Clock,
): Sharing {
  const summaryFor: SummaryFor = async (conversation, handoffId, throughSeq) => {
    if (conversation.shared?.handoffId === handoffId) return conversation.shared.summary;
    const summary = await inTime(messagesThrough(conversation, throughSeq));
    const { shared } = await conversations.change(conversation.id, () => ({
      events: [
        {
          key: `shared:${handoffId}`,
          event: { type: 'handoff-shared', handoffId, summary, throughSeq },
        },
      ],
    }));
    return shared?.summary ?? summary;
  };

  return { summaryFor, preview: (conversation) => inTime(messagesOf(conversation)) };

  async function inTime(messages: readonly Message[]): Promise<string | null> {
    const patience = new AbortController();
    const cancel = clock.setTimeout(() => patience.abort(), SUMMARY_MS);
    try {
      return (await summarize(messages, patience.signal)) || null;
    } catch {
      // A missing summary is no reason to keep a customer from a person.
      return null;
    } finally {
      cancel();
    }
  }
}
