import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { messagesOf } from '../../src/conversation/status.ts';
import { StoreUnavailable, type Store } from '../../src/store/store.ts';
import './patience.ts';
import { createRig, errorOf, eventually, json, type Rig, type Visitor } from './rig.ts';
import { chatTickets } from './zendesk-side.ts';

let rig: Rig;
let visitor: Visitor;
/** The calls that fail: all, those that write, or none. */
let away: 'all' | 'writes' | 'none' = 'none';

beforeEach(async () => {
  away = 'none';
  rig = await createRig({ around: brittle });
  visitor = await rig.visitor();
});
afterEach(async () => {
  away = 'none';
  await rig.close();
});

const READS = new Set<string | symbol>(['read', 'conversationByToken', 'outbox', 'openHandoffs']);

function brittle(store: Store): Store {
  return new Proxy(store, {
    get(target, name, receiver) {
      const value: unknown = Reflect.get(target, name, receiver);
      if (typeof value !== 'function' || name === 'close' || name === 'subscribe') return value;
      const works = away === 'none' || (away === 'writes' && READS.has(name));
      if (works) return value;
      return () => Promise.reject(new StoreUnavailable('SQLite: disk I/O error'));
    },
  });
}

const ROUTES: [name: string, ask: () => Promise<Response>][] = [
  ['a new conversation', () => rig.request('/api/conversations', json({}))],
  ['a snapshot', () => visitor.call('', undefined, 'GET')],
  ['a stream', () => visitor.call('/events', undefined, 'GET')],
  ['a message', () => visitor.call('/messages', { id: crypto.randomUUID(), text: 'Hello' })],
  ['a stop', () => visitor.call(`/messages/${crypto.randomUUID()}/stop`)],
  ['a request for a person', () => visitor.call('/handoff', { id: crypto.randomUUID() })],
  ['a cancellation', () => visitor.call('/handoff', undefined, 'DELETE')],
  ['an end', () => visitor.call('/end')],
  ['a reading', () => visitor.call('/read', { throughSeq: 1 })],
];

describe('while the store is away', () => {
  test.each(ROUTES)('%s is answered with 503 and when to come again', async (_name, ask) => {
    away = 'all';

    const response = await ask();

    expect(response.headers.get('retry-after')).toBe('2');
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
    expect(await errorOf(response)).toMatchObject({
      status: 503,
      code: 'unavailable',
      retryAfterMs: 2_000,
    });
  });

  test('the process lives, is not ready, and is ready again afterwards', async () => {
    away = 'all';
    const health = await rig.request('/healthz');
    const sick = await rig.request('/readyz');
    away = 'none';
    const well = await rig.request('/readyz');

    expect(health.status).toBe(200);
    expect(sick.status).toBe(503);
    expect(await sick.json()).toMatchObject({ status: 'unavailable', store: 'unavailable' });
    expect(well.status).toBe(200);
    expect(await well.json()).toMatchObject({ status: 'ok', store: 'ok', zendesk: 'ready' });
  });

  test('that it is away and that it is back is said once, however many ask', async () => {
    away = 'writes';
    for (const [, ask] of ROUTES) await (await ask()).body?.cancel();
    for (const [, ask] of ROUTES) await (await ask()).body?.cancel();
    away = 'none';
    await visitor.say('Hello');

    const said = (words: string) => rig.logged.filter((line) => line.startsWith(words));
    await eventually(() => said('The store is back').length > 0);
    expect(said('The store is away')).toHaveLength(1);
    expect(said('A request failed')).toEqual([]);
  });

  test('two hours without it are one line in the log, whatever goes on in the background', async () => {
    await visitor.handOff();
    await visitor.until('waiting');
    await eventually(async () =>
      (await rig.store.outbox(visitor.id)).every(({ state }) => state === 'sent'),
    );
    const before = rig.logged.length;
    away = 'all';

    for (let step = 0; step < 480; step += 1) {
      const isOver = new Promise<void>((resolve) => rig.clock.setTimeout(resolve, 15_000));
      rig.clock.skip(15_000);
      await isOver;
    }
    const said = rig.logged.slice(before);
    away = 'none';

    expect(said.map((line) => line.split(/[:{]/)[0]?.trim())).toEqual([
      'The store is away',
      // Of which health tells in words of its own.
      'articles could not be synced',
    ]);
  });

  test('a message is not taken, and can be sent again when it is back', async () => {
    const id = crypto.randomUUID();
    away = 'writes';
    const refused = await visitor.call('/messages', { id, text: 'My teapot is broken' });
    away = 'none';

    await visitor.say('My teapot is broken', id);

    expect(refused.status).toBe(503);
    const said = messagesOf(await visitor.conversation());
    expect(said.map(({ author }) => author.kind)).toEqual(['customer', 'ai-agent']);
  });

  test('an open stream ends and its reader comes back to everything', async () => {
    const response = await visitor.call('/events', undefined, 'GET');
    const text = response.text();
    away = 'all';
    rig.clock.skip(20_000);
    away = 'none';
    await visitor.say('Hello');
    away = 'all';
    await rig.proxy.close();
    away = 'none';

    expect(await text).toContain('Hello');
  });

  test('a stream that can no longer read ends, and takes nobody with it', async () => {
    let reads = 0;
    const flaky = await createRig({
      around: (store) => ({
        ...store,
        read: (...of) => {
          reads += 1;
          return reads > 1
            ? Promise.reject(new StoreUnavailable('SQLite: disk I/O error'))
            : store.read(...of);
        },
      }),
    });
    try {
      const someone = await flaky.visitor();
      const first = (await someone.call('/events', undefined, 'GET')).text();
      const second = (await someone.call('/events', undefined, 'GET')).text();
      await flaky.store.tx((tx) =>
        tx.append(someone.id, 'key', { type: 'message-removed', id: 'x' }),
      );

      expect((await first).match(/^event: .*$/gm)).toEqual(['event: event']);
      expect(await second).toBe(': hello\n\n');
    } finally {
      await flaky.close();
    }
  });

  test('a handoff stands still, and then goes on to one ticket with every word once', async () => {
    await visitor.say('My teapot is broken');
    const holding = { match: { method: 'POST', path: '/messages$', nth: 1 } };
    rig.simulator.faults.set({ rules: [{ ...holding, effect: { type: 'delay', ms: 3_000 } }] });
    await visitor.handOff();
    await eventually(() =>
      rig.simulator.history.requests.some(({ path }) => path.endsWith('/messages')),
    );
    away = 'all';
    await eventually(() =>
      rig.logged.some((line) => line.startsWith('A row could not be written')),
    );

    away = 'none';
    await visitor.until('waiting');

    const [ticket] = chatTickets(rig);
    const texts = ticket?.messages.map(({ text }) => text) ?? [];
    expect(chatTickets(rig)).toHaveLength(1);
    expect(texts[1]).toBe('My teapot is broken');
    expect(new Set(texts).size).toBe(texts.length);
  });

  test('an answer that cannot be kept can be asked for again', async () => {
    const id = crypto.randomUUID();
    const response = await visitor.call('/messages', { id, text: 'My teapot is broken' });
    away = 'all';
    await response.text();
    away = 'none';

    await visitor.say('My teapot is broken', id);

    const answers = messagesOf(await visitor.conversation()).filter(
      ({ replyTo }) => replyTo === id,
    );
    expect(answers).toHaveLength(1);
  });
});
