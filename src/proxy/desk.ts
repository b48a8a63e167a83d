import type { Hono } from 'hono';
import type { Settings } from '../protocol/settings.ts';
import { StoreUnavailable, type ChatKind, type OutboxRow, type Store } from '../store/store.ts';
import type { ConversationsApi } from '../zendesk/conversations.ts';
import type { Pace, Pause } from '../zendesk/pace.ts';
import { createAttempt } from './attempt.ts';
import { createCatchUp } from './catch-up.ts';
import { repeat, type Clock } from './clock.ts';
import { CHECK_KEYS, createConnection } from './connection.ts';
import type { Conversations } from './conversations.ts';
import { endDeadLeases } from './dead-leases.ts';
import { createDelivery } from './delivery.ts';
import { createRemoveCopies } from './duplicates.ts';
import { createInbox } from './inbox.ts';
import { controlPassed } from './control-passed.ts';
import { failHandoff, undelivered } from './handoff.ts';
import { keptBlob } from './kept-blob.ts';
import type { Live } from './live.ts';
import { factsOf, type Log } from './log.ts';
import type { Metrics } from './metrics.ts';
import { createReconcile, isOverdue } from './reconcile.ts';
import { createRefused } from './refused.ts';
import { NOT_PASSED_ON } from './file-rows.ts';
import { handoffIdOf } from './rows.ts';
import { ticketInstead } from './leave-ticket.ts';
import type { SummaryFor } from './sharing.ts';
import type { Tickets } from './tickets.ts';
import type { Waits } from './waits.ts';
import { createSteps, type Step } from './steps.ts';
import { webhookPath, webhookRoute } from './webhook-route.ts';

const HOUR_MS = 60 * 60_000;
const SWEEP_MS = HOUR_MS;
/** An event that comes again after this counts as new; Zendesk repeats for fifteen minutes. */
const EVENTS_KEPT_MS = 7 * 24 * HOUR_MS;
/** Customers' files that nobody was shown, and copies of those that Zendesk has. */
const FILES_KEPT_MS = 24 * HOUR_MS;

export type DeskOptions = {
  store: Store;
  conversations: Conversations;
  live: Live;
  api: ConversationsApi;
  pace: Pace;
  /** Makes tickets, where that is possible. */
  tickets: Pick<Tickets, 'works'> | null;
  waits: Waits;
  settings: Settings;
  appId: string;
  installId: string;
  publicUrl: string;
  reachable: boolean;
  secret: string;
  settleMs: number;
  summaryFor: SummaryFor;
  /** Unique to this process. */
  owner: string;
  metrics: Metrics;
  clock: Clock;
  random: () => number;
  log: Log;
};

/** The people's side of the chat: what goes to Zendesk and what comes back. */
export interface Desk {
  webhook: Hono;
  wake(): void;
  /** For the operator: `ready`, or what is wrong. */
  status(): string;
  /** A customer's stream is back after more than a minute: what they missed may not have come to us either. */
  clientReturned(conversationId: string): void;
  start(): void;
  close(): Promise<void>;
}

