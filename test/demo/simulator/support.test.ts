import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { demoAccount } from '../../../src/demo/simulator/account.ts';
import { basic, handOff, startWire, supportToken, type Wire } from './wire.ts';

async function signInWithOAuth(wire: Wire, fields: Record<string, unknown> = {}) {
  return wire.send('POST', '/oauth/tokens', {
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      grant_type: 'client_credentials',
      client_id: demoAccount.oauthClientId,
      client_secret: demoAccount.oauthClientSecret,
      scope: 'read write',
      ...fields,
    }),
  });
}

async function bearer(wire: Wire, fields: Record<string, unknown> = {}) {
  const { body } = await signInWithOAuth(wire, fields);
  return `Bearer ${z.object({ access_token: z.string() }).parse(body).access_token}`;
}

const me = (wire: Wire, authorization?: string) =>
  wire.send('GET', '/api/v2/users/me', { headers: authorization ? { authorization } : {} });

const ticket = (fields: Record<string, unknown> = {}) => ({
  ticket: { subject: 'Chat', comment: { body: 'Summary', public: false }, ...fields },
});

describe('signing in to Support', () => {
  test('works with e-mail and API token, and with an OAuth token', async () => {
    const wire = await startWire();

    for (const authorization of [
      basic(`${demoAccount.email}/token`, demoAccount.apiToken),
      await bearer(wire),
    ]) {
      expect(await me(wire, authorization)).toMatchObject({
        status: 200,
        body: { user: { id: expect.any(Number), role: 'admin', email: demoAccount.email } },
      });
    }
  });

  test('is nobody without credentials, and still 200', async () => {
    const wire = await startWire();
    expect(await me(wire)).toMatchObject({ status: 200, body: { user: { id: null } } });
  });

  test('fails with a wrong token, and without the word token', async () => {
    const wire = await startWire();

    const wrong = await me(wire, basic(`${demoAccount.email}/token`, 'nope'));
    const noWord = await me(wire, basic(demoAccount.email, demoAccount.apiToken));

    expect([wrong.status, noWord.status]).toEqual([401, 401]);
    expect(wrong.body).toEqual({ error: "Couldn't authenticate you" });
  });

  test('with OAuth ends when the token expires or is revoked', async () => {
    const wire = await startWire();
    const short = await bearer(wire, { expires_in: 400 });
    const long = await bearer(wire, { expires_in: 4000 });
    await wire.clock.advance(400_000);

    expect(await me(wire, short)).toMatchObject({ status: 401, body: { error: 'invalid_token' } });
    expect((await me(wire, long)).status).toBe(200);
    wire.simulator.workspace.revokeTokens();
    expect((await me(wire, long)).status).toBe(401);
  });

  test.each([
    ['a wrong secret', { client_secret: 'x' }, 401],
    ['another grant', { grant_type: 'password' }, 400],
    ['too short a life', { expires_in: 300 }, 400],
    ['too long a life', { expires_in: 172_800 }, 400],
  ])('with OAuth is refused for %s', async (_, fields, status) => {
    const wire = await startWire();
    expect((await signInWithOAuth(wire, fields)).status).toBe(status);
  });

  test('with scopes as a list gives a token that opens nothing', async () => {
    const wire = await startWire();
    const token = await bearer(wire, { scope: ['read', 'write'] });
    expect((await me(wire, token)).status).toBe(403);
  });
});

