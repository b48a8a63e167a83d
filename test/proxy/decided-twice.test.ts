import { expect, test } from 'vitest';
import { newConversation } from '../../src/conversation/new-conversation.ts';
import type { Message } from '../../src/protocol/message.ts';
import { requestHandoff } from '../../src/proxy/handoff.ts';

const AT = '2026-11-23T12:00:00.000Z';

test('what was shown of an answer is kept when the request for a person has to be written a second time', () => {
  const running: Message[] = [
    {
      id: 'answer',
      author: { kind: 'ai-agent', name: 'Baton' },
      at: AT,
      body: 'Broken teapots are',
      format: 'markdown',
      replyTo: 'question',
      stopped: true,
    },
  ];
  const decision = requestHandoff({
    id: 'handoff',
    at: AT,
    assistant: 'Baton',
    cut: () => running.pop() ?? null,
  });
  const conversation = newConversation('a');

  const first = decision.withOutbox(conversation, []);
  const second = decision.withOutbox(conversation, []);

  expect(second).toEqual(first);
  expect(JSON.stringify(second)).toContain('Broken teapots are');
});
