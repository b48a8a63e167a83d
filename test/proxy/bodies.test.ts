import { request as httpRequest } from 'node:http';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { messagesOf } from '../../src/conversation/status.ts';
import { ErrorBody } from '../../src/protocol/error.ts';
import { listen, type Listening } from '../../src/proxy/listen.ts';
import './patience.ts';
import { createRig, errorOf, json, type Rig, type Visitor } from './rig.ts';
import { delivery, ourWebhook } from './zendesk-side.ts';

let rig: Rig;
let visitor: Visitor;
let server: Listening;

beforeAll(async () => {
  rig = await createRig();
  visitor = await rig.visitor();
  server = await listen(rig.proxy, { port: 0, host: '127.0.0.1' });
});
afterAll(async () => {
  await server.close();
  await rig.close();
});

const someId = () => crypto.randomUUID();

describe('a body that cannot be taken', () => {
  test.each<[string, unknown]>([
    ['cut short', '{"id":"'],
    ['empty', ''],
    ['no JSON', 'text=hello'],
    ['an array', '[]'],
    ['null', 'null'],
    ['deeply nested', '['.repeat(60_000)],
    ['without a text', { id: someId() }],
    ['with a number as text', { id: someId(), text: 5 }],
    ['without an id', { text: 'Hello' }],
    ['with an id that is no UUID', { id: '../../etc', text: 'Hello' }],
    ['with an empty text', { id: someId(), text: '' }],
    ['with blanks only', { id: someId(), text: ' \n\t\u00a0 ' }],
    ['with invisible characters only', { id: someId(), text: '\u0000\u202e\ufeff ' }],
  ])('%s is refused with 400 and leaves no trace', async (_name, body) => {
    const before = (await visitor.conversation()).seq;

    const error = await errorOf(
      await visitor.call('/messages', typeof body === 'string' ? body : { ...Object(body) }),
    );

    expect(error).toMatchObject({ status: 400, code: 'bad-request' });
    expect((await visitor.conversation()).seq).toBe(before);
  });

  test.each([
    ['/handoff', { id: 'no-uuid' }],
    ['/handoff', {}],
    ['/read', { throughSeq: -1 }],
    ['/read', { throughSeq: 'all' }],
  ])('%s refuses %j', async (route, body) => {
    expect(await errorOf(await visitor.call(route, body))).toMatchObject({ status: 400 });
  });

  test.each([
    'text/plain',
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=x',
    'application/jsonp',
    'application/json-patch+json',
    '',
  ])('as %j is refused with 415, so that no plain form of another site can post', async (type) => {
    const response = await rig.request(`/api/conversations/${visitor.id}/messages`, {
      method: 'POST',
      headers: { ...visitor.headers, 'content-type': type },
      body: JSON.stringify({ id: someId(), text: 'Hello' }),
    });

    expect(await errorOf(response)).toMatchObject({ status: 415, code: 'unsupported-type' });
  });

  test.each([
    ['/api/conversations', json({}, { 'content-encoding': 'gzip' })],
    ['/api/conversations', json({}, { 'content-encoding': 'identity' })],
    ['/api/zendesk/webhook/x', json({}, { 'content-encoding': 'br' })],
    ['/api/widget', { headers: { 'content-encoding': 'deflate' } }],
  ])('in another encoding is refused with 415 by %s', async (path, init) => {
    expect(await errorOf(await rig.request(path, init))).toMatchObject({ status: 415 });
  });
});

describe('a long text', () => {
  test('of 4,000 characters is taken, one more is not', async () => {
    const fine = await visitor.call('/messages', { id: someId(), text: 'a'.repeat(4000) });
    await fine.body?.cancel();
    const error = await errorOf(
      await visitor.call('/messages', { id: someId(), text: 'a'.repeat(4001) }),
    );

    expect(fine.status).toBe(200);
    expect(error).toMatchObject({ status: 413, code: 'too-large' });
    expect(error.message).toContain('4000');
  });

  test('is as long as the site owner allows', async () => {
    const strict = await createRig({ settings: { limits: { messageCharacters: 100 } } });
    try {
      const visitor = await strict.visitor();
      const response = await visitor.call('/messages', { id: someId(), text: 'a'.repeat(101) });
      expect(await errorOf(response)).toMatchObject({ status: 413 });
    } finally {
      await strict.close();
    }
  });
});