export function createDesk(options: DeskOptions): Desk {
  const { store, conversations, live, api, pace, settings, installId, clock, log } = options;
  const path = webhookPath(options.secret);
  const now = () => clock.now();
  const isoNow = () => new Date(now()).toISOString();
  const assistant = settings.assistant.name;

  const connection = createConnection({
    api,
    installId,
    webhookUrl: options.reachable ? `${options.publicUrl}/api/zendesk/webhook/${path}` : null,
    onReady() {
      steps = null;
      delivery.wake();
      // Before that nobody at Zendesk could be asked what happened while we were away.
      reconcile.again();
    },
    clock,
    log,
  });
  const setup = connection.setup;
  /** What Zendesk did not take in time may become a ticket; what it refused is the customer's to decide. */
  function giveUp(conversationId: string, { id }: { id: string }, reason: 'refused' | 'timeout') {
    const isTicket = reason === 'timeout' && options.tickets?.works();
    const decision = isTicket
      ? ticketInstead(id, isoNow(), assistant)
      : failHandoff(id, isoNow(), reason);
    return conversations.change(conversationId, decision);
  }
  const removeCopies = createRemoveCopies({
    deleteMessage: (remoteId, messageId) => api.deleteMessage(remoteId, messageId),
    metrics: options.metrics,
    log,
  });
  const inbox = createInbox({
    store,
    conversations,
    now,
    onEcho: () => reconcile.proven(),
    onProven: (conversationId) => delivery.proven(conversationId),
    onDuplicate: (conversationId) => void reconcile.check(conversationId),
    onAnswered: (waitedMs) => void options.waits.add(waitedMs),
  });
  const catchUp = createCatchUp({
    store,
    conversations,
    inbox,
    reader: api,
    removeCopies,
    setup,
    isOverdue: (since) => isOverdue(since, now()),
    giveUp: (conversationId, handoff) => giveUp(conversationId, handoff, 'timeout'),
  });
  const reconcile = createReconcile({
    store,
    conversations,
    catchUp,
    reader: api,
    pace,
    setup,
    isRefused: () => connection.isRefused() || pace.pause() === 'refused',
    giveUp,
    onKeyRefused: pace.refuse,
    clock,
    log,
  });

  let steps: Record<ChatKind, Step> | null = null;
  const refused = createRefused({
    conversations,
    onKeyRefused: pace.refuse,
    assistant,
    now,
  });
  const attempt = createAttempt({
    onRefused(row, error) {
      if (row.kind.endsWith('-control')) connection.recheck();
      return refused(row, error);
    },
    onKeyRefused: pace.refuse,
    random: options.random,
    log,
  });
  const delivery = createDelivery({
    store,
    conversations,
    lane: 'chat',
    steps() {
      const ready = setup();
      if (!ready) return null;
      steps ??= createSteps({
        messaging: api,
        setup: ready,
        installId,
        tags: settings.handoff.tags,
        assistant,
        summaryFor: options.summaryFor,
        removeCopies,
        fileBytes: (conversationId, { id }) => keptBlob(store, conversationId, id),
        lookBack: catchUp.lookBack,
      });
      return steps;
    },
    attempt,
    pace,
    onSent: sent,
    onUnwanted: inbox.dropped,
    onLeasedElsewhere: endDead,
    owner: options.owner,
    settleMs: options.settleMs,
    metrics: options.metrics,
    clock,
    log,
  });

  let said: Pause | null = null;
  pace.onChange(() => {
    const why = pace.pause();
    if (why !== said) sayPause(why, log);
    said = why;
    if (pace.room() > 0) delivery.wake();
  });

  async function sent(row: OutboxRow, received: string | undefined): Promise<void> {
    if (row.kind === 'post-message') {
      // The echo can be faster than the answer: what counts is when the message left.
      reconcile.posted(row.attemptAt ?? now());
      await inbox.landed(row, received);
    }
    if (row.kind === 'upload-file' && row.result === NOT_PASSED_ON) {
      await conversations.change(row.conversationId, () => ({ events: undelivered(row) }));
    }
    if (row.kind === 'look-back') {
      reconcile.lookBackLater({
        conversationId: row.conversationId,
        handoffId: handoffIdOf(row),
      });
    }
    // Between the two controls nobody tells us what an agent does.
    if (row.kind === 'offer-control') void reconcile.check(row.conversationId);
    if (row.kind !== 'pass-control') return;
    const { conversationId } = row;
    const storyFor = options.tickets && assistant;
    await conversations.change(conversationId, controlPassed(handoffIdOf(row), isoNow(), storyFor));
  }

  let stopSweeping = () => {};
  async function sweep() {
    const gone = [
      store.sweepDeliveries(now() - EVENTS_KEPT_MS),
      store.sweepFiles(now() - FILES_KEPT_MS),
    ];
    for (const end of await Promise.allSettled(gone)) {
      // That the store is away is said once, by who watches it.
      if (end.status === 'fulfilled' || end.reason instanceof StoreUnavailable) continue;
      log.warn(factsOf(end.reason), 'What is too old could not be forgotten');
    }
  }

  async function endDead() {
    if (await endDeadLeases(store, now())) delivery.wake();
  }

  return {
    webhook: webhookRoute({
      store,
      inbox,
      reconcile,
      live,
      path,
      setup,
      appId: options.appId,
      installId,
      now,
      log,
    }),
    wake: delivery.wake,
    status() {
      const why = pace.pause();
      return why && setup() ? PAUSED[why] : connection.status();
    },
    clientReturned: (conversationId) => void reconcile.check(conversationId),
    start() {
      connection.start();
      reconcile.start();
      endDead()
        .catch((error: unknown) => {
          log.warn(factsOf(error), 'Leases of processes that are gone have to run out');
        })
        .finally(delivery.wake);
      stopSweeping = repeat(clock, SWEEP_MS, sweep);
    },
    async close() {
      connection.close();
      reconcile.close();
      stopSweeping();
      await delivery.close();
    },
  };
}

/** For the operator. */
const PAUSED: Record<Pause, string> = {
  away: 'does not answer',
  busy: 'asks for time',
  refused: 'refuses the key',
};

function sayPause(why: Pause | null, log: Log): void {
  if (why === null) log.info({}, 'Zendesk takes requests again');
  else if (why === 'refused')
    log.error({ fix: CHECK_KEYS }, 'Zendesk refuses the key: messages wait');
  else log.warn({}, `Zendesk ${PAUSED[why]}: messages wait`);
}
