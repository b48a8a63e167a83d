import { describe, expect, test } from 'vitest';
import { demoAccount } from '../../../src/demo/simulator/account.ts';
import { appKey, basic, handOff, HOOK, startWire } from './wire.ts';

const text = { type: 'text', text: 'Hi' };
const business = { type: 'business', displayName: 'Finch' };
const link = { type: 'link', text: 'Open', uri: 'https://x.example' };

describe('a message is refused', () => {
  test.each<[string, Record<string, unknown>]>([
    ['with a key nobody knows', { author: business, content: text, clientId: '1' }],
    ['with a key nobody knows inside', { author: business, content: { ...text, format: 'md' } }],
    ['without an author', { content: text }],
    ['from a role that does not exist', { author: { type: 'bot' }, content: text }],
    ['from a user without an id', { author: { type: 'user' }, content: text }],
    ['from a business with a user id', { author: { ...business, userId: '1' }, content: text }],
    [
      'with a subtype that is not ours to say',
      { author: { ...business, subtypes: ['agent'] }, content: text },
    ],
    ['of 4,097 units', { author: business, content: { type: 'text', text: 'x'.repeat(4097) } }],
    [
      'of 4,098 units in 2,049 characters',
      { author: business, content: { type: 'text', text: '🫖'.repeat(2049) } },
    ],
    ['without words', { author: business, content: { type: 'text', text: '' } }],
    ['with nothing in it', { author: business, content: { type: 'text' } }],
    [
      'in two kinds of markup',
      { author: business, content: { type: 'text', htmlText: 'a', markdownText: 'a' } },
    ],
    ['of an unknown type', { author: business, content: { type: 'video', text: 'x' } }],
    ['that answers a form', { author: business, content: { type: 'formResponse', fields: [] } }],
    ['as an empty carousel', { author: business, content: { type: 'carousel', items: [] } }],
    [
      'as a carousel with reply buttons',
      {
        author: business,
        content: {
          type: 'carousel',
          items: [{ title: 'A', actions: [{ type: 'reply', text: 'a', payload: 'a' }] }],
        },
      },
    ],
    ['with nested metadata', { author: business, content: text, metadata: { a: { b: 1 } } }],
    ['with a list in metadata', { author: business, content: text, metadata: { a: ['b'] } }],
    ['with null in metadata', { author: business, content: text, metadata: { a: null } }],
    [
      'with 4,097 bytes of metadata',
      { author: business, content: text, metadata: { a: 'x'.repeat(4089) } },
    ],
  ])('%s', async (_, body) => {
    const wire = await startWire();
    const conversationId = await wire.createConversation(await wire.createUser());

    const answer = await wire.sunco('POST', `/conversations/${conversationId}/messages`, body);

    expect(answer).toMatchObject({ status: 400, body: { errors: [{ code: 'bad_request' }] } });
    expect(await wire.messages(conversationId)).toEqual([]);
    expect(wire.flaws).toEqual([]);
  });

  test('from a customer of another conversation, or one nobody knows', async () => {
    const wire = await startWire();
    const conversationId = await wire.createConversation(await wire.createUser());
    const stranger = await wire.createUser();
    const post = (userId: string) =>
      wire.sunco('POST', `/conversations/${conversationId}/messages`, {
        author: { type: 'user', userId },
        content: text,
      });

    expect((await post(stranger)).status).toBe(400);
    expect(await post('0'.repeat(24))).toMatchObject({
      status: 404,
      body: { errors: [{ code: 'user_not_found' }] },
    });
  });

  test('when the conversation is full', async () => {
    const wire = await startWire();
    const conversationId = await wire.createConversation(await wire.createUser());
    wire.simulator.workspace.configure({ messageLimit: 1 });
    await wire.say(conversationId, business, 'one');

    const answer = await wire.sunco('POST', `/conversations/${conversationId}/messages`, {
      author: business,
      content: text,
    });

    expect(answer).toMatchObject({ status: 423, body: { errors: [{ code: 'locked' }] } });
  });
});

describe('a message is accepted', () => {
  test.each<[string, Record<string, unknown>]>([
    ['of exactly 4,096 units', { type: 'text', text: '🫖'.repeat(2048) }],
    [
      'with buttons',
      { type: 'text', text: 'Pick', actions: [link, { type: 'reply', text: 'a', payload: 'a' }] },
    ],
    ['with buttons only', { type: 'text', actions: [link] }],
    ['as markdown', { type: 'text', markdownText: '**hello**' }],
    ['as a carousel', { type: 'carousel', items: [{ title: 'A', actions: [link] }] }],
    ['as a list', { type: 'list', items: [{ title: 'A', actions: [link] }], actions: [link] }],
    ['as a form', { type: 'form', fields: [{ type: 'text', name: 'a', label: 'A' }] }],
    ['as a place', { type: 'location', coordinates: { lat: 1, long: 2 } }],
    ['as a file', { type: 'file', mediaUrl: 'https://x.example/a.pdf' }],
  ])('%s', async (_, content) => {
    const wire = await startWire();
    const conversationId = await wire.createConversation(await wire.createUser());

    const answer = await wire.sunco('POST', `/conversations/${conversationId}/messages`, {
      author: business,
      content,
      metadata: { a: 'x'.repeat(4088) },
    });

    expect(answer.status).toBe(201);
    expect(wire.flaws).toEqual([]);
  });

  test('and gets a disclaimer when it says that it comes from an AI', async () => {
    const wire = await startWire();
    const conversationId = await wire.createConversation(await wire.createUser());

    await wire.say(conversationId, { ...business, subtypes: ['AI'] }, 'Hello');

    const [message] = await wire.messages(conversationId);
    expect(message?.content.text).toMatch(/^Hello\n\n.*AI/);
  });
});

