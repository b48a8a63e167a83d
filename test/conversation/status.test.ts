import { expect, test } from 'vitest';
import { apply } from '../../src/conversation/apply.ts';
import { newConversation } from '../../src/conversation/new-conversation.ts';
import { messagesThrough } from '../../src/conversation/messages-through.ts';
import { isOpen, missesInARow } from '../../src/conversation/status.ts';
import type { Handoff } from '../../src/protocol/handoff.ts';
import { log, message } from './events.ts';

const open = { id: '11111111-1111-4111-8111-111111111111', at: '2026-11-23T10:46:00.000Z' };
const answer = { kind: 'ai-agent', name: 'Finch' } as const;

test.each<[Handoff, boolean]>([
  [{ state: 'ai' }, false],
  [{ state: 'requested', ...open }, true],
  [{ state: 'waiting', ...open }, true],
  [{ state: 'live', ...open }, true],
  [{ state: 'ended', ...open, by: 'agent' }, false],
  [{ state: 'failed', ...open, reason: 'refused' }, false],
  [{ state: 'ticket', ...open, email: 'ana@example.com' }, false],
])('while the handoff is $state, people are in charge: %s', (handoff, expected) => {
  expect(isOpen(handoff)).toBe(expected);
});

test('misses are counted from the end, up to the last answer that found something', () => {
  const miss = message({ author: answer, actions: [{ type: 'ask-again' }] });
  const hit = message({ author: answer });
  const question = message();

  expect(missesInARow([])).toBe(0);
  expect(missesInARow([miss, hit, question])).toBe(0);
  expect(missesInARow([question, miss])).toBe(1);
  expect(missesInARow([hit, question, miss, question, miss])).toBe(2);
});

test('what a handoff shares ends where it was asked for', () => {
  const conversation = log(
    { type: 'message-added', message: message({ id: 'a' }) },
    { type: 'handoff-changed', handoff: { state: 'requested', ...open } },
    { type: 'message-added', message: message({ id: 'b' }) },
  ).reduce(apply, newConversation('c'));

  expect(messagesThrough(conversation, 2).map(({ id }) => id)).toEqual(['a']);
});
