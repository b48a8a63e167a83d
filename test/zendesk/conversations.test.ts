import { describe, expect, test } from 'vitest';
import { demoAccount } from '../../src/demo/simulator/account.ts';
import { createAsk } from '../../src/zendesk/request.ts';
import { conversationsApi } from '../../src/zendesk/conversations.ts';
import { readContent } from '../../src/zendesk/read-content.ts';
import type { ZendeskMessage } from '../../src/zendesk/message.ts';
import { setUp } from '../../src/zendesk/setup.ts';
import { ZendeskError } from '../../src/zendesk/zendesk-error.ts';
import { appKey, ORIGIN, simulatedZendesk } from './simulated-zendesk.ts';
import { virtualClock } from './virtual-clock.ts';

const ana = {
  externalId: 'w:ana',
  profile: { givenName: 'Ana', email: 'ana@example.com', locale: 'en' },
  metadata: { site: 'shop' },
};

/** A customer with one conversation that we control, so that the account's own bot keeps silent. */
async function withConversation() {
  const stage = simulatedZendesk();
  const { conversations: api, run } = stage;
  const { id: userId } = await run(api.ensureUser(ana));
  const conversation = await run(
    api.createConversation({ userId, metadata: { owner: 'install-1', k: 'handoff-1' } }),
  );
  const setup = await run(setUp(api, { installId: 'install-1', webhookUrl: null }));
  await run(api.passControl(conversation.id, setup.ourIntegrationId));
  return { ...stage, api, setup, userId, conversationId: conversation.id };
}

/** A Conversations API that always answers the same. */
function answering(answer: unknown) {
  const clock = virtualClock();
  const ask = createAsk({ fetch: async () => Response.json(answer), clock, random: () => 0 });
  return { clock, api: conversationsApi({ origin: ORIGIN, appKey, ask }) };
}

async function failure(promise: Promise<unknown>): Promise<ZendeskError> {
  const error: unknown = await promise.catch((thrown: unknown) => thrown);
  if (error instanceof ZendeskError) return error;
  throw new Error('expected a ZendeskError');
}

test('every call of a handoff keeps to Zendesk’s published contract', async () => {
  const { api, run, setup, userId, conversationId, violations, simulator } =
    await withConversation();

  await run(api.app());
  const summary = await run(
    api.postMessage(conversationId, {
      author: { type: 'business', name: 'Finch' },
      text: 'Summary: a teapot arrived damaged.',
      metadata: { k: 'handoff-1:summary' },
    }),
  );
  await run(
    api.postMessage(conversationId, {
      author: { type: 'user', userId },
      text: 'My teapot is broken',
      metadata: { k: 'c:1' },
    }),
  );
  await run(
    api.passControl(conversationId, setup.workspaceIntegrationId, {
      first_message_id: summary.id,
      'dataCapture.systemField.tags': 'baton',
    }),
  );
  await run(api.offerControl(conversationId, setup.ourIntegrationId));
  await run(api.markRead(conversationId, userId));
  const conversation = await run(api.conversation(conversationId));
  await run(api.updateConversation(conversationId, { owner: 'install-1', k: 'handoff-2' }));
  await run(api.messages(conversationId, {}));
  await run(api.deleteMessage(conversationId, summary.id));
  await run(api.releaseControl(conversationId, { reason: 'over' }));

  expect(violations).toEqual([]);
  expect(conversation.activeIntegration).toMatchObject({ integrationType: 'zd:agentWorkspace' });
  expect(conversation.pendingIntegration).toMatchObject({ id: setup.ourIntegrationId });
  const { tickets } = simulator.workspace.snapshot();
  expect(tickets).toHaveLength(1);
  expect(tickets[0]?.tags).toContain('baton');
});

