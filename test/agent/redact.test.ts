import { expect, test } from 'vitest';
import type { Model } from '../../src/agent/model.ts';
import { redacted, redacting } from '../../src/agent/redact.ts';
import { customer, prompt } from './conversations.ts';

test.each([
  ['My card is 4111 1111 1111 1111.', 'My card is [card number].'],
  ['4111-1111-1111-1111 or 378282246310005', '[card number] or [card number]'],
  ['Pay to DE89 3704 0044 0532 0130 00 please', 'Pay to [bank account] please'],
  ['GB82WEST12345698765432', '[bank account]'],
  ['I am jo.smith+shop@mail.example, thanks', 'I am [e-mail address], thanks'],
  ['Call +44 20 7946 0958 or 020 7946 0958', 'Call [phone number] or [phone number]'],
  ['(0117) 496-0123', '[phone number]'],
])('“%s” is told as “%s”', (text, told) => {
  expect(redacted(text)).toBe(told);
});

test.each([
  'Where is order A-20417?',
  'Order #1234567890 of 2026-11-23 cost £1,234.50',
  'A teapot of 900 ml at 1,260 °C',
  'The code is 4111 1111 1111 1112',
  'Track JD014600003SE please',
])('“%s” is told as it is', (text) => {
  expect(redacted(text)).toBe(text);
});

test('the model never gets to see them, in the question, before it, or in a summary', async () => {
  const told: string[] = [];
  const model: Model = {
    // oxlint-disable-next-line require-yield -- it only listens
    async *answer({ question, turns }) {
      told.push(question, ...turns.map(({ body }) => body));
    },
    async summarize(turns) {
      told.push(...turns.map(({ body }) => body));
      return '';
    },
  };
  const never = new AbortController().signal;
  const before = [customer('Mine is jo@mail.example')];

  const quiet = redacting(model);
  const given = prompt({ question: 'And 4111 1111 1111 1111?', turns: before });
  for await (const part of quiet.answer(given, never)) expect(part).toBeNull();
  await quiet.summarize(before, never);

  expect(told).toEqual([
    'And [card number]?',
    'Mine is [e-mail address]',
    'Mine is [e-mail address]',
  ]);
});

test('a text made to be slow to read is read to its end', () => {
  for (const piece of ['1 ', '1-', 'a@', 'a.', 'DE89 ', '+1', '0 (']) {
    expect(redacted(piece.repeat(4000 / piece.length)).length).toBeGreaterThan(0);
  }
});
