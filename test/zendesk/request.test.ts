import { once } from 'node:events';
import { createServer } from 'node:http';
import type { RequestListener, Server } from 'node:http';
import { describe, expect, onTestFinished, test } from 'vitest';
import { z } from 'zod';
import { createAsk } from '../../src/zendesk/request.ts';
import type { Call, Wire } from '../../src/zendesk/request.ts';
import { ZendeskError } from '../../src/zendesk/zendesk-error.ts';
import { virtualClock } from './virtual-clock.ts';

const SECRET = 'c2VjcmV0LWtleQ==';
const Answer = z.object({ message: z.string() });

const posting: Call<{ message: string }> = {
  operation: 'post a message',
  method: 'POST',
  url: 'https://acme.zendesk.com/sc/v2/apps/1',
  authorization: `Basic ${SECRET}`,
  body: { text: 'hello' },
  answer: Answer,
};
const reading: Call<{ message: string }> = {
  ...posting,
  method: 'GET',
  body: undefined,
  repeat: true,
};

function stage(fetch: Wire['fetch'], overrides: Partial<Wire> = {}) {
  const clock = virtualClock();
  const ask = createAsk({ fetch, clock, random: () => 0.5, ...overrides });
  const failure = async (call: Call<unknown>): Promise<ZendeskError> => {
    const error: unknown = await clock.run(ask(call).catch((thrown: unknown) => thrown));
    if (error instanceof ZendeskError) return error;
    throw new Error('expected a ZendeskError');
  };
  return { clock, ask, failure };
}

/** The real network, where a virtual clock would run ahead of the wire. */
const network: Partial<Wire> = {
  clock: {
    now: () => Date.now(),
    setTimeout(run, ms) {
      const timer = setTimeout(run, ms);
      return () => clearTimeout(timer);
    },
  },
};

/** Answers in turn; the last one stays. */
function answers(...responses: (() => Response)[]) {
  let requests = 0;
  return {
    fetch: async () => {
      const respond = responses[Math.min(requests, responses.length - 1)];
      requests += 1;
      return respond?.() ?? new Response();
    },
    requests: () => requests,
  };
}

const ok = () => Response.json({ message: 'hi' });
const json = (status: number, body: unknown, headers?: Record<string, string>) => () =>
  Response.json(body, { status, headers });
const html = (status: number) => () =>
  new Response('<!doctype html><title>Sign in</title>', {
    status,
    headers: { 'content-type': 'text/html' },
  });

async function server(listener: RequestListener): Promise<string> {
  const http = createServer(listener).listen(0, '127.0.0.1');
  await once(http, 'listening');
  onTestFinished(() => {
    http.closeAllConnections();
    http.close();
  });
  return originOf(http);
}

function originOf(http: Server): string {
  const address = http.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return `http://127.0.0.1:${address.port}`;
}

describe('a definite refusal', () => {
  test.each([
    [
      'Conversations API',
      json(404, { errors: [{ code: 'conversation_not_found', title: 'x' }] }),
      404,
      'conversation_not_found',
    ],
    [
      'several errors',
      json(400, { errors: [{ code: 'bad_request' }, { code: 'other' }] }),
      400,
      'bad_request',
    ],
    [
      'Support validation',
      json(422, { error: 'RecordInvalid', description: 'x', details: {} }),
      422,
      'RecordInvalid',
    ],
    [
      'Support object',
      json(403, { error: { title: 'Forbidden', message: 'x' } }),
      403,
      'Forbidden',
    ],
    ['OAuth', json(401, { error: 'invalid_token', error_description: 'x' }), 401, 'invalid_token'],
    ['a sentence', json(401, { error: "Couldn't authenticate you" }), 401, null],
    ['conflict', json(409, { errors: [{ code: 'conflict' }] }), 409, 'conflict'],
    ['HTML', html(404), 404, null],
    ['no body', () => new Response(null, { status: 423 }), 423, null],
    ['nonsense', json(400, [1, 2]), 400, null],
  ])('is known to have had no effect: %s', async (_, response, status, code) => {
    const { failure } = stage(answers(response).fetch);

    const error = await failure(posting);

    expect(error).toMatchObject({ outcome: 'refused', status, code, retryable: false });
  });

  test.each([
    ['17', 17_000],
    ['1.5', 1500],
    ['Mon, 23 Nov 2026 10:00:30 GMT', 30_000],
    ['Mon, 23 Nov 2026 09:00:00 GMT', 0],
    ['soon', null],
  ])('says how long to wait: Retry-After %s', async (header, retryAfterMs) => {
    const { failure } = stage(answers(json(429, {}, { 'retry-after': header })).fetch);

    const error = await failure(posting);

    expect(error).toMatchObject({ outcome: 'refused', status: 429, retryAfterMs, retryable: true });
  });

  test('is a redirect, which is never followed', async () => {
    const visited: string[] = [];
    const elsewhere = await server((request, response) => {
      visited.push(request.headers.authorization ?? 'nobody');
      response.end();
    });
    const origin = await server((_, response) => {
      response.writeHead(302, { location: elsewhere }).end();
    });
    const { failure } = stage(fetch, network);

    const error = await failure({ ...reading, url: origin });

    expect(error).toMatchObject({ outcome: 'refused', status: 302, code: 'redirect' });
    expect(visited).toEqual([]);
  });
});

