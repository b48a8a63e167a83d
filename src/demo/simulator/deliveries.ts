import { wait, type Clock } from './clock.ts';
import type { Faults } from './faults.ts';
import type { DeliveryRecord, History } from './history.ts';
import type { Webhook } from './records.ts';

export type WebhookEvent = {
  id: string;
  createdAt: string;
  type: string;
  payload: { conversation?: { id: string }; [key: string]: unknown };
};

export type Deliveries = {
  send(webhook: Webhook, event: WebhookEvent): void;
  /** Resolves when nothing is on its way. Attempts that wait for their time do not count. */
  settled(): Promise<void>;
  close(): void;
};

type Deps = {
  appId: string;
  clock: Clock;
  fetch: typeof fetch;
  faults: Faults;
  history: History;
};

const TIMEOUT_MS = 20_000;
/** Five attempts in a window of 15 minutes, with growing gaps. */
const GAPS_MS = [10_000, 60_000, 180_000, 480_000];
/** An answer that says "never again": Zendesk does not repeat these. */
const FINAL = new Set([400, 401, 403, 404, 406]);

/** Sends events to webhooks as the Conversations API does: `X-API-Key`, at least once, no order promised. */
export function createDeliveries({ appId, clock, fetch, faults, history }: Deps): Deliveries {
  let open = true;
  const onTheirWay = new Set<Promise<void>>();
  /** First attempts to one webhook go one after the other, so that a calm day is also an orderly one. */
  const queues = new Map<string, Promise<void>>();
  let held: { release(): void } | undefined;

  function track(work: Promise<void>): Promise<void> {
    const tracked = work.finally(() => onTheirWay.delete(tracked));
    onTheirWay.add(tracked);
    return tracked;
  }

  function enqueue(webhook: Webhook, event: WebhookEvent, record: DeliveryRecord) {
    const before = queues.get(webhook.id) ?? Promise.resolve();
    queues.set(webhook.id, track(before.then(() => attempt(webhook, event, record))));
  }

  async function attempt(webhook: Webhook, event: WebhookEvent, record: DeliveryRecord) {
    if (!open) return;
    const at = new Date(clock.now()).toISOString();
    const outcome = await post(webhook, event);
    record.attempts.push({ at, outcome });
    if (typeof outcome === 'number' && outcome >= 200 && outcome < 300) {
      record.state = 'delivered';
      return;
    }
    const gap = GAPS_MS[record.attempts.length - 1];
    if (gap === undefined || (typeof outcome === 'number' && FINAL.has(outcome))) {
      record.state = 'given-up';
      return;
    }
    clock.setTimeout(() => void track(attempt(webhook, event, record)), gap);
  }

  async function post(webhook: Webhook, event: WebhookEvent) {
    const aborted = new AbortController();
    const timeout = new Promise<'timeout'>((resolve) => {
      aborted.signal.addEventListener('abort', () => resolve('timeout'));
    });
    const cancel = clock.setTimeout(() => aborted.abort(), TIMEOUT_MS);
    const answer = fetch(webhook.target, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-api-key': webhook.secret },
      body: JSON.stringify({
        app: { id: appId },
        webhook: { id: webhook.id, version: 'v2' },
        events: [event],
      }),
      redirect: 'manual',
      signal: aborted.signal,
    }).then(
      async (response) => {
        await response.body?.cancel();
        return response.status;
      },
      () => 'unreachable' as const,
    );
    try {
      return await Promise.race([timeout, answer]);
    } finally {
      cancel();
    }
  }

  return {
    send(webhook, event) {
      const record = history.addDelivery({
        at: event.createdAt,
        event: { id: event.id, type: event.type, conversationId: event.payload.conversation?.id },
        webhookId: webhook.id,
        target: webhook.target,
        state: 'pending',
        attempts: [],
      });
      const go = () => enqueue(webhook, event, record);

      switch (faults.webhooks) {
        case 'drop':
          record.state = 'dropped';
          return;
        case 'duplicate':
          go();
          go();
          return;
        case 'late':
          void wait(clock, faults.webhookDelayMs).then(go);
          return;
        case 'reorder':
          if (held) {
            go();
            held.release();
          } else {
            held = hold(go);
          }
          return;
        default:
          go();
      }
    },
    async settled() {
      while (onTheirWay.size > 0) await Promise.all(onTheirWay);
    },
    close() {
      open = false;
    },
  };

  /** Keeps one event back until the next one has passed it, or until nobody came. */
  function hold(go: () => void) {
    const release = () => {
      cancel();
      held = undefined;
      go();
    };
    const cancel = clock.setTimeout(release, faults.webhookDelayMs);
    return { release };
  }
}
