import { expect, test } from 'vitest';
import { apply } from '../../src/conversation/apply.ts';
import { newConversation } from '../../src/conversation/new-conversation.ts';
import { messagesOf } from '../../src/conversation/status.ts';
import type { Message } from '../../src/protocol/message.ts';
import { createAnswers } from '../../src/proxy/answers.ts';
import type { Conversations } from '../../src/proxy/conversations.ts';
import { handClock } from './hand-clock.ts';
import { eventually } from './rig.ts';
import { forever, gate } from './scripted-model.ts';

const question: Message = {
  id: 'question',
  author: { kind: 'customer' },
  at: '2026-11-23T10:00:00.000Z',
  body: 'My teapot arrived broken, what now?',
  format: 'plain',
};

/** The answers of one conversation in memory; the AI agent says `words`, then nothing until it is stopped or may end. */
function answering({ words, mayEnd = false }: { words: string; mayEnd?: boolean }) {
  const clock = handClock();
  const said = gate();
  const ends: string[] = [];
  let conversation = newConversation('c');
  const answers = createAnswers({
    answerer: {
      async *answer(_conversation, _question, signal) {
        if (words) yield { type: 'text', text: words };
        said.open();
        if (mayEnd) yield { type: 'done', citations: [], actions: [] };
        else await forever(signal);
      },
    },
    conversations: inMemory(),
    assistant: 'Finch',
    handOff: async () => null,
    metrics: { answerEnded: (end) => void ends.push(end), modelUsed: () => {} },
    clock,
    newId: () => 'answer',
    log: { info: () => {}, warn: () => {}, error: () => {} },
  });

  function inMemory(): Conversations {
    return {
      load: async () => conversation,
      async change(_id, decide) {
        const { events = [] } =
          typeof decide === 'function' ? decide(conversation) : decide.withOutbox(conversation, []);
        for (const { event } of events) {
          conversation = apply(conversation, { seq: conversation.seq + 1, event });
        }
        return conversation;
      },
      changeIn: async () => conversation,
    };
  }
  return {
    clock,
    said: said.opened,
    ask: () => answers.ask('c', question, null),
    messages: () => messagesOf(conversation),
    ends,
    failures: () => conversation.failures,
  };
}

test('an answer that nobody has followed for half a minute is stopped, and what was shown stays', async () => {
  const { clock, said, ask, messages } = answering({ words: 'It is covered.' });
  const unfollow = ask().follow(() => {});
  await said;
  await clock.advance(60_000);

  unfollow();
  await clock.advance(29_000);
  expect(messages()).toEqual([]);
  await clock.advance(1_000);

  await eventually(() => messages().length > 0);
  expect(messages()).toMatchObject([{ body: 'It is covered.', stopped: true }]);
});

test('somebody who comes back in time has it go on', async () => {
  const { clock, said, ask, messages } = answering({ words: 'It is covered.' });
  const unfollow = ask().follow(() => {});
  await said;
  unfollow();
  await clock.advance(29_000);

  ask().follow(() => {});
  await clock.advance(60_000);

  expect(messages()).toEqual([]);
});

test('an answer without a word and without a reader counts as failed', async () => {
  const { clock, said, ask, messages, failures } = answering({ words: '' });
  ask().follow(() => {})();
  await said;

  await clock.advance(30_000);

  await eventually(() => Object.keys(failures()).length > 0);
  expect(failures()).toEqual({ question: 'answer' });
  expect(messages()).toEqual([]);
});

test('an answer that was given is over, and nobody has to follow it any longer', async () => {
  const { clock, ask, messages, ends } = answering({ words: 'It is covered.', mayEnd: true });
  const running = ask();
  const unfollow = running.follow(() => {});
  await running.finished;

  unfollow();
  await clock.advance(60_000);

  expect(ends).toEqual(['answered']);
  expect(messages()[0]?.stopped).toBeUndefined();
});