describe('an unknown outcome', () => {
  test.each([
    ['Zendesk fails', json(500, { errors: [{ code: 'internal' }] }), 500, 'internal'],
    ['a gateway fails with a page', html(502), 502, null],
    ['a gateway loses its patience', html(408), 408, null],
    ['a success with a page', html(200), 200, 'not-json'],
    [
      'a success cut short',
      () => new Response('{"message": "h', { headers: { 'content-type': 'application/json' } }),
      200,
      'broken-json',
    ],
    ['a success of another shape', json(200, { messages: [] }), 200, 'unexpected-answer'],
    [
      'an endless success',
      () =>
        new Response('x'.repeat(6 * 1024 * 1024), {
          headers: { 'content-type': 'application/json' },
        }),
      200,
      'too-large',
    ],
  ])('is what is left when %s', async (_, response, status, code) => {
    const { failure } = stage(answers(response).fetch);

    const error = await failure(posting);

    expect(error).toMatchObject({ outcome: 'unknown', status, code });
  });

  test('is a Zendesk that does not answer, and the connection is cut after the timeout', async () => {
    let isCut = false;
    const origin = await server((request) => {
      request.socket.once('close', () => {
        isCut = true;
      });
    });
    const { failure } = stage(fetch, { ...network, timeoutMs: 50 });

    const error = await failure({ ...posting, url: origin });

    expect(error).toMatchObject({ outcome: 'unknown', status: null, code: 'timeout' });
    await expect.poll(() => isCut).toBe(true);
  });

  test('comes after ten seconds, even if the network never says anything', async () => {
    const { clock, failure } = stage(() => new Promise(() => {}));
    const start = clock.now();

    const error = await failure(posting);

    expect(error.code).toBe('timeout');
    expect(clock.now() - start).toBe(10_000);
  });

  test('is a connection that breaks before the answer', async () => {
    const origin = await server((request) => void request.socket.destroy());
    const { failure } = stage(fetch, network);

    const error = await failure({ ...posting, url: origin });

    expect(error).toMatchObject({ outcome: 'unknown', status: null, retryable: true });
  });

  test('is an answer that breaks in the middle', async () => {
    const origin = await server((_, response) => {
      response.writeHead(201, { 'content-type': 'application/json', 'content-length': '99' });
      response.write('{"message"', () => response.destroy());
    });
    const { failure } = stage(fetch, network);

    const error = await failure({ ...posting, url: origin });

    expect(error).toMatchObject({ outcome: 'unknown', status: null });
  });

  test('is a request that its caller gave up on', async () => {
    const caller = new AbortController();
    const { failure } = stage(() => {
      queueMicrotask(() => caller.abort());
      return new Promise(() => {});
    });

    const error = await failure({ ...posting, signal: caller.signal });

    expect(error).toMatchObject({ outcome: 'unknown', code: 'aborted', retryable: false });
  });
});

describe('nothing was sent', () => {
  test('when nobody listens', async () => {
    const http = createServer().listen(0, '127.0.0.1');
    await once(http, 'listening');
    const origin = originOf(http);
    await new Promise((resolve) => http.close(resolve));
    const { failure } = stage(fetch, network);

    const error = await failure({ ...posting, url: origin });

    expect(error).toMatchObject({ outcome: 'not-sent', code: 'ECONNREFUSED', retryable: true });
  });

  test.each([
    'ENOTFOUND',
    'EAI_AGAIN',
    'ECONNREFUSED',
    'CERT_HAS_EXPIRED',
    'UND_ERR_CONNECT_TIMEOUT',
  ])('when there is no connection: %s', async (code) => {
    const { failure } = stage(async () => {
      throw new TypeError('fetch failed', { cause: Object.assign(new Error(code), { code }) });
    });

    const error = await failure(posting);

    expect(error).toMatchObject({ outcome: 'not-sent', code });
  });

  test('unless one of several addresses may have got it', async () => {
    const refused = Object.assign(new Error(), { code: 'ECONNREFUSED', syscall: 'connect' });
    const reset = Object.assign(new Error(), { code: 'ECONNRESET', syscall: 'read' });
    const { failure } = stage(async () => {
      throw new TypeError('fetch failed', { cause: new AggregateError([refused, reset]) });
    });

    expect((await failure(posting)).outcome).toBe('unknown');
  });

  test('when the caller had given up before', async () => {
    const wire = answers(ok);
    const { failure } = stage(wire.fetch);

    const error = await failure({ ...posting, signal: AbortSignal.abort() });

    expect(error).toMatchObject({ outcome: 'not-sent', code: 'aborted' });
    expect(wire.requests()).toBe(0);
  });
});

