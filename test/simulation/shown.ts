import { apply } from '../../src/conversation/apply.ts';
import { newConversation } from '../../src/conversation/new-conversation.ts';
import type { Conversation } from '../../src/protocol/conversation.ts';
import type { StoredEvent } from '../../src/protocol/event.ts';
import type { History, LocalConversation } from './history.ts';
import { broken, type Violation } from './invariants.ts';

/** What is wrong with what customers see. */
export function shownWrongly(history: History): Violation[] {
  return [
    ...history.local.flatMap((local) => {
      const conversation = foldOf(local);
      return [
        ...gaps(local),
        ...invented(local, history),
        ...disordered(conversation),
        ...otherTabs(local, conversation),
      ];
    }),
    ...missingReplies(history),
  ];
}

function foldOf({ id, events }: LocalConversation): Conversation {
  return events.reduce(apply, newConversation(id));
}

/** I4: the log has no gaps. */
function gaps({ events, customer }: LocalConversation): Violation[] {
  const place = events.findIndex(({ seq }, index) => seq !== index + 1);
  return broken('I4', place !== -1 && `the log of ${customer} has a gap before ${place + 1}`);
}

/** I3: nothing is shown that nobody wrote, and nothing twice. */
function invented(local: LocalConversation, { remote, effects }: History): Violation[] {
  const ours = new Set(effects.map(({ id }) => id));
  const theirs = new Set(
    remote.flatMap(({ messages }) => messages.map(({ id }) => id)).filter((id) => !ours.has(id)),
  );
  const seen = new Set<string>();
  return local.events.flatMap(({ event }) => {
    if (event.type !== 'message-added') return [];
    const { id, zendeskId, author, body } = event.message;
    const isReal =
      zendeskId === undefined
        ? author.kind === 'ai-agent' || local.said.some((said) => said.id === id)
        : theirs.has(zendeskId);
    const isRepeated = seen.has(id);
    seen.add(id);
    return [
      ...broken('I3', !isReal && `${author.kind} message “${body}” is shown, and nobody wrote it`),
      ...broken('I3', isRepeated && `message “${body}” stands in the log twice`),
    ];
  });
}

/** I3: neighbours from Zendesk stand in Zendesk's order. */
function disordered({ entries }: Conversation): Violation[] {
  return entries.flatMap((entry, place) => {
    const next = entries[place + 1];
    if (entry.kind !== 'message' || next?.kind !== 'message') return [];
    const [one, other] = [entry.message, next.message];
    if (!one.zendeskId || !other.zendeskId) return [];
    const isLater = one.at === other.at ? one.zendeskId > other.zendeskId : one.at > other.at;
    return broken('I3', isLater && `“${one.body}” is shown before the earlier “${other.body}”`);
  });
}

/** I7: every window shows the same, and what was seen once has not changed, but for what was taken back. */
function otherTabs(local: LocalConversation, { removed, seq }: Conversation): Violation[] {
  const textOf = ({ event }: StoredEvent) => {
    if (event.type === 'message-added' && removed.includes(event.message.id)) return 'removed';
    const isSummary = event.type === 'handoff-shared' && removed.length > 0;
    return JSON.stringify(isSummary ? { ...event, summary: null } : event);
  };
  return local.tabs.flatMap(({ name, events }) => {
    const changed = events.find((event, place) => {
      const stored = local.events[place];
      return !stored || textOf(stored) !== textOf(event);
    });
    return [
      ...broken('I7', events.length < seq && `${name} shows ${events.length} of ${seq} events`),
      ...broken('I4', changed && `event ${changed.seq} is not what ${name} has seen`),
    ];
  });
}

/** I3: whatever an agent wrote is shown once; what they took back is not. */
function missingReplies({ local, replies }: History): Violation[] {
  return replies.flatMap(({ id, remoteId, text, isDeleted }) => {
    const theirs = local.find(({ outbox }) => outbox.some(({ result }) => result === remoteId));
    const shown = theirs
      ? foldOf(theirs).entries.filter(
          (entry) => entry.kind === 'message' && entry.message.id === id,
        )
      : [];
    return [
      ...broken('I3', !isDeleted && shown.length === 0 && `“${text}” of the agent is lost`),
      ...broken('I3', isDeleted && shown.length > 0 && `“${text}” was taken back and is shown`),
    ];
  });
}
