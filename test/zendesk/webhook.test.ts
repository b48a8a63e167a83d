import { describe, expect, test } from 'vitest';
import { ZodError } from 'zod';
import { readDelivery, sameSecret } from '../../src/zendesk/webhook.ts';

const conversation = {
  id: '67a0ec',
  type: 'personal',
  metadata: { owner: 'install-1' },
  activeSwitchboardIntegration: {
    id: 'si-workspace',
    name: 'zd-agentWorkspace',
    integrationId: 'integration-workspace',
    integrationType: 'zd:agentWorkspace',
  },
  pendingSwitchboardIntegration: {
    id: 'si-ours',
    name: 'baton-0a1b2c3d',
    integrationId: 'integration-ours',
    integrationType: 'custom',
  },
};
const reply = {
  id: 'event-1',
  createdAt: '2026-11-23T10:02:11.004Z',
  type: 'conversation:message',
  payload: {
    conversation,
    message: {
      id: 'message-9',
      received: '2026-11-23T10:02:10.900Z',
      author: { type: 'business', displayName: 'Dana', subtypes: ['agent'] },
      content: { type: 'text', text: 'Hi Ana, let me look.' },
      source: { type: 'zd:agentWorkspace' },
      metadata: { '__zendesk_msg.agent.id': '3954' },
    },
    recentNotifications: [],
  },
};

function delivery(...events: unknown[]) {
  return { app: { id: 'app-1' }, webhook: { id: 'webhook-1', version: 'v2' }, events };
}

function readOne(event: unknown) {
  return readDelivery(delivery(event)).events[0];
}

const event = (type: string, payload: Record<string, unknown> = {}) => ({
  id: 'event-2',
  createdAt: '2026-11-23T10:30:00.000Z',
  type,
  payload: { conversation, ...payload },
});

describe('a delivery', () => {
  test('brings an agent’s reply with everything needed to place it', () => {
    const read = readDelivery(delivery(reply));

    expect(read).toMatchObject({
      appId: 'app-1',
      webhookId: 'webhook-1',
      events: [
        {
          id: 'event-1',
          at: '2026-11-23T10:02:11.004Z',
          kind: 'message',
          conversation: {
            id: '67a0ec',
            metadata: { owner: 'install-1' },
            activeIntegration: { id: 'si-workspace', integrationType: 'zd:agentWorkspace' },
          },
          message: { id: 'message-9', content: { text: 'Hi Ana, let me look.' } },
        },
      ],
    });
  });

  test.each<[string, unknown, Record<string, unknown>]>([
    ['control passed', event('switchboard:passControl'), { kind: 'control', action: 'passed' }],
    [
      'control passed to e-mail',
      event('switchboard:passControl', { reason: 'transferToEmail' }),
      { kind: 'control', action: 'passed', reason: 'transferToEmail' },
    ],
    [
      'the session ended',
      event('switchboard:releaseControl', { reason: 'ticketClosed' }),
      { kind: 'control', action: 'released', reason: 'ticketClosed' },
    ],
    [
      'a pass that failed',
      event('switchboard:passControl:failure', {
        error: { code: 'switchboard_invalid_target', message: 'x' },
      }),
      { kind: 'pass-failed', code: 'switchboard_invalid_target' },
    ],
    [
      'a pass that failed without a reason',
      event('switchboard:passControl:failure'),
      { kind: 'pass-failed', code: null },
    ],
    [
      'an agent typing',
      event('conversation:typing', {
        activity: { type: 'typing:start', author: { type: 'business' } },
      }),
      { kind: 'typing', typing: true, byBusiness: true },
    ],
    [
      'a customer who stops typing',
      event('conversation:typing', { activity: { type: 'typing:stop', author: { type: 'user' } } }),
      { kind: 'typing', typing: false, byBusiness: false },
    ],
    [
      'an agent who has read',
      event('conversation:read', {
        activity: { type: 'conversation:read', author: { type: 'business' } },
      }),
      { kind: 'read', byBusiness: true },
    ],
    ['a deleted conversation', event('conversation:remove'), { kind: 'removed' }],
    ['something from the future', event('conversation:sparkle'), { kind: 'other' }],
    ['a name of JavaScript’s', event('constructor'), { kind: 'other' }],
    ['a message without its message', event('conversation:message'), { kind: 'other' }],
    ['a typing of nobody', event('conversation:typing', { activity: {} }), { kind: 'other' }],
  ])('tells of %s', (_, unread, expected) => {
    expect(readOne(unread)).toEqual({
      id: 'event-2',
      at: '2026-11-23T10:30:00.000Z',
      conversation: expect.objectContaining({ id: '67a0ec' }),
      ...expected,
    });
  });

  test('without a holder of control says so', () => {
    const released = event('switchboard:releaseControl', { conversation: { id: '67a0ec' } });

    expect(readOne(released)?.conversation).toEqual({
      id: '67a0ec',
      metadata: {},
      activeIntegration: null,
    });
  });

  test.each<[string, unknown]>([
    ['null', null],
    ['a text', 'event'],
    ['an empty one', {}],
    ['one without payload', { id: 'event-3', type: 'conversation:message' }],
    [
      'one whose message has no id',
      event('conversation:message', { message: { received: '2026-11-23T10:00:00Z' } }),
    ],
    ['one whose conversation is a text', { ...reply, payload: { conversation: 'x' } }],
  ])('keeps its good events beside a bad one: %s', (_, bad) => {
    const { events } = readDelivery(delivery(reply, bad, { ...reply, id: 'event-4' }));

    expect(events.map(({ kind }) => kind)).toEqual(['message', 'other', 'message']);
  });

  test('may have events without a date', () => {
    expect(readOne({ ...reply, createdAt: undefined })).toMatchObject({
      at: null,
      kind: 'message',
    });
  });

  test.each<[string, unknown]>([
    ['nothing', undefined],
    ['an older version', { ...delivery(reply), webhook: { id: 'w', version: 'v1.1' } }],
    ['no app', { ...delivery(reply), app: undefined }],
    ['no list of events', { ...delivery(), events: {} }],
  ])('is refused when it is %s', (_, body) => {
    expect(() => readDelivery(body)).toThrow(ZodError);
  });
});

describe('the secret of a delivery', () => {
  test.each<[string | null | undefined, boolean]>([
    ['s3cret', true],
    ['s3creT', false],
    ['s3cre', false],
    ['s3cret ', false],
    ['', false],
    [null, false],
    [undefined, false],
  ])('%j', (given, isSame) => {
    expect(sameSecret(given, 's3cret')).toBe(isSame);
  });
});
