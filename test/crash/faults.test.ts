import { describe, expect, test } from 'vitest';
import type { ConversationEvent, StoredEvent } from '../../src/protocol/event.ts';
import { log, message } from '../conversation/events.ts';
import { faultsOf, lateReplies } from './faults.ts';
import type { ChatHistory, HandoffHistory } from './history.ts';

const HANDOFF = '11111111-1111-4111-8111-111111111111';
const AT = '2026-11-23T10:46:00.000Z';

const says = (body: string): ConversationEvent => ({
  type: 'message-added',
  message: message({ id: body, body }),
});
const replies = (body: string, second: number): ConversationEvent => ({
  type: 'message-added',
  message: message({
    id: body,
    zendeskId: body,
    body,
    at: `2026-11-23T10:47:0${second}.000Z`,
    author: { kind: 'agent', name: 'Maya' },
  }),
});
const handoff = (state: 'requested' | 'live'): ConversationEvent => ({
  type: 'handoff-changed',
  handoff: { state, id: HANDOFF, at: AT },
});
const ended: ConversationEvent = {
  type: 'handoff-changed',
  handoff: { state: 'ended', id: HANDOFF, at: AT, by: 'agent' },
};

const EVENTS = log(
  { type: 'conversation-started', at: AT, locale: 'en' },
  says('one'),
  handoff('requested'),
  says('two'),
  handoff('live'),
  replies('hello', 1),
  replies('which?', 2),
  says('three'),
  ended,
  says('four'),
);
const ARRIVED = ['Summary\n\nAbout one.', 'one', 'two', 'three'];

function chat(facts: Partial<ChatHistory> = {}, visit: Partial<HandoffHistory> = {}): ChatHistory {
  return {
    name: 'chat 1',
    said: ['one', 'two', 'three', 'four'],
    readers: [
      { name: 'tab 1', events: EVENTS.slice(0, 7), resets: 0 },
      { name: 'the last reader', events: EVENTS, resets: 0 },
    ],
    handoffs: [
      {
        id: HANDOFF,
        isCancelled: false,
        arrived: [ARRIVED],
        tickets: 1,
        replied: ['hello', 'which?'],
        ...visit,
      },
    ],
    ...facts,
  };
}

/** The same chat whose log has other events. */
function chatWith(events: StoredEvent[]): ChatHistory {
  return chat({ readers: [{ name: 'the last reader', events, resets: 0 }] });
}

const kindsOf = (history: ChatHistory) => faultsOf(history).map(({ kind }) => kind);

test('a chat in which everything arrived once and in order has no fault', () => {
  expect(faultsOf(chat())).toEqual([]);
});

describe('on the way to Zendesk', () => {
  test.each([
    ['a message that never arrived is lost', ['one', 'three'], ['lost']],
    ['a message that arrived twice is doubled', ['one', 'two', 'two', 'three'], ['doubled']],
    [
      'a copy that comes last is doubled and nothing else',
      ['one', 'two', 'three', 'one'],
      ['doubled'],
    ],
    ['a message nobody wrote is one too many', ['one', 'two', 'three', 'five'], ['doubled']],
    ['messages that changed places are out of order', ['one', 'three', 'two'], ['out of order']],
    ['several faults are all named', ['three', 'two', 'two'], ['lost', 'doubled', 'out of order']],
  ] as const)('%s', (_, arrived, kinds) => {
    const history = chat({}, { arrived: [['Summary\n\nAbout one.', ...arrived]] });

    expect(kindsOf(history)).toEqual(kinds);
  });

  test('a missing summary is lost, a second one doubled', () => {
    expect(kindsOf(chat({}, { arrived: [ARRIVED.slice(1)] }))).toEqual(['lost']);
    expect(kindsOf(chat({}, { arrived: [['Summary\n\nAbout one.', ...ARRIVED]] }))).toEqual([
      'doubled',
    ]);
  });

  test('a handoff that never got there has lost everything', () => {
    expect(kindsOf(chat({}, { arrived: [] }))).toEqual(['lost', 'lost', 'lost', 'lost']);
  });

  test('a second conversation and a second ticket are doubled', () => {
    expect(kindsOf(chat({}, { arrived: [ARRIVED, []] }))).toEqual(['doubled']);
    expect(kindsOf(chat({}, { tickets: 2 }))).toEqual(['doubled']);
  });

  test('of a handoff that the customer took back anything may be missing, but nothing doubled', () => {
    const short = chat({}, { isCancelled: true, arrived: [['one']] });
    const double = chat({}, { isCancelled: true, arrived: [['one', 'one']] });

    expect(kindsOf(short)).toEqual([]);
    expect(kindsOf(double)).toEqual(['doubled']);
  });

  test('a message that was given up is lost, though its customer was told', () => {
    const given = { type: 'message-failed', id: 'two', code: 'delivery' } as const;

    expect(kindsOf(chatWith([...EVENTS, { seq: 11, event: given }]))).toEqual(['lost']);
  });
});

describe('on the way to the customer', () => {
  const without = (body: string) =>
    log(
      ...EVENTS.map(({ event }) => event).filter(
        (event) => event.type !== 'message-added' || event.message.body !== body,
      ),
    );

  test('a reply that is not in the log is lost', () => {
    expect(kindsOf(chatWith(without('which?')))).toEqual(['lost']);
  });

  test('a reply that stands there twice is doubled', () => {
    const again: ConversationEvent = {
      type: 'message-added',
      message: message({ id: 'x', body: 'hello', author: { kind: 'agent', name: 'Maya' } }),
    };

    expect(kindsOf(chatWith([...EVENTS, { seq: 11, event: again }]))).toEqual(['doubled']);
  });

  test('replies that are shown in another order than they were written are out of order', () => {
    expect(kindsOf(chat({}, { replied: ['which?', 'hello'] }))).toEqual(['out of order']);
  });

  test('a reply that comes when the customer has written since is late, and no fault', () => {
    const before = EVENTS.slice(0, 5).map(({ event }) => event);
    const meanwhile = [replies('which?', 2), says('three'), replies('hello', 1)];
    const history = chatWith(log(...before, ...meanwhile, ended, says('four')));

    expect(kindsOf(history)).toEqual([]);
    expect([lateReplies(history), lateReplies(chat())]).toEqual([1, 0]);
  });

  test('a message that the customer was told is stored, and is not, is lost', () => {
    expect(kindsOf(chatWith(without('four')))).toEqual(['lost']);
  });
});

describe('as each reader saw it', () => {
  const read = (events: StoredEvent[], resets = 0) => {
    const reader = { name: 'tab 1', events, resets };
    return kindsOf(chat({ readers: [reader, ...chat().readers.slice(1)] }));
  };

  test('an event that was passed over is a gap', () => {
    expect(read(EVENTS.filter(({ seq }) => seq !== 4))).toEqual(['gap']);
  });

  test('an event that came twice is a gap', () => {
    expect(read([...EVENTS.slice(0, 4), ...EVENTS.slice(3)])).toEqual(['gap']);
  });

  test('a place that was given to another event after a crash is a gap', () => {
    expect(read([...EVENTS.slice(0, 9), { seq: 10, event: says('five') }])).toEqual(['gap']);
  });

  test('an event that was shown and is gone afterwards is a gap', () => {
    expect(read([...EVENTS, { seq: 11, event: says('five') }])).toEqual(['gap']);
  });

  test('having to start again is a gap', () => {
    expect(read(EVENTS, 1)).toEqual(['gap']);
  });
});
