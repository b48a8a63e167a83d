import type { Hono } from 'hono';
import type { Team } from '../protocol/routes.ts';
import type { Settings } from '../protocol/settings.ts';
import type { OutboxKind, OutboxRow, Store } from '../store/store.ts';
import type { ConversationsApi } from '../zendesk/conversations.ts';
import type { SupportApi } from '../zendesk/support.ts';
import { repeat, type Clock } from './clock.ts';
import { createConnection } from './connection.ts';
import type { Conversations } from './conversations.ts';
import { createDelivery } from './delivery.ts';
import { createInbox } from './inbox.ts';
import { handoffIdOf } from './handoff.ts';
import type { Live } from './live.ts';
import { factsOf, type Log } from './log.ts';
import type { Metrics } from './metrics.ts';
import { createReconcile } from './reconcile.ts';
import { refused } from './refused.ts';
import type { SummaryFor } from './sharing.ts';
import { createSteps, type Step } from './steps.ts';
import { webhookPath, webhookRoute } from './webhook-route.ts';

const HOUR_MS = 60 * 60_000;
const SWEEP_MS = HOUR_MS;
/** An event that comes again after this counts as new; Zendesk repeats for fifteen minutes. */
const EVENTS_KEPT_MS = 7 * 24 * HOUR_MS;

export type DeskOptions = {
  store: Store;
  conversations: Conversations;
  live: Live;
  api: ConversationsApi;
  support: SupportApi | null;
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
  team(): Promise<Team>;
  status(): string;
  start(): void;
  close(): Promise<void>;
}

export function createDesk(options: DeskOptions): Desk {
  const { store, conversations, live, api, settings, installId, clock, log } = options;
  const path = webhookPath(options.secret);
  const now = () => clock.now();

  const connection = createConnection({
    api,
    support: options.support,
    installId,
    webhookUrl: options.reachable ? `${options.publicUrl}/api/zendesk/webhook/${path}` : null,
    onReady() {
      steps = null;
      delivery.wake();
    },
    clock,
    log,
  });
  const setup = connection.setup;
  const inbox = createInbox({ store, conversations, now, onEcho: () => reconcile.proven() });
  const reconcile = createReconcile({
    store,
    conversations,
    inbox,
    reader: api,
    setup,
    isRefused: connection.isRefused,
    clock,
    log,
  });

  let steps: Record<OutboxKind, Step> | null = null;
  const delivery = createDelivery({
    store,
    conversations,
    steps() {
      const ready = setup();
      if (!ready) return null;
      steps ??= createSteps({
        messaging: api,
        setup: ready,
        installId,
        tags: settings.handoff.tags,
        assistant: settings.assistant.name,
        summaryFor: options.summaryFor,
      });
      return steps;
    },
    onSent: sent,
    onUnwanted: inbox.dropped,
    onRefused(row, error) {
      if (row.kind.endsWith('-control')) connection.recheck();
      return refused(conversations, row, error, new Date(now()).toISOString());
    },
    owner: options.owner,
    settleMs: options.settleMs,
    metrics: options.metrics,
    clock,
    random: options.random,
    log,
  });

  async function sent(row: OutboxRow, received: string | undefined): Promise<void> {
    if (row.kind === 'post-message') {
      // The echo can be faster than the answer: what counts is when the message left.
      reconcile.posted(row.attemptAt ?? now());
      await inbox.landed(row, received);
    }
    // Between the two controls nobody tells us what an agent does.
    if (row.kind === 'offer-control') void reconcile.check(row.conversationId);
    if (row.kind !== 'pass-control') return;
    const id = handoffIdOf(row);
    const at = new Date(now()).toISOString();
    await conversations.change(row.conversationId, ({ handoff }) =>
      handoff.state === 'requested' && handoff.id === id
        ? {
            events: [
              {
                key: `waiting:${id}`,
                event: { type: 'handoff-changed', handoff: { state: 'waiting', id, at } },
              },
            ],
          }
        : {},
    );
  }

  let stopSweeping = () => {};
  async function sweep() {
    await store.sweepDeliveries(now() - EVENTS_KEPT_MS).catch((error: unknown) => {
      log.warn(factsOf(error), 'Old webhook events could not be forgotten');
    });
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
    team: connection.team,
    status: connection.status,
    start() {
      connection.start();
      reconcile.start();
      delivery.wake();
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
