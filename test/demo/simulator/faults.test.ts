import { describe, expect, test } from 'vitest';
import { demoAccount } from '../../../src/demo/simulator/account.ts';
import { appKey, startWire, supportToken, type Wire } from './wire.ts';

const users = `/sc/v2/apps/${demoAccount.appId}/users`;

function createUser(wire: Wire, externalId: string, signal?: AbortSignal) {
  return wire.send('POST', users, {
    headers: { authorization: appKey, 'content-type': 'application/json' },
    body: JSON.stringify({ externalId }),
    signal,
  });
}

async function exists(wire: Wire, externalId: string): Promise<boolean> {
  const { status } = await wire.send('GET', `${users}/${externalId}`, {
    headers: { authorization: appKey },
  });
  return status === 200;
}

const onUsers = { method: 'POST', path: '/users$' };

describe('a simulated failure', () => {
  test('answers with the status, headers and body that were asked for', async () => {
    const wire = await startWire();
    wire.simulator.faults.set({
      rules: [
        {
          match: onUsers,
          effect: { type: 'status', status: 429, headers: { 'retry-after': '7' } },
        },
      ],
    });

    const answer = await createUser(wire, 'a');

    expect(answer).toMatchObject({
      status: 429,
      body: { errors: [{ code: 'too_many_requests' }] },
    });
    expect(answer.headers.get('retry-after')).toBe('7');
    expect(await exists(wire, 'a')).toBe(false);
  });

  test('can be a page that is no JSON', async () => {
    const wire = await startWire();
    const effect = {
      type: 'status' as const,
      status: 502,
      body: '<h1>Bad gateway</h1>',
      contentType: 'text/html',
    };
    wire.simulator.faults.set({ rules: [{ match: onUsers, effect }] });

    expect(await createUser(wire, 'a')).toMatchObject({
      status: 502,
      body: '<h1>Bad gateway</h1>',
    });
  });

  test('can come after Zendesk did what was asked', async () => {
    const wire = await startWire();
    const effect = { type: 'status' as const, status: 500, after: true };
    wire.simulator.faults.set({ rules: [{ match: { ...onUsers, times: 1 }, effect }] });

    expect((await createUser(wire, 'a')).status).toBe(500);

    expect(await exists(wire, 'a')).toBe(true);
    expect((await createUser(wire, 'a')).status).toBe(409);
  });

  test('hits the request that was counted, as often as was asked', async () => {
    const wire = await startWire();
    const effect = { type: 'status' as const, status: 503 };
    wire.simulator.faults.set({ rules: [{ match: { ...onUsers, nth: 2, times: 2 }, effect }] });

    const statuses = [];
    for (const id of ['a', 'b', 'c', 'd']) statuses.push((await createUser(wire, id)).status);

    expect(statuses).toEqual([201, 503, 503, 201]);
  });
});

