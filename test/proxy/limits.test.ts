import { afterEach, describe, expect, test } from 'vitest';
import type { Settings } from '../../src/protocol/settings.ts';
import { readTrustedProxies } from '../../src/proxy/client-address.ts';
import { listen, type Listening } from '../../src/proxy/listen.ts';
import './patience.ts';
import {
  createRig,
  createVisitor,
  errorOf,
  eventually,
  json,
  type Rig,
  type Visitor,
} from './rig.ts';
import { StartedConversation } from '../../src/protocol/routes.ts';

let rig: Rig;
let server: Listening | undefined;

afterEach(async () => {
  await server?.close();
  server = undefined;
  await rig.close();
});

async function strict(limits: Partial<Settings['limits']>): Promise<Rig> {
  rig = await createRig({
    settings: { limits },
    limited: true,
    trustedProxies: readTrustedProxies('1') ?? { count: 0 },
  });
  return rig;
}

/** Requests that a reverse proxy passes on from this address. */
async function from(address: string) {
  server ??= await listen(rig.proxy, { port: 0, host: '127.0.0.1' });
  const { port } = server;
  const request = (path: string, init: RequestInit = {}) => {
    const headers = new Headers(init.headers);
    headers.set('x-forwarded-for', address);
    return fetch(`http://127.0.0.1:${port}${path}`, { ...init, headers });
  };
  return {
    request,
    async visitor(): Promise<Visitor> {
      const response = await request('/api/conversations', json({}));
      return createVisitor(request, StartedConversation.parse(await response.json()));
    },
  };
}

const post = (visitor: Visitor) =>
  visitor.call('/messages', { id: crypto.randomUUID(), text: 'Hello' });
const stream = (visitor: Visitor) => visitor.call('/events', undefined, 'GET');

async function statuses(asks: (() => Promise<Response>)[]): Promise<number[]> {
  const seen: number[] = [];
  for (const ask of asks) {
    const response = await ask();
    seen.push(response.status);
    await response.body?.cancel();
  }
  return seen;
}

describe('messages', () => {
  test('beyond the limit are refused with when to come again, in the usual shape', async () => {
    await strict({ messagesPerMinute: 2 });
    const visitor = await rig.visitor();
    expect(await statuses([() => post(visitor), () => post(visitor)])).toEqual([200, 200]);

    const response = await post(visitor);

    const seconds = Number(response.headers.get('retry-after'));
    const error = await errorOf(response);
    expect(error).toMatchObject({ status: 429, code: 'too-many-requests' });
    expect(error.retryAfterMs).toBeGreaterThan(0);
    expect(error.retryAfterMs).toBeLessThanOrEqual(60_000);
    expect(seconds).toBe(Math.ceil((error.retryAfterMs ?? 0) / 1000));
    expect((await visitor.conversation()).entries.length).toBeGreaterThan(0);
  });

  test('of one conversation do not use up those of another', async () => {
    await strict({ messagesPerMinute: 1 });
    const [one, other] = [await rig.visitor(), await rig.visitor()];

    expect(
      await statuses([() => post(one), () => post(one), () => post(one), () => post(other)]),
    ).toEqual([200, 429, 429, 200]);
  });

  test('from one address are ten times as many, and what was refused costs the others there nothing', async () => {
    await strict({ messagesPerMinute: 1 });
    const home = await from('198.51.100.1');
    const visitors = [];
    for (let n = 0; n < 11; n += 1) visitors.push(await home.visitor());
    const [loud] = visitors;
    if (!loud) throw new Error('nobody came');
    await statuses(Array.from({ length: 20 }, () => () => post(loud)));

    const others = await statuses(visitors.slice(1).map((visitor) => () => post(visitor)));
    const elsewhere = await (await from('198.51.100.2')).visitor();

    expect(others).toEqual([...Array<number>(9).fill(200), 429]);
    expect(await statuses([() => post(elsewhere)])).toEqual([200]);
  });
});