describe('the app', () => {
  test('says which account it belongs to and whether customers may have several conversations', async () => {
    const { conversations: api, run, simulator } = simulatedZendesk();

    const before = await run(api.app());
    simulator.workspace.configure({ multiConvoEnabled: false });
    const after = await run(api.app());

    expect(before).toEqual({
      id: demoAccount.appId,
      subdomain: demoAccount.subdomain,
      multiConversations: true,
    });
    expect(after.multiConversations).toBe(false);
  });

  test('stays closed to a wrong key, and the error does not quote it', async () => {
    const { conversations: api, run } = simulatedZendesk({
      appKey: { ...appKey, secretKey: 'wrong-but-secret' },
    });

    const error = await failure(run(api.app()));

    expect(error).toMatchObject({ status: 401, code: 'unauthorized', outcome: 'refused' });
    expect(`${error.stack} ${JSON.stringify(error)}`).not.toContain('wrong-but-secret');
  });

  test('of another account is not found', async () => {
    const { conversations: api, run } = simulatedZendesk({
      appKey: { ...appKey, appId: '000000000000000000000000' },
    });

    expect(await failure(run(api.app()))).toMatchObject({ status: 404, code: 'app_not_found' });
  });
});

describe('a customer', () => {
  test('who is known already stays one user', async () => {
    const { conversations: api, run } = simulatedZendesk();

    const first = await run(api.ensureUser(ana));
    const second = await run(api.ensureUser({ externalId: ana.externalId }));

    expect(second).toEqual(first);
  });

  test('is made once, although the first answer got lost', async () => {
    const { conversations: api, run, simulator } = simulatedZendesk();
    simulator.faults.set({
      rules: [
        {
          match: { method: 'POST', path: '/users', nth: 1 },
          effect: { type: 'reset', after: true },
        },
      ],
    });

    const { id } = await run(api.ensureUser(ana));

    expect((await run(api.ensureUser(ana))).id).toBe(id);
  });

  test('may have any external id without reaching another resource', async () => {
    const { conversations: api, run, requests } = simulatedZendesk();
    const strange = { externalId: '../conversations?x=1#y' };

    const first = await run(api.ensureUser(strange));
    const second = await run(api.ensureUser(strange));

    expect(second).toEqual(first);
    expect(requests().at(-1)).toBe('GET /users/..%2Fconversations%3Fx%3D1%23y');
  });

  test.each(['.', '..'])(
    'named %s is refused instead of meaning something else',
    async (externalId) => {
      const { conversations: api, run } = simulatedZendesk();
      await run(api.ensureUser({ externalId }));

      const error = await failure(run(api.ensureUser({ externalId })));

      expect(error).toMatchObject({ outcome: 'refused', code: 'invalid-request' });
    },
  );

  test('who is unknown has no conversations', async () => {
    const { conversations: api, run } = simulatedZendesk();

    expect(await run(api.conversationsOf({ userExternalId: 'w:nobody' }))).toEqual([]);
  });
});

