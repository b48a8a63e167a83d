import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { messagesOf } from '../../src/conversation/status.ts';
import { StoreUnavailable, type Store } from '../../src/store/store.ts';
import './patience.ts';
import { createRig, errorOf, eventually, json, type Rig, type Visitor } from './rig.ts';
import { delivery, otherProgram, ourWebhook } from './zendesk-side.ts';

let rig: Rig;
let visitor: Visitor;
let remoteId: string;
let isStoreAway = false;
let forgotten: number[] = [];

beforeEach(async () => {
  isStoreAway = false;
  rig = await createRig({ around: (store) => brittle(store) });
  visitor = await rig.visitor();
  await visitor.handOff();
  await visitor.until('waiting');
  remoteId = rig.simulator.workspace.snapshot().tickets[0]?.conversationId ?? '';
});
afterEach(() => rig.close());

/** A store whose transactions fail while it is away. */
function brittle(store: Store): Store {
  return {
    ...store,
    sweepDeliveries(before) {
      forgotten.push(before);
      return store.sweepDeliveries(before);
    },
    tx: (fn) =>
      isStoreAway ? Promise.reject(new StoreUnavailable('The disk is full.')) : store.tx(fn),
  };
}

/** Something an agent says, as Zendesk tells of it. */
async function agentSays(text: string, { at = new Date() } = {}) {
  const id = crypto.randomUUID();
  const { metadata } = await otherProgram(rig).conversation(remoteId);
  return {
    id: `event-${id}`,
    createdAt: at.toISOString(),
    type: 'conversation:message',
    payload: {
      conversation: { id: remoteId, type: 'personal', metadata },
      message: {
        id,
        received: at.toISOString(),
        author: { type: 'business', displayName: 'Dana', subtypes: ['agent'] },
        content: { type: 'text', text },
        source: { type: 'zd:agentWorkspace' },
      },
    },
  };
}

async function deliver(body: unknown, headers?: Record<string, string>, at?: string) {
  const { path, secret } = await ourWebhook(rig);
  return rig.request(at ?? path, json(body, headers ?? { 'x-api-key': secret }));
}

async function said(): Promise<string[]> {
  return messagesOf(await visitor.conversation()).map(({ body }) => body);
}

describe('a delivery is taken from Zendesk only:', () => {
  test('a wrong address is nowhere', async () => {
    const { path, secret } = await ourWebhook(rig);
    const headers = { 'x-api-key': secret };
    const body = delivery([await agentSays('Hi')]);

    for (const wrong of [`${path}x`, path.slice(0, -1), '/api/zendesk/webhook/x']) {
      expect(await errorOf(await deliver(body, headers, wrong))).toMatchObject({ status: 404 });
    }
    expect(await said()).toEqual([]);
  });

  test('without the secret, or with nearly the secret, nothing changes', async () => {
    const { secret } = await ourWebhook(rig);
    const body = delivery([await agentSays('Hi')]);
    const before = (await visitor.conversation()).seq;

    for (const key of [null, '', 'x', secret.slice(0, -1), `${secret}x`, secret.toUpperCase()]) {
      const response = await deliver(body, key === null ? {} : { 'x-api-key': key });
      expect(await errorOf(response)).toMatchObject({ status: 401, code: 'unauthorized' });
    }
    expect((await visitor.conversation()).seq).toBe(before);
  });
});

describe('what is none of our business is answered with 200, so that Zendesk does not stop calling:', () => {
  test('another app', async () => {
    const response = await deliver(delivery([await agentSays('Hi')], 'another-app'));

    expect(response.status).toBe(200);
    expect(await said()).toEqual([]);
  });

  test('a conversation of another installation, or of nobody', async () => {
    const event = await agentSays('Hi');
    const conversations = [
      { id: remoteId, metadata: { owner: 'another', k: event.payload.conversation.metadata['k'] } },
      { id: 'unknown', metadata: {} },
      { id: 'unknown', metadata: { owner: event.payload.conversation.metadata['owner'], k: 'x' } },
    ];
    for (const conversation of conversations) {
      const response = await deliver(
        delivery([{ ...event, payload: { ...event.payload, conversation } }]),
      );
      expect(response.status).toBe(200);
    }
    expect(await said()).toEqual([]);
  });

  test('events that we do not know', async () => {
    const event = await agentSays('Hi');
    const events = ['user:merge', 'conversation:postback', 'toString', '__proto__', ''].map(
      (type) => ({ ...event, type }),
    );

    expect((await deliver(delivery(events))).status).toBe(200);
    expect(await said()).toEqual([]);
  });
});

