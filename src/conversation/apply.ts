import type { Conversation, Entry, Notice } from '../protocol/conversation.ts';
import type { Agent, ConversationEvent, StoredEvent } from '../protocol/event.ts';
import type { Handoff } from '../protocol/handoff.ts';
import type { Message } from '../protocol/message.ts';

/**
 * Folds one event into a conversation. An event that it already holds changes nothing, so a log may be delivered again
 * from any place; an event of an unknown type only moves the cursor.
 */
export function apply(conversation: Conversation, { seq, event }: StoredEvent): Conversation {
  if (seq <= conversation.seq) return conversation;
  return { ...fold(conversation, seq, event), seq };
}

function fold(conversation: Conversation, seq: number, event: ConversationEvent): Conversation {
  switch (event.type) {
    case 'conversation-started':
      return {
        ...conversation,
        startedAt: event.at,
        locale: event.locale,
        ...(event.page && { page: event.page }),
      };
    case 'message-added':
      return addMessage(conversation, seq, event.message);
    case 'message-removed':
      return removeMessage(conversation, event.id);
    case 'message-failed':
      return {
        ...conversation,
        failures: { ...conversation.failures, [event.id]: event.code },
      };
    case 'message-retried':
      return { ...conversation, failures: without(conversation.failures, event.id) };
    case 'handoff-changed':
      return changeHandoff(conversation, seq, event.handoff);
    case 'handoff-shared': {
      const { handoffId, summary, throughSeq } = event;
      return { ...conversation, shared: { handoffId, summary, throughSeq } };
    }
    case 'ticket-found':
      return numberTicket(conversation, event.handoffId, event.number);
    case 'participant-changed':
      return changeParticipant(conversation, seq, event.at, event.agent);
    case 'read': {
      const read = { ...conversation.read };
      read[event.by] = Math.max(read[event.by], event.throughSeq);
      if (event.by === 'agent') read.agentAt = event.at;
      return { ...conversation, read };
    }
    case 'feedback-given': {
      const { messageId, helpful, reason } = event;
      const given = { helpful, ...(reason && { reason }) };
      return { ...conversation, feedback: { ...conversation.feedback, [messageId]: given } };
    }
    case 'rating-given':
      return {
        ...conversation,
        ratings: { [event.handoffId]: event.score, ...conversation.ratings },
      };
    case 'conversation-closed':
      return { ...conversation, closed: true };
    case 'identity-changed':
    case 'context-changed':
      return conversation;
    default:
      return unknownEvent(conversation, event);
  }
}

/** A newer proxy may send events that a widget cached yesterday has never heard of. */
function unknownEvent(conversation: Conversation, _event: never): Conversation {
  return conversation;
}

function addMessage(conversation: Conversation, seq: number, message: Message): Conversation {
  const { entries, failures, removed } = conversation;
  const known = entries.some(
    (entry) => entry.kind === 'message' && entry.message.id === message.id,
  );
  if (known || removed.includes(message.id)) return conversation;
  const place = placeOf(entries, message);
  return {
    ...conversation,
    entries: [
      ...entries.slice(0, place),
      { kind: 'message', seq, message },
      ...entries.slice(place),
    ],
    failures: message.replyTo ? without(failures, message.replyTo) : failures,
  };
}

/** Zendesk's webhooks may arrive in any order: a message goes ahead of Zendesk's own later ones, and of nothing else. */
function placeOf(entries: Entry[], message: Message): number {
  let place = entries.length;
  if (!message.zendeskId) return place;
  for (;;) {
    const before = entries[place - 1];
    if (before?.kind !== 'message' || !isLater(before.message, message)) return place;
    place -= 1;
  }
}

function isLater(a: Message, b: Message): boolean {
  if (!a.zendeskId || !b.zendeskId) return false;
  return a.at === b.at ? a.zendeskId > b.zendeskId : a.at > b.at;
}

function removeMessage(conversation: Conversation, id: string): Conversation {
  if (conversation.removed.includes(id)) return conversation;
  return {
    ...conversation,
    removed: [...conversation.removed, id],
    entries: conversation.entries.map((entry) =>
      entry.kind === 'message' && entry.message.id === id ? inPlaceOf(entry) : entry,
    ),
    failures: without(conversation.failures, id),
  };
}

/** Whoever has read it sees where it stood. */
function inPlaceOf({ seq, message }: Extract<Entry, { kind: 'message' }>): Entry {
  return { kind: 'notice', seq, at: message.at, notice: { type: 'removed' } };
}

function changeHandoff(conversation: Conversation, seq: number, handoff: Handoff): Conversation {
  const notice = noticeOf(conversation, handoff);
  const changed = notice
    ? addNotice(conversation, seq, 'at' in handoff ? handoff.at : null, notice)
    : conversation;
  const agent = handoff.state === 'live' ? conversation.agent : null;
  return { ...changed, handoff, agent };
}

function noticeOf(conversation: Conversation, handoff: Handoff): Notice | null {
  switch (handoff.state) {
    case 'waiting':
      // Whoever moves up in line shares nothing more.
      return conversation.handoff.state === 'waiting' && conversation.handoff.id === handoff.id
        ? null
        : { type: 'shared', handoffId: handoff.id };
    case 'ticket':
      // Who was in line before has read that line already.
      return conversation.handoff.state === 'waiting'
        ? null
        : { type: 'shared', handoffId: handoff.id };
    case 'ended':
      return {
        type: 'ended',
        by: handoff.by,
        ...(conversation.agent && { agent: conversation.agent.name }),
        ...(conversation.handoff.state === 'live' && { handoffId: handoff.id }),
      };
    case 'ai':
      return conversation.handoff.state === 'ai' ? null : { type: 'cancelled' };
    default:
      return null;
  }
}

function numberTicket(conversation: Conversation, handoffId: string, number: string): Conversation {
  const { handoff, tickets } = conversation;
  const isCurrent = handoff.state === 'ticket' && handoff.id === handoffId;
  return {
    ...conversation,
    tickets: { ...tickets, [handoffId]: number },
    handoff: isCurrent ? { ...handoff, number } : handoff,
  };
}

function changeParticipant(
  conversation: Conversation,
  seq: number,
  at: string,
  agent: Agent | null,
): Conversation {
  const before = conversation.agent;
  if (before?.name === agent?.name) return { ...conversation, agent };
  const notice: Notice | null = agent
    ? before
      ? { type: 'passed', from: before.name, to: agent.name }
      : { type: 'joined', agent: agent.name }
    : before && { type: 'left', agent: before.name };
  return notice ? { ...addNotice(conversation, seq, at, notice), agent } : conversation;
}

function addNotice(
  conversation: Conversation,
  seq: number,
  at: string | null,
  notice: Notice,
): Conversation {
  const last = conversation.entries.at(-1);
  const time = at ?? timeOf(last) ?? conversation.startedAt ?? new Date(0).toISOString();
  return {
    ...conversation,
    entries: [...conversation.entries, { kind: 'notice', seq, at: time, notice }],
  };
}

function timeOf(entry: Entry | undefined): string | undefined {
  return entry?.kind === 'message' ? entry.message.at : entry?.at;
}

function without<T>(record: Record<string, T>, key: string): Record<string, T> {
  const { [key]: _gone, ...rest } = record;
  return rest;
}
