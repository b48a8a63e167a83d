import { isOpen } from '../../src/conversation/status.ts';
import type { Handoff } from '../../src/protocol/handoff.ts';
import type { History, LocalConversation, RemoteConversation } from './history.ts';
import type { Effect } from './zendesk-line.ts';

/** What became of one handoff: as the log has it, and as it went at Zendesk. */
export type HandoffStory = {
  id: string;
  /** The seq of the request; what has a lower one belongs to the transcript. */
  requestedSeq: number;
  /** The seq of its end; Infinity while it is open. */
  endSeq: number;
  /** After an end by the customer, and after a failure, what was not sent by then is not sent any more. */
  end: 'open' | 'by the team' | 'by the customer' | 'failed';
  state: Handoff['state'];
  /** A person was asked for again later, or a ticket was left: what did not arrive stands in what was shared then. */
  isFollowed: boolean;
  remote: RemoteConversation | undefined;
  /** What took effect in its conversation at Zendesk, in that order; of a repetition only the first. */
  effects: readonly Effect[];
};

export function storiesOf({ events, outbox }: LocalConversation, history: History): HandoffStory[] {
  const changes = events.flatMap(({ seq, event }) =>
    event.type === 'handoff-changed' ? [{ seq, handoff: event.handoff }] : [],
  );
  return changes.flatMap(({ seq, handoff }, place) => {
    if (handoff.state !== 'requested') return [];
    const later = changes.slice(place + 1);
    const end = later.find((change) => !isOpen(change.handoff));
    const remoteId = outbox.find(
      ({ kind, key }) => kind === 'ensure-conversation' && key === handoff.id,
    )?.result;
    const open = later.slice(0, end && later.indexOf(end)).at(-1)?.handoff ?? handoff;
    return {
      id: handoff.id,
      requestedSeq: seq,
      endSeq: end?.seq ?? Infinity,
      end: endOf(end?.handoff),
      state: (end?.handoff ?? open).state,
      isFollowed: later.some((change) => isAsking(change.handoff)),
      remote: history.remote.find(({ id }) => id === remoteId),
      effects: firsts(history.effects.filter((effect) => effect.remoteId === remoteId)),
    };
  });
}

function isAsking({ state }: Handoff): boolean {
  return state === 'requested' || state === 'ticket';
}

function endOf(handoff: Handoff | undefined): HandoffStory['end'] {
  if (!handoff) return 'open';
  if (handoff.state === 'failed') return 'failed';
  return handoff.state === 'ended' && handoff.by !== 'customer' ? 'by the team' : 'by the customer';
}

function firsts(effects: readonly Effect[]): Effect[] {
  return effects.filter(
    ({ kind, k }, place) =>
      effects.findIndex((other) => other.kind === kind && other.k === k) === place,
  );
}