describe('a ticket without a chat', () => {
  test('carries what was said and shows up in the workspace', async () => {
    const wire = await startWire();

    const answer = await wire.support(
      'POST',
      '/tickets.json',
      ticket({
        requester: { name: 'Ana', email: 'ana@example.com' },
        tags: ['AI Handoff'],
        external_id: 'h1',
        custom_fields: [{ id: 36, value: 'A-20417' }],
      }),
    );

    expect(answer.status).toBe(201);
    expect(answer.headers.get('location')).toMatch(/\/api\/v2\/tickets\/1042\.json$/);
    expect(wire.tickets()).toMatchObject([
      {
        id: 1042,
        subject: 'Chat',
        requester: { name: 'Ana', email: 'ana@example.com' },
        tags: ['ai_handoff'],
        active: false,
        conversationId: null,
        messages: [{ text: 'Summary', internal: true, author: { kind: 'ai' } }],
      },
    ]);
  });

  test('is made once for each Idempotency-Key, for two hours', async () => {
    const wire = await startWire();
    const create = (body = ticket()) =>
      wire.support('POST', '/tickets', body, { 'idempotency-key': 'h1' });

    const first = await create();
    const again = await create();
    const other = await create(ticket({ subject: 'Another' }));
    await wire.clock.advance(2 * 3_600_000);
    const later = await create();

    expect(first.headers.get('x-idempotency-lookup')).toBe('miss');
    expect(again.headers.get('x-idempotency-lookup')).toBe('hit');
    expect(again.body).toMatchObject({ ticket: { id: 1042 } });
    expect(other).toMatchObject({ status: 400, body: { error: 'IdempotentRequestError' } });
    expect(later.body).toMatchObject({ ticket: { id: 1043 } });
  });

  test('is refused with the field that is wrong', async () => {
    const wire = await startWire();

    const wrongMail = await wire.support(
      'POST',
      '/tickets',
      ticket({ requester: { name: 'A', email: 'a' } }),
    );
    const noName = await wire.support(
      'POST',
      '/tickets',
      ticket({ requester: { email: 'new@example.com' } }),
    );
    const unknownKey = await wire.support('POST', '/tickets', ticket({ sujet: 'x' }));
    const noComment = await wire.support('POST', '/tickets', { ticket: { subject: 'x' } });

    expect(wrongMail).toMatchObject({
      status: 422,
      body: { error: 'RecordInvalid', details: { 'requester.email': [{}] } },
    });
    expect([noName.status, unknownKey.status, noComment.status]).toEqual([422, 422, 422]);
    expect(wire.tickets()).toEqual([]);
  });

  test('belongs to whoever owns the credentials when nobody is named', async () => {
    const wire = await startWire();
    await wire.support('POST', '/tickets', ticket());
    expect(wire.tickets()[0]?.requester.name).toBe('Priya Shah');
  });

  test('is not for strangers', async () => {
    const wire = await startWire();
    expect((await wire.send('GET', '/api/v2/tickets/1')).status).toBe(401);
    expect(await wire.support('GET', '/tickets/1')).toMatchObject({
      status: 404,
      body: { error: 'RecordNotFound' },
    });
  });
});

describe('a ticket that is there', () => {
  test('takes a subject and an internal note', async () => {
    const wire = await startWire();
    const { ticketId } = await handOff(wire);

    const answer = await wire.support('PUT', `/tickets/${ticketId}`, {
      ticket: { subject: 'Broken teapot', comment: { body: 'The whole chat', public: false } },
    });

    expect(answer.body).toMatchObject({
      ticket: { subject: 'Broken teapot' },
      audit: { events: [{ type: 'Comment', public: false }] },
    });
    expect(wire.tickets()[0]?.messages.at(-1)).toMatchObject({
      text: 'The whole chat',
      internal: true,
    });
    const comments = await wire.support('GET', `/tickets/${ticketId}/comments`);
    expect(comments.body).toMatchObject({ comments: [{ body: 'The whole chat' }] });
  });

  test('can be changed only while it is open, and only if nobody was faster when asked so', async () => {
    const wire = await startWire();
    const { ticketId } = await handOff(wire);
    const stamp = new Date(wire.clock.now()).toISOString();
    await wire.clock.advance(5000);
    wire.simulator.workspace.accept(ticketId);
    const change = { subject: 'New', safe_update: true, updated_stamp: stamp };

    const tooLate = await wire.support('PUT', `/tickets/${ticketId}`, { ticket: change });
    wire.simulator.workspace.close(ticketId);
    const closed = await wire.support('PUT', `/tickets/${ticketId}`, {
      ticket: { subject: 'New' },
    });

    expect([tooLate.status, closed.status]).toEqual([409, 422]);
  });

  test('is found by tag, custom field or external id once the index has caught up', async () => {
    const wire = await startWire();
    wire.simulator.faults.set({ searchLagMs: 4000 });
    const { conversationId, ticketId } = await handOff(wire, {
      'dataCapture.systemField.tags': 'handoff_1',
      'dataCapture.ticketField.36': 'C1',
    });
    await wire.support('POST', '/tickets', ticket({ external_id: 'h1' }));
    const find = async (query: string) => {
      const { body } = await wire.support('GET', `/search?query=${encodeURIComponent(query)}`);
      return z
        .object({ results: z.array(z.object({ id: z.number() })) })
        .parse(body)
        .results.map(({ id }) => id);
    };
    expect(await find('type:ticket tags:handoff_1')).toEqual([]);

    await wire.clock.advance(4000);

    expect(await find('type:ticket tags:handoff_1')).toEqual([ticketId]);
    expect(await find('type:ticket custom_field_36:c1')).toEqual([ticketId]);
    expect(await find('type:ticket external_id:h1')).toEqual([ticketId + 1]);
    expect(await find('type:ticket tags:other')).toEqual([]);
    const byExternalId = await wire.support('GET', '/tickets?external_id=h1');
    expect(byExternalId.body).toMatchObject({ tickets: [{ id: ticketId + 1 }] });
    const audits = await wire.support('GET', `/tickets/${ticketId}/audits`);
    expect(audits.body).toMatchObject({
      audits: [{ events: [{ value: { conversation_id: conversationId } }] }],
    });
  });

  test('shows the whole talk in its log', async () => {
    const wire = await startWire();
    const { ticketId } = await handOff(wire);
    wire.simulator.workspace.reply(ticketId, { text: 'Hi Ana' });
    wire.simulator.workspace.note(ticketId, 'Nice customer');

    const { body } = await wire.support('GET', `/tickets/${ticketId}/conversation_log`);

    expect(body).toMatchObject({
      events: [
        { author: { type: 'bot' }, metadata: { public: true } },
        { author: { type: 'user' } },
        { author: { type: 'agent', display_name: 'Maya Okafor' }, content: { text: 'Hi Ana' } },
        { type: 'Comment', metadata: { public: false } },
      ],
    });
  });
});

