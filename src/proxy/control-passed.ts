import type { Decision } from './conversations.ts';
import { furtherPages } from './leave-ticket.ts';
import { note } from './rows.ts';

/**
 * The agents have the conversation now. Zendesk makes a ticket of it, and does not say which: with `assistant` the ticket is
 * looked for, gets a subject and a note with the whole story, and the customer gets its number.
 */
export function controlPassed(handoffId: string, at: string, assistant: string | null): Decision {
  return (conversation) => {
    const { handoff, seq } = conversation;
    if (handoff.state !== 'requested' || handoff.id !== handoffId) return {};
    const { contact } = handoff;
    const about = { at, storyThrough: seq, ...(contact && { contact }) };
    return {
      events: [
        {
          key: `waiting:${handoffId}`,
          event: {
            type: 'handoff-changed',
            handoff: { state: 'waiting', id: handoffId, at, ...(contact && { contact }) },
          },
        },
      ],
      rows:
        assistant === null
          ? []
          : [
              note(handoffId, 'story', about),
              ...furtherPages(conversation, handoffId, at, assistant),
            ],
    };
  };
}
