import { expect, test } from 'vitest';
import { ticket } from '../../src/conversation/ticket.ts';

const facts = {
  handoffId: '11111111-1111-4111-8111-111111111111',
  firstMessageId: '5f748c',
  tags: ['baton', 'website'],
};

test('a ticket starts at the summary, carries the tags and can be found by its handoff', () => {
  expect(ticket(facts)).toEqual({
    first_message_id: '5f748c',
    origin_source_type: 'web',
    'dataCapture.systemField.tags': 'baton_111111111111,baton,website',
  });
});

test('only an address that the site vouched for becomes the requester’s', () => {
  const metadata = ticket({ ...facts, name: 'Ana', verifiedEmail: 'ana@example.com' });

  expect(metadata).toMatchObject({
    'dataCapture.systemField.requester.name': 'Ana',
    'dataCapture.systemField.requester.email': 'ana@example.com',
  });
});

test('tags that would make the metadata too large for Zendesk are left out from the end', () => {
  const tags = Array.from({ length: 400 }, (_, index) => `rather_long_tag_${index}`);

  const metadata = ticket({ ...facts, tags });

  expect(Buffer.byteLength(JSON.stringify(metadata))).toBeLessThanOrEqual(4096);
  expect(metadata['dataCapture.systemField.tags']).toMatch(
    /^baton_111111111111,rather_long_tag_0,/,
  );
  expect(metadata['first_message_id']).toBe('5f748c');
});
