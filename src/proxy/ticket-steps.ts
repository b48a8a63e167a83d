import { cleanText } from '../conversation/clean-text.ts';
import { earlierTickets } from '../conversation/shared-summary.ts';
import { messagesThrough } from '../conversation/messages-through.ts';
import { ticketNote } from '../conversation/ticket-note.ts';
import { handoffTag } from '../conversation/ticket.ts';
import type { Contact } from '../protocol/contact.ts';
import { ZendeskError } from '../zendesk/zendesk-error.ts';
import type { Requester, TicketsApi } from '../zendesk/tickets.ts';
import type { SupportKind } from '../store/store.ts';
import { handoffIdOf, isRow, type NoteBody, type SharedBy, type TicketBody } from './rows.ts';
import type { SummaryFor } from './sharing.ts';
import { StepImpossible, type Step, type StepContext } from './steps.ts';
import { ticketSubject } from './ticket-subject.ts';

type TicketStepsOptions = {
  tickets: TicketsApi;
  summaryFor: SummaryFor;
  tags: readonly string[];
  assistant: string;
  now: () => number;
};

/** Support keeps an `Idempotency-Key` for two hours. After this one it is looked first whether the ticket is there. */
const KEY_COUNTS_MS = 110 * 60_000;
/** A ticket that Zendesk makes of a chat is in the search's index long before. */
const FINDABLE_MS = 60 * 60_000;
const UNPROCESSABLE = 422;

/** The steps towards the Support API: one ticket for each handoff, and notes on it. */
export function createTicketSteps(options: TicketStepsOptions): Record<SupportKind, Step> {
  const { tickets, summaryFor, tags, assistant, now } = options;

  return {
    'create-ticket': {
      async send(context) {
        const { row } = context;
        const body: TicketBody = JSON.parse(row.body);
        const handoffId = handoffIdOf(row);
        if (now() - Date.parse(body.at) > KEY_COUNTS_MS) {
          const made = await tickets.byExternalId(handoffId);
          if (made) return { result: made.id };
        }
        const { subject, text } = await story(context, body.throughSeq, body);
        const requester = requesterOf(body.contact);
        const { id } = await tickets.create(
          {
            subject,
            note: text,
            tags: [handoffTag(handoffId), ...tags],
            externalId: handoffId,
            ...(requester && { requester }),
          },
          handoffId,
        );
        return { result: id };
      },
      async prove({ row }) {
        const made = await tickets.byExternalId(handoffIdOf(row));
        return made ? { type: 'sent', result: made.id } : { type: 'absent' };
      },
    },

    'add-note': {
      async send(context) {
        const body: NoteBody = JSON.parse(context.row.body);
        const id = await ticketOf(context, body.at);
        if ('text' in body) {
          await addNote(id, body.text, requesterOf(body.requester));
        } else {
          const { subject, text } = await story(context, body.storyThrough, body);
          await tickets.change(id, { subject, note: text });
        }
        return { result: id };
      },
      async prove(context) {
        const body: NoteBody = JSON.parse(context.row.body);
        const id = await ticketOf(context, body.at);
        const { text } = 'text' in body ? body : await story(context, body.storyThrough, body);
        const notes = await tickets.notes(id);
        return notes.some((written) => isSame(written, text))
          ? { type: 'sent', result: id }
          : { type: 'absent' };
      },
    },
  };

  async function story(context: StepContext, throughSeq: number, by: SharedBy) {
    const { row, conversation } = context;
    const handoffId = handoffIdOf(row);
    const summary = await summaryFor(conversation, handoffId, throughSeq);
    const messages = messagesThrough(conversation, throughSeq);
    const shared = {
      summary,
      isOwn: by.isOwnSummary,
      contact: by.contact,
      earlierTickets: earlierTickets(conversation, handoffId),
    };
    return {
      subject: ticketSubject(messages, assistant),
      text: ticketNote(conversation, messages, shared, assistant),
    };
  }

  /** The note counts: where Zendesk lets nobody change a ticket's requester, the team reads who it is. */
  async function addNote(id: string, text: string, requester: Requester | undefined) {
    try {
      await tickets.change(id, { note: text, ...(requester && { requester }) });
    } catch (error) {
      const isRefused = error instanceof ZendeskError && error.status === UNPROCESSABLE;
      if (!requester || !isRefused) throw error;
      await tickets.change(id, { note: text });
    }
  }

  /** The ticket of a handoff: known, made by us, or found by the tag that Zendesk gave it. */
  async function ticketOf({ row, outbox, conversation }: StepContext, at: string): Promise<string> {
    const handoffId = handoffIdOf(row);
    const known = conversation.tickets[handoffId];
    if (known !== undefined) return known;
    const made = outbox.find(isRow('create-ticket', handoffId));
    if (made && made.result === null) throw new StepImpossible('There is no ticket');
    if (made?.result) return made.result;
    const found = await tickets.byTag(handoffTag(handoffId));
    if (found) return found.id;
    const isInTheWay = outbox.some(
      ({ kind, state, position }) =>
        kind === 'create-ticket' && state === 'pending' && position > row.position,
    );
    if (isInTheWay || now() - Date.parse(at) > FINDABLE_MS) {
      throw new StepImpossible('The ticket was not found');
    }
    throw new ZendeskError({
      operation: 'find a ticket',
      outcome: 'not-sent',
      code: 'not-indexed',
    });
  }
}

/** Somebody new needs a name. */
function requesterOf({ name, email }: Contact = {}): Requester | undefined {
  return email === undefined ? undefined : { email, name: cleanText(name ?? email) };
}

/** Zendesk may keep other line ends and spaces than it was sent. */
function isSame(one: string, other: string): boolean {
  return one.replace(/\s+/g, ' ').trim() === other.replace(/\s+/g, ' ').trim();
}
