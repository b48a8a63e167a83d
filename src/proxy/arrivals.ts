import type { OutboxRow } from '../store/store.ts';
import type { ZendeskMessage } from '../zendesk/message.ts';

/**
 * Times are Zendesk's own (ISO), so that they can be compared with each other whatever our clock says.
 *
 * A message of the customer that crosses the agents' End is taken by Zendesk all the same, and lands where no agent looks.
 * Zendesk does not say so; it follows from when the message came and until when the agents had the conversation.
 */
export interface Arrivals {
  /** Zendesk has had the message of this row since then. */
  note(row: Pick<OutboxRow, 'key'>, received: string): void;
  /** The agents let go of the conversation; what came after `through` did not reach them. */
  close(handoffId: string, through: string): void;
  /** Whether the message of this row came too late. One of which nobody knows when it came did not. */
  isLate(row: Pick<OutboxRow, 'key'>, through: string): boolean;
  /** The same, for one that came to its end after the agents had let go: what cannot be shown to be in time is late. */
  missed(handoffId: string, received: string | undefined): boolean;
}

/** Only what is under way around the end of a chat matters. */
const KEPT = 1_000;

export function createArrivals(): Arrivals {
  const receivedByKey = new Map<string, string>();
  const throughByHandoff = new Map<string, string>();

  return {
    note: ({ key }, received) => keep(receivedByKey, key, received),
    close: (handoffId, through) => keep(throughByHandoff, handoffId, through),
    isLate: ({ key }, through) => (receivedByKey.get(key) ?? '') > through,
    missed: (handoffId, received) =>
      received === undefined || received > (throughByHandoff.get(handoffId) ?? ''),
  };
}

function keep<Key, Value>(map: Map<Key, Value>, key: Key, value: Value): void {
  map.delete(key);
  map.set(key, value);
  const [oldest] = map.keys();
  if (map.size > KEPT && oldest !== undefined) map.delete(oldest);
}

/** What is known of the agents' hold on a conversation when they turn out to have let go. */
export type Evidence = {
  /** When Zendesk told that they let go, if it did. */
  releasedAt?: string | undefined;
  /** They still had it when this came. */
  heldThrough?: string | undefined;
  /** The newest messages, with who wrote them. */
  listed: readonly { received: string; isAgents: boolean; isSent: boolean }[];
  /** Nobody holds the conversation. */
  isFree: boolean;
};

/**
 * Until when messages reached the agents. An agent writes only while they hold the conversation. Zendesk gives a
 * conversation that nobody holds to the account's default responder as soon as something comes in: while it is free,
 * whatever had been sent before we looked (`isSent`) had come before the end.
 */
export function reachedThrough({ releasedAt, heldThrough, listed, isFree }: Evidence): string {
  const proofs = listed
    .filter(({ isAgents, isSent }) => isAgents || (isFree && isSent))
    .map(({ received }) => received);
  return [...proofs, releasedAt ?? '', heldThrough ?? ''].reduce((latest, time) =>
    time > latest ? time : latest,
  );
}

/** The latest time among messages. */
export function newestOf(messages: readonly Pick<ZendeskMessage, 'received'>[]): string {
  return messages.reduce((newest, { received }) => (received > newest ? received : newest), '');
}
