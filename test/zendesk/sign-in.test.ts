import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { createAsk } from '../../src/zendesk/request.ts';
import { signedIn } from '../../src/zendesk/sign-in.ts';
import { ZendeskError } from '../../src/zendesk/zendesk-error.ts';
import { apiToken, oauth, ORIGIN, simulatedZendesk } from './simulated-zendesk.ts';
import { virtualClock } from './virtual-clock.ts';

const HOUR_MS = 3_600_000;
const TOKEN_REQUEST = 'POST /oauth/tokens';

function tokenRequests(requests: string[]): number {
  return requests.filter((request) => request === TOKEN_REQUEST).length;
}

async function rejection(promise: Promise<unknown>): Promise<unknown> {
  return promise.then(
    () => 'no error',
    (error: unknown) => error,
  );
}

describe('an OAuth client', () => {
  test('signs in when first needed, and not again for the next call', async () => {
    const { support, run, requests, simulator } = simulatedZendesk();

    await run(support.me());
    await run(support.me());

    expect(requests()).toEqual([TOKEN_REQUEST, 'GET /api/v2/users/me', 'GET /api/v2/users/me']);
    expect(simulator.history.requests[0]?.body).toMatchObject({
      grant_type: 'client_credentials',
      scope: 'read write',
    });
  });

  test('asks for no leave to write where only articles are wanted', async () => {
    const { support, run, simulator } = simulatedZendesk({ knowledgeOnly: true });

    await run(support.me());

    expect(simulator.history.requests[0]?.body).toMatchObject({ scope: 'read' });
  });

  test('shares one sign-in among calls that start together', async () => {
    const { support, run, requests } = simulatedZendesk();

    await run(Promise.all([support.me(), support.me(), support.team()]));

    expect(tokenRequests(requests())).toBe(1);
  });

  test('renews its token at 80 % of its lifetime', async () => {
    const { support, run, requests, clock } = simulatedZendesk();
    await run(support.me());

    clock.advance(24 * 0.8 * HOUR_MS - 60_000);
    await run(support.me());
    const before = tokenRequests(requests());
    clock.advance(60_000);
    await run(support.me());

    expect([before, tokenRequests(requests())]).toEqual([1, 2]);
  });

  test('signs in again when its token was taken away, once for all calls', async () => {
    const { support, run, requests, simulator } = simulatedZendesk();
    await run(support.me());
    simulator.workspace.revokeTokens();

    const answers = await run(Promise.all([support.me(), support.me(), support.me()]));

    expect(answers).toEqual(
      Array.from({ length: 3 }, () => expect.objectContaining({ role: 'admin' })),
    );
    expect(tokenRequests(requests())).toBe(2);
  });

  test('gives up after a second 401', async () => {
    const { support, run, requests, simulator } = simulatedZendesk();
    simulator.faults.set({
      rules: [{ match: { path: '/users/me' }, effect: { type: 'status', status: 401 } }],
    });

    const error = await rejection(run(support.me()));

    expect(error).toMatchObject({ status: 401, outcome: 'refused' });
    expect(requests().filter((request) => request.endsWith('/users/me'))).toHaveLength(2);
  });

  test('with a wrong secret is told so, without the secret', async () => {
    const { support, run } = simulatedZendesk({
      signIn: { ...oauth, clientSecret: 'wrong-but-secret' },
    });

    const error = await rejection(run(support.me()));

    expect(error).toMatchObject({ operation: 'sign in', status: 401, code: 'invalid_client' });
    expect(error instanceof Error ? error.stack : '').not.toContain('wrong-but-secret');
  });

  test('tries again with the next call after a failed sign-in', async () => {
    const { support, run, simulator } = simulatedZendesk();
    simulator.faults.set({
      rules: [{ match: { path: '/oauth', nth: 1 }, effect: { type: 'status', status: 500 } }],
    });

    const first = await rejection(run(support.me()));
    const second = await run(support.me());

    expect(first).toBeInstanceOf(ZendeskError);
    expect(second?.role).toBe('admin');
  });

  test('lets an impatient caller go while the others get their token', async () => {
    const { support, run, simulator, clock } = simulatedZendesk();
    const start = clock.now();
    simulator.faults.set({
      rules: [{ match: { path: '/oauth' }, effect: { type: 'delay', ms: 5000 } }],
    });
    const impatient = new AbortController();

    const patientCall = support.me();
    const impatientCall = rejection(support.me(impatient.signal));
    impatient.abort();

    expect(await run(impatientCall)).toMatchObject({ code: 'aborted', outcome: 'not-sent' });
    expect(clock.now()).toBe(start);
    expect((await run(patientCall))?.role).toBe('admin');
  });

  test('keeps a token for half an hour when Zendesk names no lifetime', async () => {
    const clock = virtualClock();
    let tokens = 0;
    const ask = createAsk({
      clock,
      random: () => 0,
      async fetch(url) {
        if (!url.endsWith('/oauth/tokens')) return Response.json({});
        tokens += 1;
        return Response.json({ access_token: `token-${tokens}`, token_type: 'bearer' });
      },
    });
    const askSignedIn = signedIn({ origin: ORIGIN, method: oauth, ask, clock, scope: 'read' });
    const call = { operation: 'look', method: 'GET', url: ORIGIN, answer: z.unknown() } as const;

    await clock.run(askSignedIn(call));
    clock.advance(0.39 * HOUR_MS);
    await clock.run(askSignedIn(call));
    const before = tokens;
    clock.advance(0.02 * HOUR_MS);
    await clock.run(askSignedIn(call));

    expect([before, tokens]).toEqual([1, 2]);
  });
});

test('an API token goes with every call, without a sign-in', async () => {
  const { support, run, requests } = simulatedZendesk({ signIn: apiToken });

  const me = await run(support.me());

  expect(me).toMatchObject({ role: 'admin', email: apiToken.email });
  expect(requests()).toEqual(['GET /api/v2/users/me']);
});