describe('a broken connection', () => {
  test.each([
    ['before the effect', false],
    ['after the effect', true],
  ])('%s looks like one to the caller', async (_, after) => {
    const wire = await startWire();
    wire.simulator.faults.set({ rules: [{ match: onUsers, effect: { type: 'reset', after } }] });

    await expect(createUser(wire, 'a')).rejects.toThrow(TypeError);

    expect(await exists(wire, 'a')).toBe(after);
    expect(wire.simulator.history.requests[0]).toMatchObject({ method: 'POST', status: 'reset' });
  });

  test('can hide a request that takes effect later', async () => {
    const wire = await startWire();
    wire.simulator.faults.set({ rules: [{ match: onUsers, effect: { type: 'late', ms: 9000 } }] });

    await expect(createUser(wire, 'a')).rejects.toThrow('fetch failed');
    await wire.clock.advance(8999);
    expect(await exists(wire, 'a')).toBe(false);
    await wire.clock.advance(1);

    expect(await exists(wire, 'a')).toBe(true);
    expect(wire.simulator.history.requests[0]?.effects).toHaveLength(1);
  });

  test('hangs until the caller gives up', async () => {
    const wire = await startWire();
    wire.simulator.faults.set({ rules: [{ match: onUsers, effect: { type: 'hang' } }] });
    const patience = new AbortController();

    const waiting = createUser(wire, 'a', patience.signal);
    await wire.clock.advance(3_600_000);
    patience.abort(new Error('enough'));

    await expect(waiting).rejects.toThrow('enough');
  });

  test('ends with the simulator', async () => {
    const wire = await startWire();
    wire.simulator.faults.set({ rules: [{ match: onUsers, effect: { type: 'hang' } }] });

    const waiting = createUser(wire, 'a');
    await wire.clock.advance(1);
    wire.simulator.close();

    await expect(waiting).rejects.toThrow('fetch failed');
  });

  test('is only slow when it is delayed', async () => {
    const wire = await startWire();
    wire.simulator.faults.set({ rules: [{ match: onUsers, effect: { type: 'delay', ms: 3000 } }] });

    const waiting = createUser(wire, 'a');
    await wire.clock.advance(3000);

    expect((await waiting).status).toBe(201);
    expect(wire.simulator.history.requests[0]?.ms).toBe(3000);
  });
});

describe('faults over the wire', () => {
  const post = (wire: Wire, body: unknown) =>
    wire.send('POST', '/faults', { body: JSON.stringify(body) });

  test('are set as a list or by name, and cleared', async () => {
    const wire = await startWire();
    const rule = { match: onUsers, effect: { type: 'status', status: 500 } };

    expect((await post(wire, [rule])).status).toBe(200);
    expect((await createUser(wire, 'a')).status).toBe(500);
    expect(
      (await post(wire, { rules: [rule], webhooks: 'late', ms: 500, listLagMs: 100 })).status,
    ).toBe(200);
    expect((await createUser(wire, 'a')).status).toBe(500);
    await wire.send('DELETE', '/faults');

    expect((await createUser(wire, 'a')).status).toBe(201);
  });

  test('are refused when they make no sense', async () => {
    const wire = await startWire();
    const effect = { type: 'status', status: 500 };

    expect((await post(wire, [{ match: { path: '(' }, effect }])).status).toBe(400);
    expect((await post(wire, [{ match: {}, effect: { type: 'explode' } }])).status).toBe(400);
    expect((await post(wire, { weather: 'bad' })).status).toBe(400);
  });
});

describe('the history', () => {
  test('tells every request in order, with what it made, and no secret', async () => {
    const wire = await startWire();
    await createUser(wire, 'a');
    await wire.send('POST', '/oauth/tokens', {
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        grant_type: 'client_credentials',
        client_id: demoAccount.oauthClientId,
        client_secret: demoAccount.oauthClientSecret,
        scope: 'read',
      }),
    });
    await wire.send('GET', '/api/v2/users/me', { headers: { authorization: supportToken } });
    await wire.connect();
    await wire.createConversation(await wire.createUser());
    await wire.simulator.settled();

    const { body } = await wire.send('GET', '/history');

    expect(body).toMatchObject({
      requests: [
        {
          method: 'POST',
          path: users,
          status: 201,
          authorization: 'basic',
          body: { externalId: 'a' },
          effects: [expect.stringMatching(/^[0-9a-f]{24}$/)],
        },
        { path: '/oauth/tokens', status: 201 },
        { path: '/api/v2/users/me', status: 200, effects: [] },
        ...Array.from({ length: 6 }, () => ({})),
      ],
    });
    const text = JSON.stringify(body);
    const { secretKey, apiToken, oauthClientSecret } = demoAccount;
    for (const secret of [secretKey, apiToken, oauthClientSecret, appKey, supportToken]) {
      expect(text).not.toContain(secret);
    }
  });

  test('starts again with the account', async () => {
    const wire = await startWire();
    await createUser(wire, 'a');

    await wire.send('POST', '/reset');

    expect(wire.simulator.history.requests).toEqual([]);
    expect(await exists(wire, 'a')).toBe(false);
  });
});
