import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { announce } from '../../../widget/components/announcements.ts';
import { loadTexts } from '../../../widget/language.ts';
import {
  agentSaid,
  answered,
  asked,
  cancelled,
  ended,
  failed,
  handoffId,
  joined,
  requested,
  started,
  ticketLeft,
  today,
  waiting,
} from '../chat-events.ts';
import { conversationAfter, fakeChat, type FakeChat } from '../fake-chat.ts';
import { agentSent, image, media } from '../rich-events.ts';

let stop = () => {};

await loadTexts('conversation');

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  stop();
  vi.useRealTimers();
});

function listen(chat: FakeChat) {
  const announcer = {
    say: vi.fn<(text: string) => void>(),
    alert: vi.fn<(text: string) => void>(),
  };
  stop = announce({ chat, announcer });
  return {
    said: async () => {
      // What is said of the way to a person comes in a file of its own.
      await vi.dynamicImportSettled();
      return announcer.say.mock.calls.flat();
    },
    alerted: () => announcer.alert.mock.calls.flat(),
  };
}

const inLine = [started, asked('Refund'), requested(), ...waiting(2)];

describe('an answer', () => {
  test('is said once, when it is finished, with the number of its sources', async () => {
    const chat = fakeChat(started, asked('Broken teapot'));
    const { said } = listen(chat);
    for (const text of ['Any', 'Anything that', 'Anything that breaks']) {
      chat.answer.value = { id: 'a', replyTo: 'q', text, askedAt: Date.now() };
    }

    const url = 'https://help.example/1';
    chat.happens(
      answered('**Free** of charge [1].', { citations: [{ number: 1, title: 'Damaged', url }] }),
    );
    chat.answer.value = null;

    expect(await said()).toEqual(['Finch, AI assistant: Free of charge . 1 source.']);
  });

  test('that lets wait for itself is said to be on its way, once', async () => {
    const chat = fakeChat(started, asked('Broken teapot'));
    const { said } = listen(chat);
    chat.answer.value = { id: 'a', replyTo: 'q', text: '', askedAt: Date.now() };
    await vi.advanceTimersByTimeAsync(1000);
    chat.answer.value = { id: 'a', replyTo: 'q', text: 'Any', askedAt: Date.now() };
    await vi.advanceTimersByTimeAsync(5000);

    expect(await said()).toEqual(['Finch is answering.']);
  });

  test('that is very long is cut, and the rest is in the conversation', async () => {
    const chat = fakeChat(started, asked('Tell me'));
    const { said } = listen(chat);

    chat.happens(answered('x'.repeat(2000)));

    expect(await said()).toEqual([
      `Finch, AI assistant: ${'x'.repeat(800)} More in the conversation.`,
    ]);
  });

  test('that was stopped is only said to be stopped', async () => {
    const chat = fakeChat(started, asked('Tell me'));
    const { said } = listen(chat);

    chat.happens(answered('Anything', { stopped: true }));

    expect(await said()).toEqual(['Answer stopped.']);
  });
});