describe('a request is refused', () => {
  test('with a wrong key, for a wrong app, at a wrong path', async () => {
    const wire = await startWire();

    const wrongKey = await wire.sunco('GET', '', undefined, basic('app_x', 'y'));
    const noKey = await wire.send('GET', `/sc/v2/apps/${demoAccount.appId}`);
    const wrongApp = await wire.send('GET', '/sc/v2/apps/5f0000000000000000000000', {
      headers: { authorization: appKey },
    });

    expect(wrongKey).toMatchObject({ status: 401, body: { errors: [{ code: 'unauthorized' }] } });
    expect(noKey.status).toBe(401);
    expect(wrongApp).toMatchObject({ status: 404, body: { errors: [{ code: 'app_not_found' }] } });
  });

  test('without a body where one is required, even an empty one', async () => {
    const wire = await startWire();
    const { conversationId } = await handOff(wire);

    const answer = await wire.sunco('POST', `/conversations/${conversationId}/acceptControl`);

    expect(answer.status).toBe(400);
  });

  test('without a content type, without JSON, or above 100 kB', async () => {
    const wire = await startWire();
    const post = async (body: string, headers: Record<string, string> = {}) => {
      const path = `/sc/v2/apps/${demoAccount.appId}/users`;
      return (
        await wire.send('POST', path, { headers: { authorization: appKey, ...headers }, body })
      ).status;
    };
    const json = { 'content-type': 'application/json' };

    expect(await post('{}', { 'content-type': '' })).toBe(400);
    expect(await post('{', json)).toBe(400);
    expect(await post(JSON.stringify({ externalId: 'x'.repeat(103_000) }), json)).toBe(413);
    expect(await post('{}', { 'content-type': 'application/json; charset=utf-8' })).toBe(201);
  });

  test.each<[string, Record<string, unknown>]>([
    ['an empty name', { profile: { givenName: '' } }],
    ['something that is no e-mail address', { profile: { email: 'ana' } }],
    ['a name of 129 characters', { profile: { surname: 'x'.repeat(129) } }],
    ['an external id of 1,025 characters', { externalId: 'x'.repeat(1025) }],
    ['a key nobody knows', { email: 'ana@example.com' }],
  ])('for a user with %s', async (_, body) => {
    const wire = await startWire();
    expect((await wire.sunco('POST', '/users', body)).status).toBe(400);
  });

  test('for a second user with the same external id', async () => {
    const wire = await startWire();
    const id = await wire.createUser({ externalId: 'web/1' });

    const again = await wire.sunco('POST', '/users', { externalId: 'web/1' });
    const found = await wire.sunco('GET', `/users/${encodeURIComponent('web/1')}`);

    expect(again).toMatchObject({ status: 409, body: { errors: [{ code: 'conflict' }] } });
    expect(found.body).toMatchObject({ user: { id, externalId: 'web/1' } });
  });

  test.each<[string, Record<string, unknown>]>([
    ['without a type', { participants: [{ userId: 'U' }] }],
    ['without participants', { type: 'personal' }],
    ['with two', { type: 'personal', participants: [{ userId: 'U' }, { userId: 'U' }] }],
    ['named twice', { type: 'personal', participants: [{ userId: 'U', userExternalId: 'e' }] }],
    ['with an empty name', { type: 'personal', participants: [{ userId: 'U' }], displayName: '' }],
    [
      'with nested metadata',
      { type: 'personal', participants: [{ userId: 'U' }], metadata: { a: {} } },
    ],
  ])('for a conversation %s', async (_, body) => {
    const wire = await startWire();
    const userId = await wire.createUser();
    const named: unknown = JSON.parse(JSON.stringify(body).replaceAll('"U"', `"${userId}"`));

    expect((await wire.sunco('POST', '/conversations', named)).status).toBe(400);
  });

  test('for a second conversation in an account that allows one', async () => {
    const wire = await startWire();
    const userId = await wire.createUser();
    const first = await wire.createConversation(userId);
    expect((await wire.sunco('DELETE', `/conversations/${first}`)).status).toBe(400);
    await wire.createConversation(userId);
    wire.simulator.workspace.configure({ multiConvoEnabled: false });

    const answer = await wire.sunco('POST', '/conversations', {
      type: 'personal',
      participants: [{ userId }],
    });

    expect(answer.status).toBe(400);
    const { body } = await wire.sunco('GET', '');
    expect(body).toMatchObject({ app: { settings: { multiConvoEnabled: false } } });
  });

  test('for typing of a customer', async () => {
    const wire = await startWire();
    const { conversationId, userId } = await handOff(wire);

    const answer = await wire.sunco('POST', `/conversations/${conversationId}/activity`, {
      author: { type: 'user', userId },
      type: 'typing:start',
    });

    expect(answer.status).toBe(400);
  });

  test('for an eleventh webhook of the app', async () => {
    const wire = await startWire();
    const { integrationId } = await wire.connect();
    const add = () =>
      wire.sunco('POST', `/integrations/${integrationId}/webhooks`, {
        target: HOOK,
        triggers: ['conversation:message'],
      });
    for (let n = 2; n <= 10; n += 1) expect((await add()).status).toBe(201);

    expect((await add()).status).toBe(400);
  });

  test('for metadata above 4 KB on a pass of control, which then does not happen', async () => {
    const wire = await startWire();
    const { workspace } = await wire.connect();
    const conversationId = await wire.createConversation(await wire.createUser());
    await wire.say(conversationId, business, 'Hello');

    const answer = await wire.pass(conversationId, workspace, { note: 'x'.repeat(5000) });

    expect(answer.status).toBe(400);
    expect(wire.tickets()).toEqual([]);
  });
});
