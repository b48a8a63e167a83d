import { describe, expect, test } from 'vitest';
import { validateRequest, validateResponse, validateWebhook } from './openapi.ts';

const users = '/v2/apps/a1/users';
const messages = '/v2/apps/a1/conversations/c1/messages';
const author = { type: 'user', userId: 'u1' };

describe('a request to Zendesk', () => {
  test.each([
    ['without an author', { content: { type: 'text', text: 'Hi' } }],
    ['of 4,097 units', { author, content: { type: 'text', text: 'x'.repeat(4097) } }],
    [
      'of 4,098 units in 2,049 characters',
      { author, content: { type: 'text', text: '🫖'.repeat(2049) } },
    ],
    ['of an unknown type', { author, content: { type: 'video' } }],
    ['with an image that has no address', { author, content: { type: 'image' } }],
  ])('%s is wrong', (_, body) => {
    expect(validateRequest('POST', messages, body)).not.toEqual([]);
  });

  test('as described is right', () => {
    const body = {
      author,
      content: { type: 'text', text: '🫖'.repeat(2048) },
      metadata: { k: '1' },
    };
    expect(validateRequest('POST', messages, body)).toEqual([]);
    expect(validateRequest('POST', users, { externalId: 'w', profile: { surname: null } })).toEqual(
      [],
    );
    expect(validateRequest('GET', `${messages}?page[after]=m1`, undefined)).toEqual([]);
  });

  test('to a call that does not exist is wrong', () => {
    expect(validateRequest('PUT', users, {})).not.toEqual([]);
    expect(validateRequest('POST', '/v2/apps/a1/tickets', {})).not.toEqual([]);
    expect(validateRequest('GET', users, {})).not.toEqual([]);
  });
});

describe('an answer of Zendesk', () => {
  test('has the shape that belongs to its status', () => {
    const conflict = { errors: [{ code: 'conflict', title: 'exists' }] };

    expect(validateResponse('POST', users, 409, conflict)).toEqual([]);
    expect(validateResponse('POST', users, 409, { errors: [{ code: 409 }] })).not.toEqual([]);
    expect(validateResponse('POST', users, 201, { user: { id: 7 } })).not.toEqual([]);
    expect(validateResponse('POST', users, 202, {})).not.toEqual([]);
  });

  test('with an error that is not listed has the shape of an error all the same', () => {
    expect(validateResponse('POST', users, 429, { errors: [] })).toEqual([]);
    expect(validateResponse('POST', users, 429, 'Too many')).not.toEqual([]);
  });
});

describe('a webhook of Zendesk', () => {
  const delivery = (type: string, payload: unknown) => ({
    app: { id: 'a1' },
    webhook: { id: 'w1', version: 'v2' },
    events: [{ id: 'e1', createdAt: '2026-11-23T10:00:00.000Z', type, payload }],
  });

  test('is checked by the type of its event', () => {
    const message = {
      id: 'm1',
      author: { type: 'business' },
      content: { type: 'text', text: 'Hi' },
    };

    expect(validateWebhook(delivery('conversation:message', { message }))).toEqual([]);
    expect(validateWebhook(delivery('conversation:message', { message: { id: 1 } }))).not.toEqual(
      [],
    );
    expect(
      validateWebhook(delivery('switchboard:passControl', { reason: 'ticketClosed' })),
    ).toEqual([]);
    expect(validateWebhook(delivery('switchboard:passControl', { reason: 'bored' }))).not.toEqual(
      [],
    );
    expect(validateWebhook(delivery('conversation:sing', {}))).not.toEqual([]);
    expect(validateWebhook({ events: [] })).not.toEqual([]);
  });
});
