import { wait, type Clock } from './clock.ts';
import type { Faults } from './faults.ts';
import type { DeliveryAttempt, DeliveryRecord, History } from './history.ts';
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

/** What one request carries: usually one event. */
type Parcel = { webhook: Webhook; events: WebhookEvent[]; records: DeliveryRecord[] };

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
  /** By webhook: what is kept back to be overtaken, or to be sent together with what follows. */
  const held = new Map<string, Parcel>();

  function track(work: Promise<void>): Promise<void> {
    const tracked = work.finally(() => onTheirWay.delete(tracked));
    onTheirWay.add(tracked);
    return tracked;
  }

  function dispatch(parcel: Parcel) {
    const before = queues.get(parcel.webhook.id) ?? Promise.resolve();
    queues.set(parcel.webhook.id, track(before.then(() => attempt(parcel, 1))));
  }

  async function attempt(parcel: Parcel, count: number) {
    if (!open) return;
    const at = new Date(clock.now()).toISOString();
    const outcome = await post(parcel);
    for (const { attempts } of parcel.records) attempts.push({ at, outcome });

    const gap = GAPS_MS[count - 1];
    if (typeof outcome === 'number' && outcome >= 200 && outcome < 300) {
      for (const record of parcel.records) record.state = 'delivered';
    } else if (gap === undefined || (typeof outcome === 'number' && FINAL.has(outcome))) {
      for (const record of parcel.records) record.state = 'given-up';
    } else {
      clock.setTimeout(() => void track(attempt(parcel, count + 1)), gap);
    }
  }

  async function post({ webhook, events }: Parcel): Promise<DeliveryAttempt['outcome']> {
    const patience = new AbortController();
    const timeout = new Promise<'timeout'>((resolve) => {
      patience.signal.addEventListener('abort', () => resolve('timeout'));
    });
    const cancel = clock.setTimeout(() => patience.abort(), TIMEOUT_MS);
    const answer = fetch(webhook.target, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-api-key': webhook.secret },
      body: JSON.stringify({
        app: { id: appId },
        webhook: { id: webhook.id, version: 'v2' },
        events,
      }),
      redirect: 'manual',
      signal: patience.signal,
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

  /** Keeps a parcel back until somebody lets it go, at the latest after the fault's time. */
  function hold(parcel: Parcel) {
    held.set(parcel.webhook.id, parcel);
    clock.setTimeout(() => {
      if (held.get(parcel.webhook.id) === parcel) release(parcel);
    }, faults.webhookDelayMs);
  }

  function release(parcel: Parcel) {
    held.delete(parcel.webhook.id);
    dispatch(parcel);
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
      const parcel = { webhook, events: [event], records: [record] };
      const earlier = held.get(webhook.id);

      switch (faults.webhooks) {
        case 'drop':
          record.state = 'dropped';
          return;
        case 'duplicate':
          dispatch(parcel);
          dispatch(parcel);
          return;
        case 'late':
          void wait(clock, faults.webhookDelayMs).then(() => dispatch(parcel));
          return;
        case 'reorder':
          if (!earlier) return hold(parcel);
          dispatch(parcel);
          return release(earlier);
        case 'batch':
          if (!earlier) return hold(parcel);
          earlier.events.push(event);
          earlier.records.push(record);
          return;
        default:
          dispatch(parcel);
      }
    },
    async settled() {
      while (onTheirWay.size > 0) await Promise.all(onTheirWay);
    },
    close() {
      open = false;
    },
  };
}
