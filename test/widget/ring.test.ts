import { signal } from '@preact/signals';
import { expect, test, vi } from 'vitest';
import { newConversation } from '../../src/conversation/new-conversation.ts';
import type { Conversation } from '../../src/protocol/conversation.ts';
import { ringForPeople } from '../../widget/ring.ts';
import { agentSaid, answered, asked, joined, requested, started, waiting } from './chat-events.ts';
import { fakeClock } from './fake-clock.ts';
import { conversationAfter, fakeChat } from './fake-chat.ts';

const inLine = [started, asked('Refund'), requested(), ...waiting(2)];

/** The tabs of a browser, each with the same chat; only one of them gets each event. */
function browser({ tabs = 1, looking = [] as number[] } = {}) {
  const chat = fakeChat(...inLine);
  const clock = fakeClock();
  const claimed = new Set<number>();
  const play = vi.fn<(tab: number) => void>();
  const stops = Array.from({ length: tabs }, (_, tab) =>
    ringForPeople({
      conversation: chat.conversation,
      clock,
      isLooking: () => looking.includes(tab),
      claim: (_id, seq) => {
        const isFirst = !claimed.has(seq);
        claimed.add(seq);
        return Promise.resolve(isFirst);
      },
      play: () => play(tab),
    }),
  );
  return { chat, clock, play, stops };
}

test('a person who joins or writes is heard, once in all tabs', async () => {
  const { chat, clock, play } = browser({ tabs: 3 });

  chat.happens(...joined('Maya Okafor'));
  await clock.pass(3_000);
  expect(play).toHaveBeenCalledTimes(1);
  chat.happens(agentSaid('Hi!'));
  await clock.pass(3_000);

  expect(play).toHaveBeenCalledTimes(2);
});

test('nothing is heard while the customer looks at the chat in any tab', async () => {
  const { chat, clock, play } = browser({ tabs: 2, looking: [1] });

  chat.happens(...joined('Maya Okafor'), agentSaid('Hi!'));
  await clock.pass(3_000);

  expect(play).not.toHaveBeenCalled();
});

test('the AI agent makes no sound, nor does the customer', async () => {
  const { chat, clock, play } = browser();

  chat.happens(asked('Hello?'), answered('Free of charge.'));
  await clock.pass(3_000);

  expect(play).not.toHaveBeenCalled();
});

test('what was missed is heard once, however much it is', async () => {
  const { chat, clock, play } = browser();

  chat.happens(...joined('Maya Okafor'));
  for (const text of ['One', 'Two', 'Three']) chat.happens(agentSaid(text));
  await clock.pass(1_000);

  expect(play).toHaveBeenCalledTimes(1);
});

test('what a page finds when it begins, or in another conversation, is no news', async () => {
  const conversation = signal<Conversation>(newConversation('c1'));
  const clock = fakeClock();
  const play = vi.fn<() => void>();
  const claim = () => Promise.resolve(true);
  ringForPeople({ conversation, clock, isLooking: () => false, claim, play });

  conversation.value = { ...conversationAfter(...inLine, ...joined()), id: 'c1' };
  await clock.pass(3_000);
  conversation.value = { ...conversationAfter(...inLine, ...joined(), agentSaid('Hi')), id: 'c2' };
  await clock.pass(3_000);

  expect(play).not.toHaveBeenCalled();
});

test('a chat that is taken off the page is silent', async () => {
  const { chat, clock, play, stops } = browser();
  chat.happens(agentSaid('Hi!'));

  for (const stop of stops) stop();
  await clock.pass(3_000);

  expect(play).not.toHaveBeenCalled();
});