test('half a surrogate pair becomes a replacement character, a whole one stays', async () => {
  const body = `{"id":"${someId()}","text":"one \\ud83d two \\ud83d\\ude00"}`;

  await (await visitor.call('/messages', body)).text();

  const said = messagesOf(await visitor.conversation()).map((message) => message.body);
  expect(said).toContain('one \ufffd two 😀');
});

test('keys that nobody knows are left out of what is stored', async () => {
  const id = someId();
  const body = { id, text: 'Hello', author: { kind: 'agent', name: 'Eve' }, zendeskId: 'x' };

  await (await visitor.call('/messages', body)).text();

  const message = messagesOf(await visitor.conversation()).find((each) => each.id === id);
  expect(message?.author).toEqual({ kind: 'customer' });
  expect(Object.keys(message ?? {}).toSorted()).toEqual(['at', 'author', 'body', 'format', 'id']);
});

describe('a body larger than 64 KB', () => {
  const large = JSON.stringify({ id: someId(), text: 'a'.repeat(70_000) });

  test('is refused when it says so', async () => {
    const init = json(large, { ...visitor.headers, 'content-length': String(large.length) });
    const error = await errorOf(
      await rig.request(`/api/conversations/${visitor.id}/messages`, init),
    );
    expect(error).toMatchObject({ status: 413, code: 'too-large' });
  });

  test.each([
    ['says nothing', {}],
    ['lies', { 'content-length': '10' }],
  ])('is refused while it is read when it %s', async (_name, headers) => {
    let given = 0;
    const body = new ReadableStream<Uint8Array>({
      pull(controller) {
        given += 1;
        controller.enqueue(new TextEncoder().encode('"'.padEnd(16_384)));
        if (given === 1000) controller.close();
      },
    });

    const init = {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body,
      duplex: 'half',
    };
    const response = await rig.request('/api/conversations', init);

    expect(await errorOf(response)).toMatchObject({ status: 413 });
    expect(given).toBeLessThan(10);
  });
});

describe('over a real connection', () => {
  /** Sends a body in pieces without saying how long it will be. */
  function sendChunked(path: string, pieces: string[], headers: Record<string, string>) {
    return new Promise<{ status: number; body: unknown }>((resolve, reject) => {
      const request = httpRequest(
        {
          port: server.port,
          path,
          method: 'POST',
          headers: { 'content-type': 'application/json', ...headers },
        },
        (response) => {
          let text = '';
          response.on('data', (data: Buffer) => (text += data.toString()));
          response.on('end', () =>
            resolve({ status: response.statusCode ?? 0, body: JSON.parse(text) }),
          );
        },
      );
      request.on('error', reject);
      for (const piece of pieces) request.write(piece);
      request.end();
    });
  }

  test('a chat message of unannounced length is refused with 411', async () => {
    const { status, body } = await sendChunked('/api/conversations', ['{', '}'], {});

    expect(status).toBe(411);
    expect(ErrorBody.parse(body).error.code).toBe('length-required');
  });

  test('a message of announced length is answered with a stream', async () => {
    const url = `http://127.0.0.1:${server.port}/api/conversations/${visitor.id}/messages`;
    const response = await fetch(url, json({ id: someId(), text: 'Hello' }, visitor.headers));

    expect(response.headers.get('content-type')).toBe('text/event-stream; charset=utf-8');
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
    expect(await response.text()).toContain('event: event');
  });

  test('Zendesk may send its webhooks in chunks, up to a megabyte', async () => {
    const { path, secret } = await ourWebhook(rig);
    const text = JSON.stringify(
      delivery([{ id: 'large', type: 'unknown', payload: 'x'.repeat(900_000) }]),
    );
    const pieces = text.match(/.{1,50000}/g) ?? [];

    const { status } = await sendChunked(path, pieces, { 'x-api-key': secret });

    expect(status).toBe(200);
  });
});
