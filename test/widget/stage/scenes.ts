import type { ConversationEvent } from '../../../src/protocol/event.ts';
import {
  agentSaid,
  answered,
  asked,
  cancelled,
  ended,
  failed,
  handoffId,
  joined,
  left,
  readByAgent,
  requested,
  started,
  SUMMARY,
  ticketLeft,
  today,
  waiting,
} from '../chat-events.ts';
import { fakeChat, settings, type FakeChat } from '../fake-chat.ts';
import { richScenes } from './rich-scenes.ts';

const question = asked('My teapot arrived with the spout broken. Order A-20417.');
const wish = asked('I would rather have a refund. Can I talk to someone?', '10:43');
const text = `Sorry about that. Anything that breaks on the way to you is replaced free of charge [1]. For order **A-20417**:

1. Take one photo of the damage and one of the box.
2. Reply here with the photos within 30 days of delivery.
3. We post a new teapot, usually within 2 working days. [2]

There is no need to send the broken one back.`;
const citations = [
  { number: 1, title: 'Damaged on arrival', url: 'https://help.example/damaged' },
  { number: 2, title: 'Replacements and refunds', url: 'https://help.example/refunds' },
];
const short = answered(
  'Anything that breaks on the way to you is replaced free of charge [1]. There is no need to send the broken one back.',
  { citations: citations.slice(0, 1) },
);

const asking: ConversationEvent[] = [started, question, answered(text, { citations })];
const inLine = [started, question, short, wish, requested(), ...waiting(4)];
const withPerson = [
  ...inLine,
  ...joined(),
  agentSaid('Hi! I have read the chat, no need to repeat anything.'),
  agentSaid('I can refund the £48 to your card today. Shall I go ahead?'),
];
const over = [
  ...withPerson,
  agentSaid('All done. £48 is on its way back to your card; allow 3 working days.', '10:51'),
  asked('Thank you!', '10:52'),
];

/** In line as the second one. */
const inPlace: ConversationEvent = {
  type: 'handoff-changed',
  handoff: {
    state: 'waiting',
    id: handoffId,
    at: today('10:43'),
    position: 2,
    wait: { from: 4, to: 4 },
  },
};

const online = { team: { state: 'online' as const, count: 2 }, usualWaitMinutes: 3 };

/** Long enough away for every reader of the pictures. */
const away = {
  team: { state: 'away' as const, backAt: '2126-11-25T09:00:00Z' },
  tickets: true,
  offline: 'ticket' as const,
};

function missed(...order: ('ask-again' | 'hand-off')[]): ConversationEvent {
  return answered(
    'I couldn’t find that in the Help Center. Try other words, or talk to a person.',
    { actions: order.map((type) => ({ type })) },
  );
}

function scene(events: ConversationEvent[], change: (chat: FakeChat) => void = () => {}) {
  return () => {
    const chat = fakeChat(...events);
    change(chat);
    return chat;
  };
}