describe('who is online', () => {
  const ask = (wire: Wire, query = '') =>
    wire.support(
      'GET',
      `/agent_availabilities?filter[channel_status]=messaging:online&select_channel=messaging${query}`,
    );

  test('lists agents whose messaging is online, with their channel', async () => {
    const wire = await startWire();
    wire.simulator.workspace.setStatus('away', 10_012);

    expect((await ask(wire)).body).toMatchObject({
      data: [{ attributes: { agent_id: 10_011, agent_status: { id: 3, name: 'online' } } }],
      included: [{ type: 'channels', attributes: { name: 'messaging', status: 'online' } }],
      meta: { has_more: false },
    });
    const offline = '/agent_availabilities?filter[channel_status]=messaging:offline';
    expect((await wire.support('GET', offline)).body).toMatchObject({
      data: [{ attributes: { agent_id: 10_012, agent_status: { id: 4, name: 'away' } } }],
    });
    wire.simulator.workspace.setStatus('offline');
    expect((await ask(wire)).body).toMatchObject({ data: [] });
  });

  test('can be counted from one page, and is paged by cursor', async () => {
    const wire = await startWire();

    const first = await ask(wire, '&page[size]=1');

    const { links } = z.object({ links: z.object({ next: z.url() }) }).parse(first.body);
    const { pathname, search } = new URL(links.next);
    const second = await wire.support('GET', pathname.replace('/api/v2', '') + search);
    expect(second.body).toMatchObject({ data: [{ attributes: { agent_id: 10_012 } }] });
  });

  test('is told to admins only', async () => {
    const wire = await startWire();
    wire.simulator.workspace.configure({ role: 'agent' });
    expect(await ask(wire)).toMatchObject({ status: 403, body: { error: { title: 'Forbidden' } } });
  });
});

test('a file goes to Support first and into one comment by its token', async () => {
  const wire = await startWire();
  const upload = await wire.send('POST', '/api/v2/uploads?filename=pot.png', {
    headers: { authorization: supportToken, 'content-type': 'image/png' },
    body: new Uint8Array([1, 2, 3]),
  });
  const { token } = z.object({ upload: z.object({ token: z.string() }) }).parse(upload.body).upload;
  const create = () =>
    wire.support('POST', '/tickets', ticket({ comment: { body: 'Look', uploads: [token] } }));

  const made = await create();
  const again = await create();

  const file = { file_name: 'pot.png', content_type: 'image/png', size: 3 };
  expect(upload).toMatchObject({ status: 201, body: { upload: { attachment: file } } });
  expect(made.body).toMatchObject({ audit: { events: [{ attachments: [file] }] } });
  expect(again.status).toBe(422);
});