describe('repeating', () => {
  test.each([408, 429, 502, 503, 504])('overcomes a passing %i', async (status) => {
    const wire = answers(json(status, {}), html(status), ok);
    const { clock, ask } = stage(wire.fetch);

    const answer = await clock.run(ask(reading));

    expect(answer).toEqual({ message: 'hi' });
    expect(wire.requests()).toBe(3);
  });

  test('waits longer each time, at random, and stops after five tries', async () => {
    const wire = answers(json(503, {}));
    const { clock, failure } = stage(wire.fetch);

    const error = await failure(reading);

    expect(error.status).toBe(503);
    expect(wire.requests()).toBe(5);
    expect(clock.waits.filter((ms) => ms !== 10_000)).toEqual([250, 500, 1000, 2000]);
  });

  test('never comes before the time that Zendesk asks for', async () => {
    const { clock, ask } = stage(answers(json(429, {}, { 'retry-after': '30' }), ok).fetch);

    await clock.run(ask(reading));

    expect(clock.waits).toContain(30_000);
  });

  test('leaves a wait of more than a minute to the caller', async () => {
    const wire = answers(json(429, {}, { 'retry-after': '61' }), ok);
    const { failure } = stage(wire.fetch);

    const error = await failure(reading);

    expect(error.retryAfterMs).toBe(61_000);
    expect(wire.requests()).toBe(1);
  });

  test.each([400, 401, 403, 404, 409, 422, 423, 500])('is no answer to %i', async (status) => {
    const wire = answers(json(status, {}));
    const { failure } = stage(wire.fetch);

    await failure(reading);

    expect(wire.requests()).toBe(1);
  });

  test('never happens to a request that must not arrive twice', async () => {
    const wire = answers(json(503, {}));
    const { failure } = stage(wire.fetch);

    await failure(posting);

    expect(wire.requests()).toBe(1);
  });

  test('ends when the caller gives up during the wait', async () => {
    const caller = new AbortController();
    const wire = answers(() => {
      setImmediate(() => setImmediate(() => caller.abort()));
      return json(503, {})();
    });
    const { failure } = stage(wire.fetch);

    const error = await failure({ ...reading, signal: caller.signal });

    expect(error.code).toBe('aborted');
    expect(wire.requests()).toBe(1);
  });
});

describe('an error can be logged', () => {
  test.each([
    [
      'a body that quotes the customer',
      json(400, { errors: [{ code: 'bad_request', title: 'my card is 4111' }] }),
    ],
    ['a code that is a sentence', json(400, { error: 'my card is 4111' })],
    ['a page', () => new Response(`<p>my card is 4111 ${SECRET}</p>`, { status: 500 })],
  ])('it holds neither secrets nor texts: %s', async (_, response) => {
    const { failure } = stage(answers(response).fetch);

    const error = await failure(posting);

    const everything = `${error.message} ${error.stack} ${JSON.stringify(error)} ${String(error.cause)}`;
    expect(everything).not.toContain('4111');
    expect(everything).not.toContain(SECRET);
    expect(error.message).toContain('post a message');
  });

  test('also when the platform itself complains about a header', async () => {
    const { failure } = stage(fetch, network);

    const error = await failure({ ...posting, authorization: `Basic ${SECRET}\n${SECRET}` });

    expect(`${error.message} ${error.stack} ${String(error.cause)}`).not.toContain(SECRET);
  });
});

test('a request says that it is JSON and wants JSON', async () => {
  const seen: RequestInit[] = [];
  const { clock, ask } = stage(async (_, init) => {
    seen.push(init);
    return ok();
  });

  await clock.run(ask(posting));

  expect(new Headers(seen[0]?.headers).get('content-type')).toBe('application/json');
  expect(seen[0]?.body).toBe('{"text":"hello"}');
});

test('an answer without a body counts as an empty one', async () => {
  const { clock, ask } = stage(answers(() => new Response(null, { status: 204 })).fetch);

  expect(await clock.run(ask({ ...posting, answer: z.strictObject({}) }))).toEqual({});
});