describe('people', () => {
  test('what a person says is said with their name, what the customer says is silent', async () => {
    const chat = fakeChat(...inLine, ...joined('Maya'));
    const { said } = listen(chat);

    chat.happens(asked('Yes please'), agentSaid('Done!', '10:50', 'Maya'));

    expect(await said()).toEqual(['Maya: Done!']);
  });

  test('typing is said once a turn', async () => {
    const chat = fakeChat(...inLine, ...joined('Maya'));
    const { said } = listen(chat);

    chat.agentTyping.value = true;
    chat.happens(asked('Hello?'));

    expect(await said()).toEqual(['Maya is typing.']);
  });

  test('waiting, joining, ending and coming back are said as full sentences', async () => {
    const chat = fakeChat(started, asked('Refund'), requested());
    const { said } = listen(chat);

    chat.happens(...waiting(2));
    await said();
    chat.happens(...joined('Maya Okafor'));
    chat.happens(ended());

    expect(await said()).toEqual([
      'You asked for a person. We shared this chat and a summary with the team.',
      'Waiting for a person',
      'We’ll show it here when someone joins. You can close this window.',
      'Maya Okafor joined the chat. Maya is a person on the support team.',
      'Maya Okafor ended this chat. You’re talking to Finch, an AI assistant, again.',
    ]);
  });

  test('a place in line is said as it falls, but not all the time', async () => {
    const chat = fakeChat(started, asked('Refund'), requested());
    const { said } = listen(chat);
    const inPlace = (position: number) => ({
      type: 'handoff-changed' as const,
      handoff: { state: 'waiting' as const, id: handoffId, at: today('10:43'), position },
    });

    chat.happens(inPlace(4));
    await said();
    chat.happens(inPlace(3));
    vi.advanceTimersByTime(30_000);
    chat.happens(inPlace(2));
    chat.happens(inPlace(3));
    vi.advanceTimersByTime(30_000);
    chat.happens(inPlace(1));

    expect((await said()).slice(1)).toEqual([
      'You’re number 4 in line',
      'We’ll show it here when someone joins. You can close this window.',
      'You’re number 2 in line.',
      'You’re next in line',
    ]);
  });

  test('a request that became a ticket is said, with where the answer goes', async () => {
    const chat = fakeChat(started, asked('Refund'));
    const { said } = listen(chat);

    chat.happens(ticketLeft('ana@example.com'));

    expect(await said()).toEqual([
      'You asked for a person. We shared this chat and a summary with the team.',
      'Your request is with the team',
      'We’ll reply to ana@example.com.',
    ]);
  });

  test('a cancelled request is said', async () => {
    const chat = fakeChat(...inLine);
    const { said } = listen(chat);

    chat.happens(cancelled);

    expect(await said()).toEqual([
      'You cancelled the request. You’re talking to Finch, an AI assistant.',
    ]);
  });
});

describe('what went wrong is an alert', () => {
  test('a handoff that failed', () => {
    const chat = fakeChat(started, asked('Refund'), requested());
    const { alerted } = listen(chat);

    chat.happens(failed());

    expect(alerted()).toEqual(['We couldn’t reach the support team. Your chat is safe.']);
  });

  test('a message that was not sent', () => {
    const chat = fakeChat(started);
    const { alerted } = listen(chat);

    chat.unsent.value = [{ id: 'u', text: 'Hi', at: today('10:48'), state: 'failed' }];

    expect(alerted()).toEqual(['Message not sent.']);
  });

  test('a chat that expired', () => {
    const chat = fakeChat(started);
    const { alerted } = listen(chat);

    chat.problem.value = { type: 'expired' };

    expect(alerted()).toEqual(['This chat expired. Start a new one.']);
  });
});

test('the past of a chat that was just restored is not news', async () => {
  const chat = fakeChat();
  const { said } = listen(chat);

  chat.conversation.value = conversationAfter(...inLine, ...joined('Maya'), agentSaid('Hi'));

  expect((await said()).filter((text) => text.includes('Maya'))).toEqual([]);
});

describe('more than words', () => {
  test('a file is said by its name, a picture with its caption too', async () => {
    const chat = fakeChat(...inLine, ...joined());
    const { said } = listen(chat);

    const file = { type: 'file', media: media('f', 'label.pdf'), hasCaption: false } as const;
    chat.happens(agentSent({ id: 'f', body: 'label.pdf', content: file }));
    chat.happens(agentSent({ id: 'i', body: 'This one?', content: image }));

    expect(await said()).toEqual([
      'Maya Okafor sent label.pdf.',
      'Maya Okafor sent moss-teapot.png.',
      'Maya Okafor: This one?',
    ]);
  });

  test('what Zendesk tells of the chat is said as the line it is', async () => {
    const chat = fakeChat(...inLine, ...joined());
    const { said } = listen(chat);

    const content = { type: 'activity', activity: 'ticket-closed' } as const;
    chat.happens(agentSent({ id: 'a', body: 'Closed', content }));

    expect(await said()).toEqual(['The support team closed this request.']);
  });
});
