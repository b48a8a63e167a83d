import { expect, test } from 'vitest';
import { summaryOf } from '../../../src/demo/page/summary.ts';
import { TicketMessage } from '../../../src/demo/page/snapshot.ts';
import { message } from './fake-simulator.ts';

function summaryFrom(text: string) {
  return summaryOf([TicketMessage.parse(message({ id: 's', kind: 'ai', text }))]);
}

test.each([
  'Summary\nThe spout is broken.\nAsked for: Refund of £48',
  'Summary: The spout is broken.\n- Asked for: Refund of £48',
  'Summary of the chat with Finch (AI assistant)\n\nThe spout is broken.\n\nAsked for: Refund of £48',
])('a summary is read as sentences and facts: %j', (text) => {
  expect(summaryFrom(text)).toMatchObject({
    paragraphs: ['The spout is broken.'],
    facts: [{ name: 'Asked for', value: 'Refund of £48' }],
  });
});

test('the story behind a summary stays where it is', () => {
  const summary = summaryFrom(
    'Summary\n\nThe spout is broken.\n\nEmail: ana@example.com\n\nTranscript\n\n[10:46] Customer: Hi',
  );

  expect(summary).toMatchObject({
    hasMore: true,
    paragraphs: ['The spout is broken.'],
    facts: [{ name: 'Email', value: 'ana@example.com' }],
  });
});

test('an address in a summary is not mistaken for a fact', () => {
  expect(summaryFrom('Summary: asks about\nhttps://example.com/teapot')?.facts).toEqual([]);
});

test('what a customer calls a summary is their message', () => {
  const text = 'Summary: you broke my teapot.';
  const [own] = [TicketMessage.parse(message({ id: 'm', text }))];

  expect(summaryOf(own ? [own] : [])).toBeNull();
});
