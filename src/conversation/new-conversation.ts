import type { Conversation } from '../protocol/conversation.ts';

/** A conversation before its first event. */
export function newConversation(id: string): Conversation {
  return {
    id,
    seq: 0,
    startedAt: null,
    locale: 'en',
    entries: [],
    handoff: { state: 'ai' },
    agent: null,
    shared: null,
    tickets: {},
    failures: {},
    removed: [],
    read: { customer: 0, agent: 0 },
    feedback: {},
    ratings: {},
    closed: false,
  };
}
