import * as fc from 'fast-check';
import type { ConversationEvent, StoredEvent } from '../../src/protocol/event.ts';
import type { Message } from '../../src/protocol/message.ts';

const AT = '2026-11-23T10:46:00.000Z';

export function message(facts: Partial<Message> = {}): Message {
  return {
    id: 'm1',
    author: { kind: 'customer' },
    at: AT,
    body: 'Where is my order?',
    format: 'plain',
    ...facts,
  };
}

/** Numbers events as the store would. */
export function log(...events: ConversationEvent[]): StoredEvent[] {
  return events.map((event, index) => ({ seq: index + 1, event }));
}

const instant = fc
  .integer({ min: 0, max: 100_000 })
  .map((second) => new Date(Date.parse(AT) + second * 1000).toISOString());
const id = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f');
const uuid = fc.constantFrom(
  '11111111-1111-4111-8111-111111111111',
  '22222222-2222-4222-8222-222222222222',
);

const anyMessage: fc.Arbitrary<Message> = fc.record(
  {
    id,
    author: fc.oneof(
      fc.constant({ kind: 'customer' as const }),
      fc.record({ kind: fc.constant('ai-agent' as const), name: fc.string() }),
      fc.record({ kind: fc.constant('agent' as const), name: fc.string() }),
      fc.record({ kind: fc.constant('automatic' as const), name: fc.string() }),
    ),
    at: instant,
    body: fc.string({ unit: 'binary' }),
    format: fc.constantFrom('plain' as const, 'markdown' as const),
    replyTo: id,
    zendeskId: id,
  },
  { requiredKeys: ['id', 'author', 'at', 'body', 'format'] },
);

/** Any event that a proxy may ever write, whatever came before. */
export const anyEvent: fc.Arbitrary<ConversationEvent> = fc.oneof(
  fc.record({
    type: fc.constant('conversation-started' as const),
    at: instant,
    locale: fc.constantFrom('en', 'ar'),
  }),
  fc.record({ type: fc.constant('message-added' as const), message: anyMessage }),
  fc.record({ type: fc.constant('message-removed' as const), id }),
  fc.record({
    type: fc.constant('message-failed' as const),
    id,
    code: fc.constantFrom('answer' as const, 'delivery' as const),
  }),
  fc.record({ type: fc.constant('message-retried' as const), id }),
  fc.record({
    type: fc.constant('handoff-changed' as const),
    handoff: fc.oneof(
      fc.constant({ state: 'ai' as const }),
      fc.record({
        state: fc.constantFrom('requested' as const, 'waiting' as const, 'live' as const),
        id: uuid,
        at: instant,
      }),
      fc.record({
        state: fc.constant('ended' as const),
        id: uuid,
        at: instant,
        by: fc.constantFrom('agent' as const, 'customer' as const, 'timeout' as const),
      }),
      fc.record({
        state: fc.constant('failed' as const),
        id: uuid,
        at: instant,
        reason: fc.constantFrom('refused' as const, 'timeout' as const),
      }),
      fc.record(
        {
          state: fc.constant('ticket' as const),
          id: uuid,
          at: instant,
          number: fc.constantFrom('1001', '1002'),
          email: fc.emailAddress(),
        },
        { requiredKeys: ['state', 'id', 'at'] },
      ),
    ),
  }),
  fc.record({
    type: fc.constant('handoff-shared' as const),
    handoffId: uuid,
    summary: fc.option(fc.string()),
    throughSeq: fc.nat(),
  }),
  fc.record({
    type: fc.constant('ticket-found' as const),
    handoffId: uuid,
    number: fc.constantFrom('1001', '1002'),
  }),
  fc.record({
    type: fc.constant('participant-changed' as const),
    at: instant,
    agent: fc.option(fc.record({ name: fc.constantFrom('Maya Okafor', 'Jonas Tan', '') })),
  }),
  fc.record({
    type: fc.constant('read' as const),
    by: fc.constantFrom('customer' as const, 'agent' as const),
    at: instant,
    throughSeq: fc.nat(),
  }),
  fc.record({ type: fc.constant('feedback-given' as const), messageId: id, helpful: fc.boolean() }),
  fc.record({
    type: fc.constant('rating-given' as const),
    handoffId: fc.uuid(),
    score: fc.integer({ min: 1, max: 5 }),
  }),
  fc.record({ type: fc.constant('conversation-closed' as const), at: instant }),
);

/** A log of such events. */
export const anyLog: fc.Arbitrary<StoredEvent[]> = fc
  .array(anyEvent, { maxLength: 40 })
  .map((events) => log(...events));
