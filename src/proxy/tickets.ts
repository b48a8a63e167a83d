import { laneOf, StoreUnavailable, type OutboxRow, type Store } from '../store/store.ts';
import type { Pace } from '../zendesk/pace.ts';
import type { TicketsApi } from '../zendesk/tickets.ts';
import type { ZendeskError } from '../zendesk/zendesk-error.ts';
import { createAttempt } from './attempt.ts';
import type { Clock } from './clock.ts';
import type { Conversations } from './conversations.ts';
import { endDeadLeases } from './dead-leases.ts';
import { createDelivery } from './delivery.ts';
import { ticketFailed, ticketFound } from './leave-ticket.ts';
import { factsOf, type Log } from './log.ts';
import type { Metrics } from './metrics.ts';
import { handoffIdOf } from './rows.ts';
import type { SummaryFor } from './sharing.ts';
import { createTicketSteps } from './ticket-steps.ts';
import type { Outcome } from './transition.ts';

export type TicketsOptions = {
  store: Store;
  conversations: Conversations;
  api: TicketsApi;
  pace: Pace;
  tags: readonly string[];
  assistant: string;
  summaryFor: SummaryFor;
  settleMs: number;
  /** Unique to this process, the same as of whatever else it delivers. */
  owner: string;
  metrics: Metrics;
  clock: Clock;
  random: () => number;
  log: Log;
};

/** Requests that are answered by e-mail, and notes for the team. Needs Support alone: the chat may be away, or not exist. */
export interface Tickets {
  wake(): void;
  /** Whether a ticket would be made now, as far as is known. */
  works(): boolean;
  start(): void;
  close(): Promise<void>;
}

const CHECK_SIGN_IN =
  'Check ZENDESK_OAUTH_CLIENT_ID and ZENDESK_OAUTH_CLIENT_SECRET: whoever made the client must be allowed to make tickets';
/** Somebody else changed the ticket at the same moment. */
const CONFLICT = 409;
const AGAIN_MS = 1_000;

export function createTickets(options: TicketsOptions): Tickets {
  const { store, conversations, api, pace, clock, log } = options;
  const now = () => clock.now();

  const steps = createTicketSteps({
    tickets: api,
    summaryFor: options.summaryFor,
    tags: options.tags,
    assistant: options.assistant,
    now,
  });
  const attempt = createAttempt({
    onRefused: refused,
    onKeyRefused: pace.refuse,
    random: options.random,
    log,
  });
  const delivery = createDelivery({
    store,
    conversations,
    lane: laneOf('create-ticket'),
    steps: () => steps,
    attempt,
    pace,
    async onSent(row) {
      const number = row.result ?? '';
      await conversations.change(row.conversationId, ticketFound(handoffIdOf(row), number));
    },
    onUnwanted: async () => {},
    onLeasedElsewhere: endDead,
    owner: options.owner,
    settleMs: options.settleMs,
    metrics: options.metrics,
    clock,
    log,
  });
  pace.onChange(() => {
    if (pace.room() > 0) delivery.wake();
  });

  /** A ticket that Zendesk refuses has failed, so that the customer can do something else; a note is left out. */
  async function refused(row: OutboxRow, error: ZendeskError): Promise<Outcome> {
    // The same key with other words: the first request with it has had its effect.
    if (error.code === 'IdempotentRequestError') return { type: 'unknown' };
    if (error.status === CONFLICT) return { type: 'later', afterMs: AGAIN_MS };
    if (error.status === 401 || error.status === 403) {
      log.error({ fix: CHECK_SIGN_IN }, 'Zendesk refuses tickets');
    }
    if (row.kind === 'create-ticket') {
      const at = new Date(now()).toISOString();
      await conversations.change(row.conversationId, ticketFailed(handoffIdOf(row), at));
    }
    return { type: 'refused' };
  }

  async function endDead(): Promise<void> {
    if (await endDeadLeases(store, now())) delivery.wake();
  }

  return {
    wake: delivery.wake,
    works: () => pace.pause() === null,
    start() {
      endDead()
        .catch((error: unknown) => {
          if (error instanceof StoreUnavailable) return;
          log.warn(factsOf(error), 'Leases of processes that are gone have to run out');
        })
        .finally(delivery.wake);
    },
    close: delivery.close,
  };
}
