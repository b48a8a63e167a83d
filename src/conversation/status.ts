import type { Conversation } from '../protocol/conversation.ts';
import type { Handoff, HandoffState } from '../protocol/handoff.ts';
import type { Message } from '../protocol/message.ts';

/** A handoff that is on its way, waiting or with an agent. */
export type OpenHandoff = Extract<Handoff, { state: 'requested' | 'waiting' | 'live' }>;

const OPEN: readonly HandoffState[] = ['requested', 'waiting', 'live'];

/** From the request to the end of a handoff the AI agent is silent. */
export function isOpen(handoff: Handoff): handoff is OpenHandoff {
  return OPEN.includes(handoff.state);
}

/** The messages in the order shown. */
export function messagesOf(conversation: Conversation): Message[] {
  return conversation.entries.flatMap((entry) => (entry.kind === 'message' ? [entry.message] : []));
}

/** How many answers in a row, counted from the end, found nothing. */
export function missesInARow(messages: readonly Message[]): number {
  const answers = messages.filter(({ author }) => author.kind === 'ai-agent');
  const hit = answers.toReversed().findIndex((answer) => !isMiss(answer));
  return hit === -1 ? answers.length : hit;
}

/** An answer that found nothing offers to ask again. */
function isMiss({ actions }: Message): boolean {
  return actions?.some(({ type }) => type === 'ask-again') ?? false;
}
