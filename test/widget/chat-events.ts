import type { ConversationEvent } from '../../src/protocol/event.ts';
import type { Message } from '../../src/protocol/message.ts';

export const handoffId = '0b8a4a53-8a36-4dd8-a5c0-4f2c3c1f6d10';

/** `10:42` → today at 10:42, by the clock of this machine. */
export function today(time: string): string {
  const [hours, minutes] = time.split(':').map(Number);
  const date = new Date();
  date.setHours(hours ?? 0, minutes ?? 0, 0, 0);
  return date.toISOString();
}

export function asked(body: string, at = '10:42', id = `q-${body}`): ConversationEvent {
  return added({ id, author: { kind: 'customer' }, at: today(at), body, format: 'plain' });
}

export function answered(
  body: string,
  { at = '10:42', ...more }: Partial<Message> = {},
): ConversationEvent {
  return added({
    id: `a-${body}`,
    author: { kind: 'ai-agent', name: 'Finch' },
    at: today(at),
    body,
    format: 'markdown',
    ...more,
  });
}

export function agentSaid(body: string, at = '10:46', name = 'Maya Okafor'): ConversationEvent {
  const author = { kind: 'agent' as const, name };
  return added({ id: `p-${body}`, author, at: today(at), body, format: 'plain' });
}

function added(message: Message): ConversationEvent {
  return { type: 'message-added', message };
}

export const started: ConversationEvent = {
  type: 'conversation-started',
  at: today('10:42'),
  locale: 'en',
};

export const SUMMARY =
  'Teapot from order A-20417 arrived with a broken spout. The AI assistant explained free replacement; the customer wants a refund.';

export function requested(at = '10:43'): ConversationEvent {
  return handoff('requested', at);
}

/** What follows a request that reached the team: the summary, and the place in line. */
export function waiting(throughSeq: number, at = '10:43', summary: string | null = SUMMARY) {
  return [
    { type: 'handoff-shared' as const, handoffId, summary, throughSeq },
    handoff('waiting', at),
  ];
}

export function joined(name = 'Maya Okafor', at = '10:45'): ConversationEvent[] {
  return [handoff('live', at), { type: 'participant-changed', at: today(at), agent: { name } }];
}

export function left(at = '10:50'): ConversationEvent {
  return { type: 'participant-changed', at: today(at), agent: null };
}

export function ended(by: 'agent' | 'customer' | 'timeout' = 'agent', at = '10:53') {
  return {
    type: 'handoff-changed' as const,
    handoff: { state: 'ended' as const, id: handoffId, at: today(at), by },
  };
}

export function failed(at = '10:44'): ConversationEvent {
  return {
    type: 'handoff-changed',
    handoff: { state: 'failed', id: handoffId, at: today(at), reason: 'refused' },
  };
}

/** The team answers by e-mail. */
export function ticketLeft(email: string | null = 'sam@example.com', number?: string) {
  return {
    type: 'handoff-changed' as const,
    handoff: {
      state: 'ticket' as const,
      id: handoffId,
      at: today('10:44'),
      ...(email && { email }),
      ...(number && { number }),
    },
  };
}

export const cancelled: ConversationEvent = { type: 'handoff-changed', handoff: { state: 'ai' } };

export function readByAgent(throughSeq: number, at = '10:47'): ConversationEvent {
  return { type: 'read', by: 'agent', at: today(at), throughSeq };
}

function handoff(state: 'requested' | 'waiting' | 'live', at: string): ConversationEvent {
  return { type: 'handoff-changed', handoff: { state, id: handoffId, at: today(at) } };
}