test('new conversations are limited by address, and an address that we do not trust is not believed', async () => {
  await strict({ conversationsPerHour: 3 });
  const home = await from('6.6.6.6, 2001:db8:1:2::1');
  const sameHome = await from('7.7.7.7, 2001:db8:1:2::ffff');
  const ask = () => home.request('/api/conversations', json({}));

  expect(await statuses([ask, ask, ask, ask])).toEqual([201, 201, 201, 429]);
  expect(
    await statuses([
      () => sameHome.request('/api/conversations', json({})),
      async () => (await from('2001:db8:1:3::1')).request('/api/conversations', json({})),
    ]),
  ).toEqual([429, 201]);
});

test('a person can be asked for so often from one address, and a second press is no second request', async () => {
  await strict({ handoffsPerHour: 2 });
  const home = await from('198.51.100.1');
  const [one, two, three] = [await home.visitor(), await home.visitor(), await home.visitor()];
  const press = (visitor: Visitor) => () => visitor.call('/handoff', { id: crypto.randomUUID() });

  expect(
    await statuses([press(one), press(one), press(one), press(two), press(three), press(one)]),
  ).toEqual([200, 200, 200, 200, 429, 200]);

  expect((await three.conversation()).handoff.state).toBe('ai');
});

describe('streams', () => {
  test('and long polls open at once in one conversation are limited; one that ends makes room', async () => {
    await strict({ streams: 2 });
    const visitor = await rig.visitor();
    const first = await stream(visitor);
    const polling = visitor.call('?after=1&wait=25', undefined, 'GET');

    const third = await eventually(async () => {
      const response = await stream(visitor);
      if (response.status === 429) return response;
      await response.body?.cancel();
      return null;
    });
    await first.body?.cancel();
    const next = await stream(visitor);

    expect(await errorOf(third)).toMatchObject({ status: 429, code: 'too-many-requests' });
    expect(next.status).toBe(200);
    await next.body?.cancel();
    await visitor.call('/read', { throughSeq: 1 });
    await polling;
  });

  test('that have been open for a minute make room for one that comes back on another network', async () => {
    await strict({ streams: 2 });
    const visitor = await rig.visitor();
    const oldest = await stream(visitor);
    await stream(visitor);
    rig.clock.skip(61_000);

    const back = await stream(visitor);

    expect(back.status).toBe(200);
    expect(await oldest.text()).toContain('id: 1');
    await back.body?.cancel();
  });

  test('from one address are limited as well', async () => {
    await strict({ streamsPerAddress: 2 });
    const home = await from('198.51.100.1');
    const visitors = [await home.visitor(), await home.visitor(), await home.visitor()];

    const open = await Promise.all(visitors.map(stream));
    const elsewhere = await stream(await (await from('198.51.100.2')).visitor());

    expect(open.map(({ status }) => status).toSorted((one, other) => one - other)).toEqual([
      200, 200, 429,
    ]);
    expect(elsewhere.status).toBe(200);
    for (const response of [...open, elsewhere]) await response.body?.cancel();
  });

  test('of somebody who reconnects a thousand times are refused without asking the store', async () => {
    let asked = 0;
    rig = await createRig({
      limited: true,
      around: (store) => ({
        ...store,
        conversationByToken(hash) {
          asked += 1;
          return store.conversationByToken(hash);
        },
      }),
    });
    const visitor = await rig.visitor();

    const seen = await statuses(Array.from({ length: 1000 }, () => () => stream(visitor)));

    expect(seen.filter((status) => status === 429).length).toBeGreaterThan(800);
    expect(asked).toBeLessThan(200);
  });
});

test('with limits off nobody is refused', async () => {
  rig = await createRig({ settings: { limits: { messagesPerMinute: 1, streams: 1 } } });
  const visitor = await rig.visitor();

  expect(await statuses([() => post(visitor), () => post(visitor)])).toEqual([200, 200]);
});
