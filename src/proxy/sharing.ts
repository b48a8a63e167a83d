import { messagesThrough } from '../conversation/messages-through.ts';
import { messagesOf } from '../conversation/status.ts';
import type { Conversation } from '../protocol/conversation.ts';
import type { Message } from '../protocol/message.ts';
import type { Clock } from './clock.ts';
import type { Conversations } from './conversations.ts';

/** How many previews are kept in memory: what a customer has seen is what the team gets. */
const MOST_PREVIEWS = 1_000;
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
  /** What a handoff would share now. Nothing of it is written down. */
  preview(conversation: Conversation): Promise<string | null>;
}

/** Gives the summary of a handoff, and what it would be. */
export function createSharing(
  conversations: Conversations,
  summarize: Summarize,
  clock: Clock,
): Sharing {
  const previews = new Map<string, { last: string; summary: string | null }>();

  const summaryFor: SummaryFor = async (conversation, handoffId, throughSeq) => {
    if (conversation.shared?.handoffId === handoffId) return conversation.shared.summary;
    const messages = messagesThrough(conversation, throughSeq);
    const seen = previews.get(conversation.id);
    const summary = seen?.last === lastOf(messages) ? seen.summary : await inTime(messages);
    const { shared } = await conversations.change(conversation.id, () => ({
      events: [
        {
          key: `shared:${handoffId}`,
          event: { type: 'handoff-shared', handoffId, summary, throughSeq },
        },
      ],
    }));
    return (shared?.handoffId === handoffId ? shared.summary : null) ?? summary;
  };

  async function preview(conversation: Conversation): Promise<string | null> {
    const messages = messagesOf(conversation);
    const summary = await inTime(messages);
    previews.delete(conversation.id);
    previews.set(conversation.id, { last: lastOf(messages), summary });
    const [oldest] = previews.keys();
    if (previews.size > MOST_PREVIEWS && oldest !== undefined) previews.delete(oldest);
    return summary;
  }

  return { summaryFor, preview };

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

function lastOf(messages: readonly Message[]): string {
  return messages.at(-1)?.id ?? '';
}