/** Every state of the panel, by name: each is made of real events. */
export const scenes = {
  idle: scene([]),
  away: scene([], (chat) => {
    chat.settings.value = { ...settings, team: { state: 'away' } };
  }),
  knowledge: scene([], (chat) => {
    chat.settings.value = { ...settings, handoff: false };
  }),
  ai: scene(asking),
  miss: scene([started, asked('Do you ship to the moon?'), missed('ask-again', 'hand-off')]),
  thinking: scene([started, question], (chat) => {
    chat.answer.value = answer('', 1000);
  }),
  slow: scene([started, question], (chat) => {
    chat.answer.value = answer('', 9000);
  }),
  streaming: scene([started, question], (chat) => {
    chat.answer.value = answer(text.slice(0, 210), 3000);
  }),
  stopped: scene([started, question, answered(text.slice(0, 120), { stopped: true })]),
  'answer-failed': scene([
    started,
    question,
    { type: 'message-failed', id: questionId(), code: 'answer' },
  ]),
  requesting: scene([started, question, short, wish, requested()], (chat) => {
    chat.handoffSince.value = Date.now() - 1000;
  }),
  'requesting-slow': scene([started, question, short, wish, requested()], (chat) => {
    chat.handoffSince.value = Date.now() - 21_000;
  }),
  failed: scene([started, question, short, wish, requested(), failed()]),
  queued: scene(inLine, (chat) => {
    chat.handoffSince.value = Date.now() - 1000;
  }),
  'queued-away': scene(inLine, (chat) => {
    chat.settings.value = { ...settings, team: { state: 'away' } };
    chat.handoffSince.value = Date.now() - 1000;
  }),
  'queued-place': scene([...inLine, inPlace], (chat) => {
    chat.settings.value = { ...settings, tickets: true };
    chat.handoffSince.value = Date.now() - 1000;
  }),
  'queued-slow': scene(inLine, (chat) => {
    chat.settings.value = { ...settings, tickets: true };
    chat.handoffSince.value = Date.now() - 3_600_000;
  }),
  ticket: scene([started, question, short, wish, ticketLeft('sam@example.com', '1042')]),
  'ticket-without-email': scene([started, question, short, wish, ticketLeft(null)], (chat) => {
    chat.settings.value = { ...settings, tickets: true };
  }),
  sheet: scene([started, question, short, wish], (chat) => {
    chat.settings.value = { ...settings, ...online, preview: 'always' };
    chat.previewSummary = () => Promise.resolve(SUMMARY);
  }),
  'sheet-incomplete': scene([started, question, short, wish], (chat) => {
    chat.settings.value = { ...settings, ...online, ask: ['name', 'email'] };
    chat.previewSummary = () => Promise.resolve(SUMMARY);
  }),
  'sheet-away': scene([started, question, short, wish], (chat) => {
    chat.settings.value = { ...settings, ...away };
    chat.previewSummary = () => Promise.resolve(SUMMARY);
  }),
  'sheet-email': scene(inLine, (chat) => {
    chat.settings.value = { ...settings, tickets: true };
    chat.leaveTicket = () => Promise.reject(new TypeError('offline'));
  }),
  cancelled: scene([...inLine, cancelled]),
  human: scene([...withPerson, asked('Yes please', '10:47'), readByAgent(30)], (chat) => {
    chat.agentTyping.value = true;
  }),
  left: scene([...withPerson, left()]),
  ended: scene([...over, ended()]),
  rated: scene([...over, ended(), { type: 'rating-given', handoffId, score: 5 }]),
  'not-helpful': scene([
    started,
    question,
    short,
    { type: 'feedback-given', messageId: answerId(), helpful: false, reason: 'incomplete' },
  ]),
  'not-sent': scene(withPerson, (chat) => {
    chat.connection.value = 'offline';
    chat.unsent.value = [
      { id: 'u-1', text: 'Here it is', at: today('10:48'), state: 'failed' },
      { id: 'u-2', text: 'And the box', at: today('10:49'), state: 'waiting-for-connection' },
    ];
    chat.draft.value = 'The order number is A-20417';
  }),
  reconnecting: scene(withPerson, (chat) => {
    chat.connection.value = 'reconnecting';
  }),
  back: scene(withPerson, (chat) => {
    chat.connection.value = 'back';
  }),
  expired: scene(asking, (chat) => {
    chat.problem.value = { type: 'expired' };
  }),
  'rate-limited': scene(asking, (chat) => {
    chat.problem.value = { type: 'rate-limited', retryAt: Date.now() + 20_000 };
  }),
  unread: scene(withPerson, (chat) => {
    chat.unread.value = 2;
  }),
  unavailable: scene([], (chat) => {
    chat.settings.value = null;
  }),
  long: scene(
    Array.from({ length: 30 }, (_, index) => [
      asked(`Question ${index + 1}`, '10:42', `long-${index}`),
      answered(`Answer ${index + 1}. ${text}`, { id: `long-answer-${index}`, citations }),
    ]).flat(),
  ),
  wide: scene([
    started,
    asked('x'.repeat(200)),
    answered(
      '| Size | Weight | Price | Colour | In stock |\n| - | - | - | - | - |\n| Small | 400 g | £18 | Moss, clay, straw | Yes |\n\n```\nnpm install --a-very-long-line-that-does-not-fit-into-the-panel\n```\n\n> A quote\n\n# A heading\n\nhttps://help.example/a/very/long/address/that/does/not/fit/into/the/panel',
    ),
  ]),
  ...richScenes,
} satisfies Record<string, () => FakeChat>;

/** What is pressed to come there, as selectors, one after the other. */
export const presses: Partial<Record<string, readonly string[]>> = {
  sheet: ['[part=handoff-button]'],
  'sheet-incomplete': ['[part=handoff-button]', '.sheet .link', '.sheet [type=submit]'],
  'sheet-away': ['[part=handoff-button]'],
  'sheet-email': ['[part=queue] .quiet', '.sheet [type=submit]'],
};

function answerId(): string {
  return short.type === 'message-added' ? short.message.id : '';
}

function questionId(): string {
  return question.type === 'message-added' ? question.message.id : '';
}

function answer(said: string, askedMsAgo: number) {
  return { id: 'answer', replyTo: questionId(), text: said, askedAt: Date.now() - askedMsAgo };
}