describe('a conversation', () => {
  test('is found again by its handoff, also beyond the first page', async () => {
    const { api, run, userId, conversationId } = await withConversation();
    for (let count = 0; count < 120; count += 1) {
      await run(api.createConversation({ userId, metadata: { k: `other-${count}` } }));
    }

    const all = await run(api.conversationsOf({ userExternalId: ana.externalId }));
    expect(all).toHaveLength(121);
    expect(all.find(({ metadata }) => metadata.k === 'handoff-1')?.id).toBe(conversationId);
  });

  test('that was made twice comes after the older one', async () => {
    const { clock, api } = answering({
      conversations: [
        { id: 'b', createdAt: '2026-11-23T10:00:01.000Z' },
        { id: 'a', createdAt: '2026-11-23T10:00:00.000Z' },
      ],
    });

    const all = await clock.run(api.conversationsOf({ userExternalId: 'w:ana' }));

    expect(all.map(({ id }) => id)).toEqual(['a', 'b']);
  });

  test('is found on the next page even if Zendesk names no cursor', async () => {
    const asked: (string | null)[] = [];
    const clock = virtualClock();
    const ask = createAsk({
      clock,
      random: () => 0,
      async fetch(url) {
        const after = new URL(url).searchParams.get('page[after]');
        asked.push(after);
        return Response.json(
          after === null
            ? { conversations: [{ id: 'first' }], meta: { hasMore: true } }
            : { conversations: [{ id: 'second', metadata: { k: 'handoff-1' } }] },
        );
      },
    });
    const api = conversationsApi({ origin: ORIGIN, appKey, ask });

    const found = await clock.run(api.conversationsOf({ userExternalId: 'w:ana' }));

    expect(found.map(({ id }) => id)).toEqual(['first', 'second']);
    expect(asked).toEqual([null, 'first']);
  });

  test('is not called absent from a list that does not come to its end', async () => {
    const { clock, api } = answering({
      conversations: [{ id: 'first' }],
      meta: { hasMore: true, afterCursor: 'same' },
    });

    await expect(clock.run(api.conversationsOf({ userExternalId: 'w:ana' }))).rejects.toMatchObject(
      { code: 'no-cursor', outcome: 'unknown' },
    );
  });

  test('belongs to nobody at first', async () => {
    const { conversations: api, run } = simulatedZendesk();
    const { id: userId } = await run(api.ensureUser(ana));

    const { id } = await run(api.createConversation({ userId, metadata: { k: 'handoff-1' } }));

    expect(await run(api.conversation(id))).toMatchObject({
      id,
      metadata: { k: 'handoff-1' },
      activeIntegration: null,
      pendingIntegration: null,
      businessLastRead: null,
    });
  });

  test('is sent once, even when Zendesk stumbles, because twice would be two', async () => {
    const { conversations: api, run, simulator, requests } = simulatedZendesk();
    const { id: userId } = await run(api.ensureUser(ana));
    simulator.faults.set({
      rules: [
        {
          match: { method: 'POST', path: '/conversations$' },
          effect: { type: 'status', status: 503 },
        },
      ],
    });

    const error = await failure(run(api.createConversation({ userId, metadata: {} })));

    expect(error.outcome).toBe('unknown');
    expect(requests().filter((request) => request === 'POST /conversations')).toHaveLength(1);
  });
});

