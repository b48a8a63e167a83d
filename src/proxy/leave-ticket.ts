import { transcriptPages } from '../conversation/ticket-note.ts';
import { isOpen, messagesOf } from '../conversation/status.ts';
import type { Contact, EmailContact } from '../protocol/contact.ts';
import type { Conversation } from '../protocol/conversation.ts';
import type { NewOutboxRow } from '../store/store.ts';
import type { Change, Decision, OutboxDecision } from './conversations.ts';
import { farewell, release } from './handoff.ts';
import { handoffIdOf, note, type TicketBody } from './rows.ts';
import { Refusal } from './refusal.ts';

const INSTEAD =
  'The customer left an e-mail address instead of waiting. Their request is in a ticket of its own.';

type Request = {
  id: string;
  at: string;
  contact: EmailContact;
  /** The summary in the customer's own words. */
  summary?: string | undefined;
  assistant: string;
};

/**
 * The customer wants an answer by e-mail: one event and one row that makes the ticket, which needs nothing of the chat at
 * Zendesk. It takes the place of a handoff that nobody has answered: what was not sent is not sent any more, and agents who
 * have the chat are told. Whoever has left a ticket and said nothing since changes where its answer goes.
 */
export function leaveTicket(request: Request): OutboxDecision {
  return {
    withOutbox(conversation, outbox) {
      const { id, contact, assistant } = request;
      const { handoff } = conversation;
      const isRepeat = outbox.some(
        ({ kind, key }) => kind === 'create-ticket' && handoffIdOf({ key }) === id,
      );
      if (isRepeat || isContactOf(request, outbox)) return {};
      if (handoff.state === 'live') throw new Refusal('conflict', 'A person is there');
      if (handoff.state === 'ticket' && !saidSince(conversation, handoff.at)) {
        return handoff.email === contact.email ? {} : otherContact(conversation, request);
      }
      const made = ticketMade(conversation, { ...request, handoffId: id });
      if (!isOpen(handoff)) return made;
      return {
        ...made,
        cancelPending: true,
        rows: [
          ...farewell(handoff.id, outbox, assistant, INSTEAD),
          ...release(handoff.id, outbox),
          ...(made.rows ?? []),
        ],
      };
    },
  };
}

/** Zendesk did not take a handoff in time: a ticket with the same id brings it to the team. */
export function ticketInstead(handoffId: string, at: string, assistant: string): OutboxDecision {
  return {
    withOutbox(conversation, outbox) {
      const { handoff } = conversation;
      const isTheirs = handoff.state === 'requested' || handoff.state === 'waiting';
      if (!isTheirs || handoff.id !== handoffId) return {};
      const { contact } = handoff;
      const made = ticketMade(conversation, { handoffId, at, contact, assistant });
      return {
        ...made,
        cancelPending: true,
        rows: [...release(handoffId, outbox), ...(made.rows ?? [])],
      };
    },
  };
}

/** Zendesk refused the ticket. The customer is told, and may try again. */
export function ticketFailed(handoffId: string, at: string): Decision {
  return ({ handoff }) =>
    handoff.state === 'ticket' && handoff.id === handoffId && handoff.number === undefined
      ? {
          events: [
            {
              key: `ended:${handoffId}`,
              event: {
                type: 'handoff-changed',
                handoff: { state: 'failed', id: handoffId, at, reason: 'refused' },
              },
            },
          ],
        }
      : {};
}

/** The number of a handoff's ticket is known. */
export function ticketFound(handoffId: string, number: string): Decision {
  return ({ tickets }) =>
    tickets[handoffId] === undefined
      ? {
          events: [
            { key: `ticket:${handoffId}`, event: { type: 'ticket-found', handoffId, number } },
          ],
        }
      : {};
}

function ticketMade(
  conversation: Conversation,
  ticket: Pick<Request, 'at' | 'summary' | 'assistant'> & {
    handoffId: string;
    contact: Contact | undefined;
  },
): Change {
  const { handoffId, at, contact, summary, assistant } = ticket;
  const { seq, shared } = conversation;
  const email = contact?.email;
  const known = shared?.handoffId === handoffId ? shared.summary : undefined;
  // Written down with the messages that are shared now; another summary is made when the ticket is.
  const told = summary ?? known;
  const body: TicketBody = {
    at,
    throughSeq: seq,
    ...(contact && { contact }),
    ...(summary !== undefined && { isOwnSummary: true }),
  };
  return {
    events: [
      {
        key: `ticket-left:${handoffId}`,
        event: {
          type: 'handoff-changed',
          handoff: { state: 'ticket', id: handoffId, at, ...(email && { email }) },
        },
      },
      ...(told === undefined
        ? []
        : [
            {
              key: `ticket-shared:${handoffId}`,
              event: {
                type: 'handoff-shared' as const,
                handoffId,
                summary: told,
                throughSeq: seq,
              },
            },
          ]),
    ],
    rows: [
      { kind: 'create-ticket', key: handoffId, body: JSON.stringify(body) },
      ...furtherPages(conversation, handoffId, at, assistant),
    ],
  };
}

/** What a ticket's first note has no room for. */
export function furtherPages(
  conversation: Conversation,
  handoffId: string,
  at: string,
  assistant: string,
): NewOutboxRow[] {
  return transcriptPages(messagesOf(conversation), assistant)
    .slice(1)
    .map((text, index) => note(handoffId, `transcript/${index + 2}`, { at, text }));
}

/** The ticket stays, its answer goes elsewhere. */
function otherContact({ handoff }: Conversation, { id, at, contact }: Request): Change {
  if (handoff.state !== 'ticket') return {};
  const { name, email } = contact;
  const text = [
    'The customer can be reached there (not verified):',
    ...(name ? [`Name: ${name}`] : []),
    `Email: ${email}`,
  ].join('\n');
  return {
    events: [
      {
        key: `ticket-contact:${id}`,
        event: { type: 'handoff-changed', handoff: { ...handoff, email } },
      },
    ],
    rows: [note(handoff.id, `contact/${id}`, { at, text, requester: contact })],
  };
}

function isContactOf({ id }: Request, outbox: readonly { kind: string; key: string }[]): boolean {
  return outbox.some(({ kind, key }) => kind === 'add-note' && key.endsWith(`:contact/${id}`));
}

function saidSince(conversation: Conversation, at: string): boolean {
  return messagesOf(conversation).some(
    (message) => message.author.kind === 'customer' && message.at > at,
  );
}
