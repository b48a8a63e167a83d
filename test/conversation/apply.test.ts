import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { apply } from '../../src/conversation/apply.ts';
import { newConversation } from '../../src/conversation/new-conversation.ts';
import { Conversation } from '../../src/protocol/conversation.ts';
import { ConversationEvent, StoredEvent } from '../../src/protocol/event.ts';
import { anyEvent, anyLog, log, message } from './events.ts';

const HANDOFF = '11111111-1111-4111-8111-111111111111';
const AT = '2026-11-23T10:46:00.000Z';

function fold(events: readonly StoredEvent[], from = newConversation('c')): Conversation {
  return events.reduce(apply, from);
}

const added = (facts: Parameters<typeof message>[0]): ConversationEvent => ({
  type: 'message-added',
  message: message(facts),
});

function bodies({ entries }: Conversation): string[] {
  return entries.flatMap((entry) => (entry.kind === 'message' ? [entry.message.body] : []));
}

function notices({ entries }: Conversation): string[] {
  return entries.flatMap((entry) => (entry.kind === 'notice' ? [entry.notice.type] : []));
}

describe('whatever is delivered', () => {
  test('a log delivered twice, or again from any place, changes nothing', () => {
    fc.assert(
      fc.property(anyLog, fc.nat(), (events, place) => {
        const once = fold(events);

        const again = fold(events.slice(place % (events.length + 1)), once);

        expect(again).toBe(once);
      }),
    );
  });

  test('an event repeated right after itself changes nothing', () => {
    fc.assert(
      fc.property(anyLog, (events) => {
        expect(fold(events.flatMap((event) => [event, event]))).toEqual(fold(events));
      }),
    );
  });

  test('an event of an unknown type only moves the cursor', () => {
    fc.assert(
      fc.property(anyLog, fc.string(), (events, words) => {
        const before = fold(events);
        // The wire may bring what no type of ours describes.
        const event: ConversationEvent = JSON.parse(
          JSON.stringify({ type: `later-${words}`, words }),
        );

        const after = apply(before, { seq: before.seq + 1, event });

        expect(after).toEqual({ ...before, seq: before.seq + 1 });
      }),
    );
  });

  test('the proxy, and a widget that gets the same log as JSON in pieces, end in the same value', () => {
    fc.assert(
      fc.property(anyLog, fc.array(fc.nat(40), { maxLength: 6 }), (events, cuts) => {
        const proxy = fold(events);

        // The widget reconnects: each time it gets the log again from an earlier place on.
        const wire: StoredEvent[] = JSON.parse(JSON.stringify(events));
        const widget = cuts.reduce(
          (conversation, cut) => fold(wire.slice(0, cut), conversation),
          newConversation('c'),
        );

        expect(fold(wire, widget)).toEqual(JSON.parse(JSON.stringify(proxy)));
      }),
    );
  });

  test('every event passes its schema, and every value it leads to does', () => {
    fc.assert(
      fc.property(anyEvent, (event) => {
        expect(ConversationEvent.safeParse(event).success).toBe(true);
        expect(Conversation.safeParse(fold(log(event))).success).toBe(true);
      }),
    );
  });

  test('nothing that was folded before is changed by what comes after', () => {
    fc.assert(
      fc.property(anyLog, anyEvent, (events, event) => {
        const before = fold(events);
        const copy = structuredClone(before);

        apply(before, { seq: before.seq + 1, event });

        expect(before).toEqual(copy);
      }),
    );
  });
});

describe('messages', () => {
  test('stand in the order of their seq', () => {
    const conversation = fold(
      log(added({ id: 'a', body: 'first' }), added({ id: 'b', body: 'second' })),
    );

    expect(bodies(conversation)).toEqual(['first', 'second']);
  });

  test('the same message under two seqs is shown once', () => {
    const conversation = fold(log(added({ id: 'a' }), added({ id: 'a' })));

    expect(bodies(conversation)).toHaveLength(1);
  });

  test('a late message of an agent goes before the later ones of the agents, and before nothing else', () => {
    const agent = { author: { kind: 'agent', name: 'Maya' } } as const;

    const conversation = fold(
      log(
        added({
          id: 'z3',
          zendeskId: 'z3',
          at: '2026-11-23T10:03:00.000Z',
          body: 'three',
          ...agent,
        }),
        added({ id: 'c', at: '2026-11-23T10:09:00.000Z', body: 'customer' }),
        added({ id: 'z2', zendeskId: 'z2', at: '2026-11-23T10:02:00.000Z', body: 'two', ...agent }),
        added({ id: 'z1', zendeskId: 'z1', at: '2026-11-23T10:01:00.000Z', body: 'one', ...agent }),
      ),
    );

    expect(bodies(conversation)).toEqual(['three', 'customer', 'one', 'two']);
  });

  test('a removed message is gone, also when it is delivered afterwards', () => {
    const conversation = fold(
      log(added({ id: 'a' }), { type: 'message-removed', id: 'a' }, added({ id: 'a' })),
    );

    expect(bodies(conversation)).toEqual([]);
  });

  test('a line stands where a removed message was', () => {
    const { entries } = fold(
      log(added({ id: 'a' }), added({ id: 'b' }), { type: 'message-removed', id: 'a' }),
    );

    expect(entries).toMatchObject([
      { kind: 'notice', seq: 1, notice: { type: 'removed' } },
      { kind: 'message', message: { id: 'b' } },
    ]);
  });

  test('a message whose removal was heard of first never appears', () => {
    const { entries } = fold(log({ type: 'message-removed', id: 'a' }, added({ id: 'a' })));

    expect(entries).toEqual([]);
  });

  test('an answer that failed counts as failed until there is one', () => {
    const failed = log(added({ id: 'q' }), { type: 'message-failed', id: 'q', code: 'answer' });

    expect(fold(failed).failures).toEqual({ q: 'answer' });
    const answered = apply(fold(failed), { seq: 3, event: added({ id: 'x', replyTo: 'q' }) });
    expect(answered.failures).toEqual({});
  });
});