describe('messages', () => {
  const say = (userId: string, text: string) => ({
    author: { type: 'user', userId } as const,
    text,
    metadata: { k: text },
  });

  test('come in the order Zendesk received them, page by page, in both directions', async () => {
    const { api, run, userId, conversationId, clock } = await withConversation();
    const texts = Array.from({ length: 120 }, (_, index) => `message ${index}`);
    for (const text of texts) {
      await run(api.postMessage(conversationId, say(userId, text)));
      clock.advance(1);
    }
    const textsOf = ({ messages }: { messages: ZendeskMessage[] }) =>
      messages.map((message) => readContent(message).body);

    const newest = await run(api.messages(conversationId, {}));
    const older = await run(api.messages(conversationId, { before: newest.messages[0]?.id ?? '' }));
    const newer = await run(api.messages(conversationId, { after: older.messages[9]?.id ?? '' }));

    expect([...textsOf(older), ...textsOf(newest)]).toEqual(texts);
    expect(newest).toMatchObject({ hasMore: true, messages: { length: 100 } });
    expect(older).toMatchObject({ hasMore: false, messages: { length: 20 } });
    expect(textsOf(newer)).toEqual(texts.slice(10, 110));
    expect(newer.hasMore).toBe(true);
  });

  test('that fill a text to the last unit are accepted, and longer ones never leave', async () => {
    const { api, run, userId, conversationId, requests } = await withConversation();

    await run(api.postMessage(conversationId, { ...say(userId, 'x'), text: 'x'.repeat(4096) }));
    const before = requests().length;
    const error = await failure(
      run(api.postMessage(conversationId, { ...say(userId, 'x'), text: 'x'.repeat(4097) })),
    );

    expect(error).toMatchObject({ outcome: 'refused', code: 'invalid-request', retryable: false });
    expect(requests()).toHaveLength(before);
  });

  test.each<[string, Record<string, string>, string]>([
    ['no text', {}, ''],
    ['4,098 units of text in 2,049 characters', {}, '😀'.repeat(2049)],
    ['metadata beyond 4 KB', { k: 'ä'.repeat(2100) }, 'hello'],
  ])('with %s never leave', async (_, metadata, text) => {
    const { api, run, userId, conversationId, requests } = await withConversation();
    const before = requests().length;

    const error = await failure(
      run(api.postMessage(conversationId, { author: { type: 'user', userId }, text, metadata })),
    );

    expect(error.outcome).toBe('refused');
    expect(requests()).toHaveLength(before);
  });

  test.each([
    [{ type: 'reset', after: true } as const, 'unknown'],
    [{ type: 'hang' } as const, 'unknown'],
    [
      { type: 'status', status: 500, contentType: 'text/html', body: '<h1>Oops</h1>' } as const,
      'unknown',
    ],
    [{ type: 'status', status: 201, body: { messages: [] } } as const, 'unknown'],
    [{ type: 'status', status: 429, headers: { 'retry-after': '7' } } as const, 'refused'],
    [{ type: 'status', status: 423 } as const, 'refused'],
  ])('meet %o once and report it', async (effect, outcome) => {
    const { api, run, userId, conversationId, simulator, requests } = await withConversation();
    simulator.faults.set({ rules: [{ match: { method: 'POST', path: '/messages$' }, effect }] });

    const error = await failure(run(api.postMessage(conversationId, say(userId, 'hello'))));

    expect(error.outcome).toBe(outcome);
    expect(
      requests().filter((request) => request.startsWith('POST') && request.endsWith('/messages')),
    ).toHaveLength(1);
  });

  test('that are deleted twice are gone', async () => {
    const { api, run, userId, conversationId } = await withConversation();
    const { id } = await run(api.postMessage(conversationId, say(userId, 'hello')));

    await run(api.deleteMessage(conversationId, id));
    await run(api.deleteMessage(conversationId, '000000000000000000000000'));

    const { messages } = await run(api.messages(conversationId, {}));
    expect(messages.filter(({ deleted }) => !deleted)).toEqual([]);
  });

  test('that cannot be read do not hide the others', async () => {
    const { clock, api } = answering({
      messages: [
        { id: 'b', received: '2026-11-23T10:00:00.000Z', novelty: true },
        { received: '2026-11-23T10:00:00.000Z' },
        { id: 'c', received: 'yesterday' },
        null,
        { id: 'a', received: '2026-11-23T10:00:00Z', metadata: null },
      ],
    });

    const { messages, hasMore } = await clock.run(api.messages('conversation', {}));

    expect(messages.map(({ id }) => id)).toEqual(['a', 'b']);
    expect(hasMore).toBe(false);
  });
});

describe('control', () => {
  test('is passed once and the stumble reported: a late repetition could take control back', async () => {
    const { api, run, setup, conversationId, simulator, requests } = await withConversation();
    const before = requests().length;
    simulator.faults.set({
      rules: [
        {
          match: { path: '/passControl', times: 1 },
          effect: { type: 'status', status: 503, after: true },
        },
      ],
    });

    const passing = run(api.passControl(conversationId, setup.workspaceIntegrationId));

    await expect(passing).rejects.toMatchObject({ outcome: 'unknown', status: 503 });
    expect(
      requests()
        .slice(before)
        .filter((request) => request.endsWith('/passControl')),
    ).toHaveLength(1);
  });

  test('of a conversation that is gone cannot be passed', async () => {
    const { conversations: api, run } = simulatedZendesk();

    const error = await failure(run(api.passControl('000000000000000000000000', 'nobody')));

    expect(error).toMatchObject({ status: 404, code: 'conversation_not_found' });
  });
});
