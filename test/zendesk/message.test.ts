import { describe, expect, test } from 'vitest';
import { classify, ZendeskMessage } from '../../src/zendesk/message.ts';

const workspace = { source: { type: 'zd:agentWorkspace' } };
const business = { type: 'business', displayName: 'Dana' };

function message(fields: Record<string, unknown>): ZendeskMessage {
  return ZendeskMessage.parse({
    id: 'message-9',
    received: '2026-11-23T10:02:10.900Z',
    author: business,
    content: { type: 'text', text: 'Hi Ana, let me look.' },
    ...fields,
  });
}

const isOurs = ({ metadata }: ZendeskMessage) => metadata.k === 'conversation-1:message-1';
const ours = { metadata: { k: 'conversation-1:message-1' } };

describe('who speaks', () => {
  test.each<[string, Record<string, unknown>, ReturnType<typeof classify>]>([
    ['a redacted message', { deleted: true }, { kind: 'removed' }],
    ['a redacted message of ours', { deleted: true, ...ours }, { kind: 'removed' }],
    [
      'the echo of what the assistant said',
      { source: { type: 'api:conversations' }, ...ours },
      { kind: 'ours' },
    ],
    [
      'the echo of what the customer said',
      { author: { type: 'user', userId: 'u' }, ...ours },
      { kind: 'ours' },
    ],
    [
      'the customer on another channel',
      { author: { type: 'user' }, source: { type: 'whatsapp' } },
      { kind: 'customer-elsewhere' },
    ],
    [
      'the customer through another program',
      { author: { type: 'user' }, source: { type: 'api:conversations' } },
      { kind: 'customer-elsewhere' },
    ],
    [
      'another program of the account',
      { source: { type: 'api:conversations' } },
      { kind: 'automatic', name: 'Dana' },
    ],
    ['a foreign k', { metadata: { k: 'somebody-else:1' } }, { kind: 'automatic', name: 'Dana' }],
    [
      'a closed ticket',
      { activity: { type: 'ticket:closed' }, ...workspace },
      { kind: 'activity', activity: 'ticket:closed' },
    ],
    [
      'an unnamed activity',
      { author: { ...business, subtypes: ['activity'] } },
      { kind: 'activity', activity: 'unknown' },
    ],
    [
      'a session the customer ended',
      { author: { type: 'user' }, activity: { type: 'conversation:endedByUser' } },
      { kind: 'activity', activity: 'conversation:endedByUser' },
    ],
    [
      'an agent by subtype',
      { author: { ...business, subtypes: ['agent'] } },
      { kind: 'agent', name: 'Dana' },
    ],
    [
      'an agent by id',
      { metadata: { '__zendesk_msg.agent.id': '3954' }, ...workspace },
      { kind: 'agent', name: 'Dana' },
    ],
    [
      'an agent by numeric id',
      { metadata: { '__zendesk_msg.agent.id': 3954 } },
      { kind: 'agent', name: 'Dana' },
    ],
    [
      'an agent with a picture',
      { author: { ...business, subtypes: ['agent'], avatarUrl: 'https://acme.zendesk.com/a.png' } },
      { kind: 'agent', name: 'Dana', avatarUrl: 'https://acme.zendesk.com/a.png' },
    ],
    [
      'an agent whose picture is no picture',
      { author: { ...business, subtypes: ['agent'], avatarUrl: 'javascript:alert(1)' } },
      { kind: 'agent', name: 'Dana' },
    ],
    [
      'an agent whose picture is nowhere',
      { author: { ...business, subtypes: ['agent'], avatarUrl: 'https://[' } },
      { kind: 'agent', name: 'Dana' },
    ],
    [
      'an agent whose name is hidden',
      { author: { type: 'business', displayName: ' ', subtypes: ['agent'] } },
      { kind: 'agent', name: null },
    ],
    [
      'a trigger',
      { metadata: { '__zendesk_msg.agent.id': '__trigger' }, ...workspace },
      { kind: 'automatic', name: 'Dana' },
    ],
    [
      'a trigger without a name of its own',
      {
        author: { type: 'business', displayName: 'Automated Response' },
        metadata: { '__zendesk_msg.agent.id': '__trigger' },
      },
      { kind: 'automatic', name: null },
    ],
    [
      'an empty agent id',
      { metadata: { '__zendesk_msg.agent.id': '' }, ...workspace },
      { kind: 'automatic', name: 'Dana' },
    ],
    [
      'a survey',
      { source: { type: 'zd:surveys' }, metadata: { type: 'csat' } },
      { kind: 'automatic', name: 'Dana' },
    ],
    [
      'a bot by subtype',
      { author: { ...business, subtypes: ['bot'] } },
      { kind: 'automatic', name: 'Dana' },
    ],
    [
      'Zendesk’s own bot',
      { source: { type: 'zd:answerBot' } },
      { kind: 'automatic', name: 'Dana' },
    ],
    ['the workspace without a person', workspace, { kind: 'automatic', name: 'Dana' }],
    ['nobody in particular', { author: undefined }, { kind: 'automatic', name: null }],
  ])('%s', (_, fields, classified) => {
    expect(classify(message(fields), isOurs)).toEqual(classified);
  });
});

test('a message that Zendesk has extended or half filled is still read', () => {
  const read = ZendeskMessage.parse({
    id: 'message-1',
    received: '2026-11-23T11:00:00+01:00',
    author: { type: 'business', displayName: 7, subtypes: 'agent', mood: 'fine' },
    content: null,
    metadata: { k: 'x', nested: { a: 1 }, list: [1], n: 1, yes: true },
    quotedMessage: {},
  });

  expect(read.received).toBe('2026-11-23T10:00:00.000Z');
  expect(read.metadata).toEqual({ k: 'x', n: 1, yes: true });
  expect(read.author).toEqual({ type: 'business', subtypes: [] });
});

test.each([undefined, null, 'text', 7, []])('metadata that are %j count as none', (metadata) => {
  expect(message({ metadata }).metadata).toEqual({});
});