describe('a handoff', () => {
  const open = { id: HANDOFF, at: AT };
  const waiting: ConversationEvent[] = [
    { type: 'handoff-changed', handoff: { state: 'requested', ...open } },
    { type: 'handoff-changed', handoff: { state: 'waiting', ...open } },
  ];
  const maya: ConversationEvent[] = [
    { type: 'handoff-changed', handoff: { state: 'live', ...open } },
    { type: 'participant-changed', at: AT, agent: { name: 'Maya Okafor' } },
  ];

  test('says that the chat was shared, who joined, and who ended it', () => {
    const conversation = fold(
      log(...waiting, ...maya, {
        type: 'handoff-changed',
        handoff: { state: 'ended', ...open, by: 'agent' },
      }),
    );

    expect(notices(conversation)).toEqual(['shared', 'joined', 'ended']);
    expect(conversation.entries.at(-1)).toMatchObject({ notice: { agent: 'Maya Okafor' } });
    expect(conversation.agent).toBeNull();
  });

  test('a transfer names both agents, a leave the one who left', () => {
    const conversation = fold(
      log(
        ...waiting,
        ...maya,
        { type: 'participant-changed', at: AT, agent: { name: 'Jonas Tan' } },
        { type: 'participant-changed', at: AT, agent: null },
      ),
    );

    expect(conversation.entries.slice(-2)).toMatchObject([
      { notice: { type: 'passed', from: 'Maya Okafor', to: 'Jonas Tan' } },
      { notice: { type: 'left', agent: 'Jonas Tan' } },
    ]);
  });

  test('that moves up in line says nothing again', () => {
    const moved = { state: 'waiting' as const, ...open, position: 1 };
    const conversation = fold(log(...waiting, { type: 'handoff-changed', handoff: moved }));

    expect(notices(conversation)).toEqual(['shared']);
    expect(conversation.handoff).toEqual(moved);
  });

  test('taken back by the customer, leaves one line that says so', () => {
    const conversation = fold(
      log(...waiting, { type: 'handoff-changed', handoff: { state: 'ai' } }),
    );

    expect(notices(conversation)).toEqual(['shared', 'cancelled']);
    expect(conversation.handoff).toEqual({ state: 'ai' });
  });

  test('that became a ticket says that the chat was shared, once, and has its number when there is one', () => {
    const left = {
      type: 'handoff-changed' as const,
      handoff: { state: 'ticket' as const, ...open },
    };
    const numbered = { type: 'ticket-found' as const, handoffId: HANDOFF, number: '1001' };

    const fromAi = fold(log(left));
    const fromLine = fold(log(...waiting, left, numbered));

    expect(notices(fromAi)).toEqual(['shared']);
    expect(notices(fromLine)).toEqual(['shared']);
    expect(fromLine.handoff).toEqual({ ...left.handoff, number: '1001' });
  });

  test('that is over keeps its ticket’s number beside the next one', () => {
    const next = { state: 'requested' as const, id: crypto.randomUUID(), at: AT };

    const { handoff, tickets } = fold(
      log(
        ...waiting,
        { type: 'handoff-changed', handoff: next },
        { type: 'ticket-found', handoffId: HANDOFF, number: '1001' },
      ),
    );

    expect(handoff).toEqual(next);
    expect(tickets).toEqual({ [HANDOFF]: '1001' });
  });

  test('can be rated only if a person was in it', () => {
    const ended = {
      type: 'handoff-changed' as const,
      handoff: { state: 'ended' as const, id: HANDOFF, at: AT, by: 'timeout' as const },
    };

    const without = fold(log(...waiting, ended));
    const withPerson = fold(log(...waiting, ...maya, ended));

    expect(without.entries.at(-1)).not.toHaveProperty('notice.handoffId');
    expect(withPerson.entries.at(-1)).toHaveProperty('notice.handoffId', HANDOFF);
  });
});

describe('opinions', () => {
  test('the latest about an answer counts', () => {
    const about = { type: 'feedback-given' as const, messageId: 'a' };

    const { feedback } = fold(
      log(
        { ...about, helpful: false, reason: 'wrong' },
        { ...about, helpful: false },
        { ...about, messageId: 'b', helpful: true },
        { ...about, helpful: true },
      ),
    );

    expect(feedback).toEqual({ a: { helpful: true }, b: { helpful: true } });
  });

  test('the first about a chat counts', () => {
    const about = { type: 'rating-given' as const, handoffId: HANDOFF };

    const { ratings } = fold(log({ ...about, score: 5 }, { ...about, score: 1 }));

    expect(ratings).toEqual({ [HANDOFF]: 5 });
  });
});
