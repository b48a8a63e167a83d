import { randomBytes } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { newToken } from '../../src/proxy/session.ts';
import './patience.ts';
import { createRig, errorOf, json, type Rig, type Visitor } from './rig.ts';

let rig: Rig;
let mine: Visitor;
let theirs: Visitor;

beforeAll(async () => {
  rig = await createRig();
  mine = await rig.visitor();
  theirs = await rig.visitor();
});
afterAll(() => rig.close());

/** What needs no token: it belongs to nobody, or has a proof of its own. */
const OPEN = [
  'GET /api/widget',
  'POST /api/conversations',
  'POST /api/zendesk/webhook/:path',
  'GET /healthz',
  'GET /readyz',
];

function routes(): string[] {
  const all = rig.proxy.app.routes.filter(({ path }) => path !== '/*');
  return [...new Set(all.map(({ method, path }) => `${method} ${path}`))];
}

/** A request that would be accepted, if it came from the right person. */
function ask(route: string, id: string, authorization?: string) {
  const [method = '', path = ''] = route.split(' ');
  const body = { id: crypto.randomUUID(), text: 'Hello', throughSeq: 1 };
  const headers: Record<string, string> = authorization === undefined ? {} : { authorization };
  return rig.request(path.replace(':id', id).replace(':messageId', crypto.randomUUID()), {
    ...(method === 'GET' ? {} : json(body)),
    headers: { 'content-type': 'application/json', ...headers },
    method,
  });
}

describe('a conversation is closed to everybody but its customer:', () => {
  test('every route is open on purpose or asks for the token', () => {
    const guarded = routes().filter((route) => route.includes('/api/conversations/:id'));

    expect(guarded.length).toBeGreaterThan(7);
    expect([...guarded, ...OPEN].toSorted()).toEqual(routes().toSorted());
  });

  test('whoever has no token, a wrong one or another conversation’s finds nothing, in the same words', async () => {
    const seen = new Set<string>();
    const answers: number[] = [];
    const wrong: [id: string, authorization?: string][] = [
      [mine.id],
      [mine.id, ''],
      [mine.id, `Bearer ${theirs.token}`],
      [theirs.id, `Bearer ${mine.token}`],
      [mine.id, `Bearer ${newToken()}`],
      [mine.id, `Bearer ${mine.token}x`],
      [mine.id, `Bearer ${mine.token.slice(0, -1)}`],
      [mine.id, mine.token],
      [mine.id, `Basic ${mine.token}`],
      [mine.id, `bearer  ${mine.token}`],
      [crypto.randomUUID(), `Bearer ${mine.token}`],
      ['nowhere', `Bearer ${mine.token}`],
      ["' or 1=1 --", `Bearer ${mine.token}`],
    ];

    for (const route of routes().filter((each) => !OPEN.includes(each))) {
      for (const [id, authorization] of wrong) {
        const response = await ask(route, encodeURIComponent(id), authorization);
        answers.push(response.status);
        seen.add(await response.text());
      }
    }

    expect(new Set(answers)).toEqual(new Set([404]));
    expect([...seen]).toEqual([
      '{"error":{"code":"not-found","message":"There is no such conversation"}}',
    ]);
    expect((await mine.conversation()).seq).toBe(1);
  });

  test('ten thousand random tokens open nothing', async () => {
    const found = await Promise.all(
      Array.from({ length: 10_000 }, async () => {
        const { status } = await ask(
          'GET /api/conversations/:id',
          mine.id,
          `Bearer ${randomBytes(32).toString('base64url')}`,
        );
        return status;
      }),
    );

    expect(found.filter((status) => status !== 404)).toEqual([]);
  });

  test('a token is 256 random bits, kept as a hash and never logged', async () => {
    const { token } = mine;
    const bytes = readdirSync(rig.folder).map((file) => readFileSync(join(rig.folder, file)));

    expect(Buffer.from(token, 'base64url')).toHaveLength(32);
    expect(bytes.some((file) => file.includes(mine.id))).toBe(true);
    expect(bytes.some((file) => file.includes(token))).toBe(false);
    expect(rig.logged.some((line) => line.includes(token))).toBe(false);
  });
});

test('an address that does not exist is an error of the usual shape', async () => {
  for (const [path, method] of [
    ['/', 'GET'],
    ['/api', 'GET'],
    ['/api/conversation', 'POST'],
    ['/api/conversations', 'PUT'],
    ['/baton.js', 'GET'],
    ['/../etc/passwd', 'GET'],
  ] as const) {
    const error = await errorOf(await rig.request(path, { method }));
    expect(error).toEqual({ status: 404, code: 'not-found', message: 'There is nothing here' });
  }
});

test('a snapshot asks for numbers', async () => {
  for (const query of ['after=x', 'after=-1', 'after=1.5', 'wait=x', 'after=0&wait=26']) {
    const error = await errorOf(await mine.call(`?${query}`, undefined, 'GET'));
    expect(error).toMatchObject({ status: 400, code: 'bad-request' });
  }
});
