import { expect, test } from 'vitest';
import { apply } from '../../src/conversation/apply.ts';
import { newConversation } from '../../src/conversation/new-conversation.ts';
import { canAnswer, pressedButton } from '../../src/conversation/responses.ts';
import type { ConversationEvent } from '../../src/protocol/event.ts';
import type { Message } from '../../src/protocol/message.ts';

const AT = '2026-11-23T10:00:00.000Z';
const HANDOFF = '0b8a4a53-8a36-4dd8-a5c0-4f2c3c1f6d10';

const added = (message: Partial<Message>): ConversationEvent => ({
  type: 'message-added',
  message: {
    id: 'm',
    author: { kind: 'customer' },
    at: AT,
    body: 'x',
    format: 'plain',
    ...message,
  },
});
const question = added({
  id: 'question',
  author: { kind: 'agent', name: 'Maya' },
  buttons: [
    { type: 'reply', id: '0', text: 'Yes', payload: 'yes' },
    { type: 'link', id: '1', text: 'Shop', url: 'https://shop.example/' },
  ],
  content: {
    type: 'list',
    items: [
      { title: 'Mug', buttons: [{ type: 'postback', id: '0.0', text: 'Mug', payload: 'mug' }] },
    ],
  },
});
const live: ConversationEvent = {
  type: 'handoff-changed',
  handoff: { state: 'live', id: HANDOFF, at: AT },
};
const ended: ConversationEvent = {
  type: 'handoff-changed',
  handoff: { state: 'ended', id: HANDOFF, at: AT, by: 'agent' },
};
const answer = added({ id: 'answer', response: { messageId: 'question', buttonId: '0' } });

const after = (...events: ConversationEvent[]) =>
  events.map((event, index) => ({ seq: index + 1, event })).reduce(apply, newConversation('c'));

test.each<[string, ConversationEvent[], boolean]>([
  ['while the team is there', [live, question], true],
  ['once it was answered', [live, question, answer], false],
  ['after something else was said', [live, question, added({ id: 'other' })], true],
  ['after the end', [live, question, ended], false],
  ['after the end, when another chat began', [live, question, ended, live], false],
  ['once it was removed', [live, question, { type: 'message-removed', id: 'question' }], false],
])('whether a message can be answered %s', (_, events, can) => {
  expect(canAnswer(after(...events), 'question')).toBe(can);
});

test.each([
  ['0', 'yes'],
  ['0.0', 'mug'],
  ['1', undefined],
  ['9', undefined],
  [undefined, undefined],
])('the button %j that was pressed says %j', (buttonId, payload) => {
  const pressed = { messageId: 'question', ...(buttonId !== undefined && { buttonId }) };

  expect(pressedButton(after(live, question), pressed)?.payload).toBe(payload);
});
