import { Counter, Gauge, Histogram, Registry } from 'prom-client';
import type { Usage } from '../agent/model.ts';
import type { OutboxKind, Store } from '../store/store.ts';
import type { Limited } from './limits.ts';
import type { Outcome } from './transition.ts';

/** How an answer of the AI agent came to its end. */
export type AnswerEnd = 'answered' | 'failed' | 'stopped' | 'handed-off';
/** What is counted for the operator. No label ever names a customer, a conversation or what somebody wrote. */
export interface Metrics {
  streamOpened(): void;
  streamClosed(): void;
  eventAppended(type: string): void;
  storeAway(): void;
  refusedByLimit(what: Limited | 'passwords'): void;
  answerEnded(end: AnswerEnd, seconds: number): void;
  /** A language model was paid for. */
  modelUsed(usage: Usage, cost: number | undefined): void;
  /** A row of the outbox was sent to Zendesk, or looked for there. */
  delivered(kind: OutboxKind, end: Outcome['type'], seconds: number): void;
  duplicateRepaired(): void;
  requestAnswered(route: string, method: string, status: number, seconds: number): void;
  /** All of it in the text format of Prometheus. */
  text(): Promise<string>;
  readonly contentType: string;
}

const SECONDS = [0.001, 0.003, 0.01, 0.03, 0.1, 0.3, 1, 3, 10, 30];

/** Metrics of one proxy, in a registry of their own: a site's own ones may live in the same process. */
export function createMetrics(store: Pick<Store, 'unfinished'>): Metrics {
  const registry = new Registry();
  const registers = [registry];
  const counter = <Label extends string>(name: string, help: string, labelNames: Label[] = []) =>
    new Counter({ name: `baton_${name}`, help, labelNames, registers });
  const histogram = <Label extends string>(name: string, help: string, labelNames: Label[]) =>
    new Histogram({ name: `baton_${name}`, help, labelNames, buckets: SECONDS, registers });

  const streams = new Gauge({
    name: 'baton_open_streams',
    help: 'Event streams that are open now',
    registers,
  });
  const outbox = new Gauge({
    name: 'baton_outbox_rows',
    help: 'Rows of the outbox that Zendesk has yet to get',
    labelNames: ['state'],
    registers,
  });
  const events = counter('events_appended_total', 'Events stored in conversations', ['type']);
  const away = counter('store_unavailable_total', 'Calls that the store could not serve');
  const limited = counter('limit_refusals_total', 'Requests refused with 429', ['limit']);
  const answers = histogram('answer_seconds', 'Answers of the AI agent, by how they ended', [
    'end',
  ]);
  const tokens = counter('model_tokens_total', 'Tokens of the language model', ['kind']);
  const cost = counter('model_cost_total', 'What they cost, by the price in the settings');
  const sends = histogram(
    'delivery_seconds',
    'Rows of the outbox that were sent to Zendesk or looked for there',
    ['kind', 'end'],
  );
  const repaired = counter('duplicates_repaired_total', 'Messages found twice at Zendesk, removed');
  const requests = histogram(
    'request_seconds',
    'Requests until their answer began, webhooks of Zendesk among them',
    ['route', 'method', 'status'],
  );

  return {
    streamOpened: () => streams.inc(),
    streamClosed: () => streams.dec(),
    eventAppended: (type) => events.inc({ type }),
    storeAway: () => away.inc(),
    refusedByLimit: (limit) => limited.inc({ limit }),
    answerEnded: (end, seconds) => answers.observe({ end }, seconds),
    modelUsed({ inputTokens, outputTokens }, price) {
      tokens.inc({ kind: 'input' }, inputTokens);
      tokens.inc({ kind: 'output' }, outputTokens);
      if (price !== undefined) cost.inc(price);
    },
    delivered: (kind, end, seconds) => sends.observe({ kind, end }, seconds),
    duplicateRepaired: () => repaired.inc(),
    requestAnswered: (route, method, status, seconds) =>
      requests.observe({ route, method, status }, seconds),
    async text() {
      // A store that is away is told by its own count; the other figures are wanted then most of all.
      const rows = await store.unfinished().catch(() => new Map<string, number>());
      outbox.reset();
      for (const [state, count] of rows) outbox.set({ state }, count);
      return registry.metrics();
    },
    contentType: registry.contentType,
  };
}