test('a conversation is known by its id when Zendesk leaves out its metadata', async () => {
  const event = await agentSays('Hi');
  const conversation = { id: remoteId, type: 'personal' };

  await deliver(delivery([{ ...event, payload: { ...event.payload, conversation } }]));

  expect(await said()).toEqual(['Hi']);
  expect((await visitor.conversation()).handoff.state).toBe('live');
});

test('one event that cannot be read does not cost the others', async () => {
  const good = await agentSays('Still here');
  const events = [
    null,
    5,
    {},
    { ...good, id: 'a', payload: null },
    { ...good, id: 'b', payload: { ...good.payload, message: { id: 5 } } },
    { ...good, id: 'c', payload: { ...good.payload, conversation: 'x' } },
    good,
  ];

  const response = await deliver(delivery(events));

  expect(response.status).toBe(200);
  expect(await said()).toEqual(['Still here']);
});

test('what is no delivery is refused for good', async () => {
  const old = { ...delivery([]), webhook: { id: 'webhook', version: 'v1.1' } };
  for (const body of ['{', 'hello', '[]', {}, { app: 5 }, old]) {
    expect(await errorOf(await deliver(body))).toMatchObject({ status: 400, code: 'bad-request' });
  }
});

test('more than a megabyte is not read', async () => {
  const large = delivery([{ id: 'large', type: 'x', payload: 'x'.repeat(1024 * 1024) }]);
  expect(await errorOf(await deliver(large))).toMatchObject({ status: 413 });
});

test('a delivery counts once, however often and in however many pieces it comes', async () => {
  const [one, two] = [await agentSays('One'), await agentSays('Two')];

  const responses = await Promise.all([
    deliver(delivery([one, two])),
    deliver(delivery([one])),
    deliver(delivery([two, one])),
    deliver(delivery([{ ...one, id: 'another-event-of-the-same-message' }])),
  ]);

  expect(responses.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
  expect((await said()).toSorted()).toEqual(['One', 'Two']);
});

test('events are remembered for a week, and then forgotten', async () => {
  const week = 7 * 24 * 60 * 60_000;
  const event = await agentSays('Once');
  await deliver(delivery([event]));

  forgotten = [];
  rig.clock.skip(6 * 24 * 60 * 60_000);
  await eventually(() => forgotten.length > 0);
  await deliver(delivery([{ ...event, createdAt: undefined }]));

  expect(await said()).toEqual(['Once']);
  expect(rig.clock.now() - (forgotten[0] ?? 0)).toBeGreaterThanOrEqual(week);
  expect(rig.clock.now() - (forgotten[0] ?? 0)).toBeLessThan(week + 60_000);
});

test('an event older than a day only makes us look for ourselves', async () => {
  const old = new Date(rig.clock.now() - 25 * 60 * 60_000);
  const event = await agentSays('From yesterday', { at: old });
  const before = rig.simulator.history.requests.length;

  const response = await deliver(delivery([event]));

  expect(response.status).toBe(200);
  await eventually(() =>
    rig.simulator.history.requests
      .slice(before)
      .some(({ method, path }) => method === 'GET' && path.includes(`${remoteId}/messages`)),
  );
  expect(await said()).toEqual([]);
});

test('while the store is away Zendesk is asked to come again, and then nothing is lost', async () => {
  const body = delivery([await agentSays('Kept')]);
  isStoreAway = true;

  const away = await deliver(body);
  isStoreAway = false;
  const back = await deliver(body);

  expect(away.headers.get('retry-after')).toBe('2');
  expect(await errorOf(away)).toMatchObject({ status: 503, code: 'unavailable' });
  expect(back.status).toBe(200);
  expect(await said()).toEqual(['Kept']);
});

test('before Zendesk is set up it is asked to come again', async () => {
  const { path } = await ourWebhook(rig);
  const early = await createRig({
    before: ({ faults }) =>
      faults.set({ rules: [{ match: { path: '^/sc' }, effect: { type: 'status', status: 503 } }] }),
  });
  try {
    const response = await early.request(path, json(delivery([]), { 'x-api-key': 'x' }));

    expect(response.headers.get('retry-after')).toBe('5');
    expect(await errorOf(response)).toMatchObject({ status: 503 });
  } finally {
    await early.close();
  }
});
