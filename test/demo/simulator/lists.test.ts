import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { appKey, startWire, type Wire } from './wire.ts';

const Page = z.object({
  messages: z.array(z.object({ id: z.string(), content: z.object({ text: z.string() }) })),
  meta: z.object({
    hasMore: z.boolean(),
    afterCursor: z.string().optional(),
    beforeCursor: z.string().optional(),
  }),
  links: z.object({ prev: z.url().optional(), next: z.url().optional() }),
});

async function longConversation(wire: Wire, count: number) {
  const userId = await wire.createUser();
  const conversationId = await wire.createConversation(userId);
  for (let n = 1; n <= count; n += 1) {
    await wire.say(conversationId, { type: 'business' }, `message ${n}`);
  }
  const read = async (query = '') => {
    const { body } = await wire.sunco('GET', `/conversations/${conversationId}/messages${query}`);
    return Page.parse(body);
  };
  return { conversationId, read, userId };
}

describe('messages', () => {
  test('come as the newest hundred first, whatever page size is asked for', async () => {
    const wire = await startWire();
    const { read } = await longConversation(wire, 130);

    const page = await read('?page[size]=5');

    expect(page.messages.map(({ content }) => content.text).toSorted()).toEqual(
      Array.from({ length: 100 }, (_, index) => `message ${index + 31}`).toSorted(),
    );
    expect(page.meta.hasMore).toBe(true);
    expect(page.meta).not.toHaveProperty('afterCursor');
  });

  test('are found by walking into the past', async () => {
    const wire = await startWire();
    const { read } = await longConversation(wire, 230);
    const seen = new Set<string>();
    let page = await read();

    for (;;) {
      for (const { id } of page.messages) seen.add(id);
      if (!page.meta.hasMore) break;
      page = await read(`?page%5Bbefore%5D=${page.meta.beforeCursor}`);
    }

    expect(seen.size).toBe(230);
    expect(wire.flaws).toEqual([]);
  });

  test('after one that was stored are what came since, oldest first', async () => {
    const wire = await startWire();
    const { conversationId, read } = await longConversation(wire, 3);
    const last = (await read()).messages.at(-1)?.id;
    expect((await read(`?page[after]=${last}`)).messages).toEqual([]);

    await wire.say(conversationId, { type: 'business' }, 'new');

    const page = await read(`?page[after]=${last}`);
    expect(page.messages.map(({ content }) => content.text)).toEqual(['new']);
    expect(page.meta.hasMore).toBe(false);
  });

  test('are refused for two cursors at once, or for one that is no id', async () => {
    const wire = await startWire();
    const { conversationId, read } = await longConversation(wire, 1);
    const id = (await read()).messages[0]?.id;
    const path = `/conversations/${conversationId}/messages`;

    const both = await wire.sunco('GET', `${path}?page[after]=${id}&page[before]=${id}`);
    const odd = await wire.sunco('GET', `${path}?page[after]=yesterday`);

    expect([both.status, odd.status]).toEqual([400, 400]);
  });

  test('stay in their place without words when deleted through the API', async () => {
    const wire = await startWire();
    const { conversationId, read } = await longConversation(wire, 2);
    const [first] = (await read()).messages;

    await wire.sunco('DELETE', `/conversations/${conversationId}/messages/${first?.id}`);

    expect((await wire.messages(conversationId))[0]).toMatchObject({
      id: first?.id,
      deleted: true,
      content: { text: '' },
    });
  });

  test('are all gone when all are deleted', async () => {
    const wire = await startWire();
    const { conversationId } = await longConversation(wire, 2);

    await wire.sunco('DELETE', `/conversations/${conversationId}/messages`);

    expect(await wire.messages(conversationId)).toEqual([]);
  });

  test('can be slow to show up in lists', async () => {
    const wire = await startWire();
    wire.simulator.faults.set({ listLagMs: 1500 });
    const { read } = await longConversation(wire, 1);
    expect((await read()).messages).toEqual([]);

    await wire.clock.advance(1500);

    expect((await read()).messages).toHaveLength(1);
  });
});

describe('conversations of a customer', () => {
  test('are listed by id or external id, with their metadata', async () => {
    const wire = await startWire();
    const userId = await wire.createUser({ externalId: 'web-1' });
    const first = await wire.createConversation(userId, { k: 'h1' });
    await wire.createConversation(userId, { k: 'h2' });

    const { body } = await wire.sunco(
      'GET',
      '/conversations?filter[userExternalId]=web-1&page[size]=1',
    );

    expect(body).toMatchObject({
      conversations: [{ id: first, isDefault: true, metadata: { k: 'h1' } }],
      meta: { hasMore: true, afterCursor: first },
    });
    expect((await wire.sunco('GET', '/conversations')).status).toBe(400);
    expect((await wire.sunco('GET', '/conversations?filter[userId]=x')).status).toBe(404);
  });

  test('go on where the link to the next page leads', async () => {
    const wire = await startWire();
    const userId = await wire.createUser();
    await wire.createConversation(userId);
    const second = await wire.createConversation(userId);
    const { body } = await wire.sunco(
      'GET',
      `/conversations?filter[userId]=${userId}&page[size]=1`,
    );

    const { links } = z.object({ links: z.object({ next: z.url() }) }).parse(body);
    const { pathname, search } = new URL(links.next);
    const next = await wire.send('GET', pathname + search, { headers: { authorization: appKey } });

    expect(next.body).toMatchObject({ conversations: [{ id: second }], meta: { hasMore: false } });
  });

  test('are gone with the customer', async () => {
    const wire = await startWire();
    const userId = await wire.createUser();
    const conversationId = await wire.createConversation(userId);

    expect(await wire.sunco('DELETE', `/users/${userId}`)).toMatchObject({ status: 200, body: {} });

    expect((await wire.sunco('GET', `/conversations/${conversationId}`)).status).toBe(404);
    expect((await wire.sunco('GET', `/users/${userId}`)).status).toBe(404);
  });

  test('keep their words when only the personal information is deleted', async () => {
    const wire = await startWire();
    const userId = await wire.createUser({
      profile: { givenName: 'Ana', email: 'ana@example.com' },
    });
    const conversationId = await wire.createConversation(userId);
    await wire.say(conversationId, { type: 'business' }, 'Hello');

    await wire.sunco('DELETE', `/users/${userId}/personalinformation`);

    const { body } = await wire.sunco('GET', `/users/${userId}`);
    expect(body).toMatchObject({ user: { profile: {} } });
    expect(await wire.messages(conversationId)).not.toEqual([]);
  });
});
