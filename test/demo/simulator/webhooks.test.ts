import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { handOff, startWire, type Wire } from './wire.ts';

/** A conversation the agent workspace holds, reached without our integration in the game. */
async function heldByWorkspace(wire: Wire, workspace: string) {
  const userId = await wire.createUser();
  const conversationId = await wire.createConversation(userId);
  await wire.say(conversationId, { type: 'business' }, 'Hello');
  await wire.pass(conversationId, workspace);
  await wire.simulator.settled();
  wire.received.length = 0;
  return wire.tickets()[0]?.id ?? 0;
}

describe('who hears of an agent’s reply', () => {
  test.each([
    ['a standby integration hears nothing', { linked: true, deliverStandbyEvents: false }, 0],
    ['unless it asked for standby events', { linked: true, deliverStandbyEvents: true }, 1],
    ['one that is not linked hears everything', { linked: false }, 1],
  ])('%s', async (_, link, times) => {
    const wire = await startWire();
    const { workspace } = await wire.connect(link);
    const ticketId = await heldByWorkspace(wire, workspace);

    wire.simulator.workspace.reply(ticketId, { text: 'Hi' });
    await wire.simulator.settled();

    expect(wire.received).toHaveLength(times);
  });

  test('one that was offered control hears it', async () => {
    const wire = await startWire();
    const { ticketId } = await handOff(wire);
    wire.received.length = 0;

    wire.simulator.workspace.reply(ticketId, { text: 'Hi' });
    await wire.simulator.settled();

    expect(wire.heard()).toEqual(['conversation:message']);
  });

  test('everyone hears while the switchboard is off', async () => {
    const wire = await startWire();
    const { workspace, switchboardId } = await wire.connect();
    const ticketId = await heldByWorkspace(wire, workspace);
    await wire.sunco('PATCH', `/switchboards/${switchboardId}`, { enabled: false });

    wire.simulator.workspace.reply(ticketId, { text: 'Hi' });
    await wire.simulator.settled();

    expect(wire.heard()).toEqual(['conversation:message']);
  });
});

describe('what is heard', () => {
  test('our own messages come back as echoes', async () => {
    const wire = await startWire();
    const { conversationId, userId } = await handOff(wire);

    await wire.say(conversationId, { type: 'user', userId }, 'Thanks');
    await wire.simulator.settled();

    expect(wire.received.at(-1)).toMatchObject({
      payload: { message: { source: { type: 'api:conversations' }, content: { text: 'Thanks' } } },
    });
  });

  test('only what the webhook asked for', async () => {
    const wire = await startWire();
    const { conversationId, integrationId, userId } = await handOff(wire);
    await wire.listenTo(integrationId, ['switchboard:releaseControl']);
    wire.received.length = 0;

    await wire.say(conversationId, { type: 'user', userId }, 'Thanks');
    wire.simulator.workspace.end(wire.tickets()[0]?.id ?? 0);
    await wire.simulator.settled();

    expect(wire.heard()).toEqual(['switchboard:releaseControl']);
  });

  test('typing of an agent, and reading of a customer', async () => {
    const wire = await startWire();
    const { conversationId, ticketId, userId } = await handOff(wire);
    wire.received.length = 0;

    wire.simulator.workspace.typing(ticketId);
    await wire.sunco('POST', `/conversations/${conversationId}/activity`, {
      author: { type: 'user', userId },
      type: 'conversation:read',
    });
    await wire.simulator.settled();

    expect(wire.heard()).toEqual(['conversation:typing', 'conversation:read']);
    expect(wire.tickets()[0]?.customerReadAt).not.toBeNull();
    expect(wire.flaws).toEqual([]);
  });

  test('the secret of the webhook as X-API-Key', async () => {
    const wire = await startWire();
    const { integrationId } = await handOff(wire);

    const { body } = await wire.sunco('GET', `/integrations/${integrationId}`);

    expect(body).toMatchObject({ integration: { webhooks: [{ secret: wire.secrets[0] }] } });
    expect(new Set(wire.secrets).size).toBe(1);
  });
});

describe('a delivery that is not answered with 2xx', () => {
  test('is tried five times within a quarter of an hour, with growing gaps', async () => {
    const times: number[] = [];
    const wire = await startWire({
      receive: () => {
        times.push(wire.clock.now());
        return 503;
      },
    });
    await oneMessage(wire);

    await wire.clock.advance(60 * 60_000);

    const gaps = times.slice(1).map((time, index) => time - (times[index] ?? 0));
    expect(times).toHaveLength(5);
    expect(gaps).toEqual(gaps.toSorted((a, b) => a - b));
    expect((times.at(-1) ?? 0) - (times[0] ?? 0)).toBeLessThan(15 * 60_000);
    expect(wire.simulator.history.deliveries).toMatchObject([{ state: 'given-up' }]);
  });

  test.each([400, 401, 403, 404, 406])('is never tried again after %i', async (status) => {
    const wire = await startWire({ receive: () => status });
    await oneMessage(wire);

    await wire.clock.advance(60 * 60_000);

    expect(wire.received).toHaveLength(1);
    expect(wire.simulator.history.deliveries).toMatchObject([
      { state: 'given-up', attempts: [{ outcome: status }] },
    ]);
  });

  test('counts as failed when there is no answer in twenty seconds', async () => {
    const wire = await startWire({
      receive: () => (wire.received.length === 1 ? new Promise<number>(() => {}) : 200),
    });
    await oneMessage(wire);

    await wire.clock.advance(19_999);
    expect(wire.simulator.history.deliveries[0]?.attempts).toEqual([]);
    await wire.clock.advance(1);
    expect(wire.simulator.history.deliveries[0]?.attempts).toMatchObject([{ outcome: 'timeout' }]);
    await wire.clock.advance(60_000);

    expect(wire.simulator.history.deliveries).toMatchObject([
      { state: 'delivered', attempts: [{ outcome: 'timeout' }, { outcome: 200 }] },
    ]);
  });

  test('is the same event each time, as it was when it happened', async () => {
    const wire = await startWire({ receive: () => (wire.received.length < 3 ? 500 : 200) });
    const conversationId = await oneMessage(wire);
    const [message] = await wire.messages(conversationId);

    await wire.sunco('DELETE', `/conversations/${conversationId}/messages/${message?.id}`);
    await wire.clock.advance(10 * 60_000);

    const [first] = wire.received;
    expect(first).toMatchObject({ payload: { message: { content: { text: 'Hello' } } } });
    expect(wire.received).toEqual([first, first, first]);
  });

  /** One event and nothing else: everything before is forgotten. */
  async function oneMessage(wire: Wire) {
    const { integrationId } = await wire.connect({ linked: false });
    await wire.listenTo(integrationId, ['conversation:message']);
    const conversationId = await wire.createConversation(await wire.createUser());
    await wire.say(conversationId, { type: 'business' }, 'Hello');
    return conversationId;
  }
});

describe('webhooks on a bad day', () => {
  test('can be dropped', async () => {
    const wire = await startWire();
    const { ticketId } = await handOff(wire);
    wire.received.length = 0;
    wire.simulator.faults.set({ webhooks: 'drop' });

    wire.simulator.workspace.reply(ticketId, { text: 'Hi' });
    await wire.clock.advance(3_600_000);

    expect(wire.received).toEqual([]);
    expect(wire.simulator.history.deliveries.at(-1)?.state).toBe('dropped');
  });

  test('can come twice', async () => {
    const wire = await startWire();
    const { ticketId } = await handOff(wire);
    wire.received.length = 0;
    wire.simulator.faults.set({ webhooks: 'duplicate' });

    wire.simulator.workspace.reply(ticketId, { text: 'Hi' });
    await wire.simulator.settled();

    expect(wire.received).toHaveLength(2);
    expect(wire.received[0]?.id).toBe(wire.received[1]?.id);
  });

  test('can come late', async () => {
    const wire = await startWire();
    const { ticketId } = await handOff(wire);
    wire.received.length = 0;
    wire.simulator.faults.set({ webhooks: 'late', ms: 8000 });

    wire.simulator.workspace.reply(ticketId, { text: 'Hi' });
    await wire.clock.advance(7999);
    expect(wire.received).toEqual([]);
    await wire.clock.advance(1);

    expect(wire.received).toHaveLength(1);
  });

  test('can overtake each other', async () => {
    const wire = await startWire();
    const { ticketId } = await handOff(wire);
    wire.received.length = 0;
    wire.simulator.faults.set({ webhooks: 'reorder' });

    for (const text of ['one', 'two', 'three']) {
      wire.simulator.workspace.reply(ticketId, { text });
    }
    await wire.clock.advance(2000);

    const texts = wire.received.map(({ payload }) => payload['message']);
    expect(texts).toMatchObject([
      { content: { text: 'two' } },
      { content: { text: 'one' } },
      { content: { text: 'three' } },
    ]);
  });

  test('can come several in one delivery', async () => {
    const bodies: unknown[] = [];
    const wire = await startWire({
      fetch: async (_, init) => {
        bodies.push(JSON.parse(z.string().parse(init?.body)));
        return new Response(null, { status: 200 });
      },
    });
    const { ticketId } = await handOff(wire);
    bodies.length = 0;
    wire.simulator.faults.set({ webhooks: 'batch', ms: 1000 });

    wire.simulator.workspace.reply(ticketId, { text: 'one' });
    wire.simulator.workspace.reply(ticketId, { text: 'two' });
    wire.simulator.workspace.end(ticketId);
    await wire.clock.advance(1000);

    expect(bodies).toMatchObject([
      {
        events: [
          { payload: { message: { content: { text: 'one' } } } },
          { payload: { message: { content: { text: 'two' } } } },
          { type: 'switchboard:releaseControl' },
        ],
      },
    ]);
  });
});

describe('what happens behind the scenes', () => {
  test('two users become one, and the old id is gone', async () => {
    const wire = await startWire();
    const { conversationId, userId } = await handOff(wire);
    const twin = await wire.createUser({ externalId: 'web-2' });

    wire.simulator.workspace.mergeUsers(twin, userId);
    await wire.simulator.settled();

    expect(wire.received.at(-1)).toMatchObject({
      type: 'user:merge',
      payload: { mergedUsers: { surviving: { id: twin }, discarded: { id: userId } } },
    });
    expect((await wire.sunco('GET', `/users/${userId}`)).status).toBe(404);
    const { body } = await wire.sunco('GET', '/conversations?filter[userExternalId]=web-2');
    expect(body).toMatchObject({ conversations: [{ id: conversationId }] });
  });

  test('a deletion schedule removes a conversation', async () => {
    const wire = await startWire();
    const { conversationId } = await handOff(wire);

    wire.simulator.workspace.removeConversation(conversationId);
    await wire.simulator.settled();

    expect(wire.heard().at(-1)).toBe('conversation:remove');
    expect((await wire.sunco('GET', `/conversations/${conversationId}`)).status).toBe(404);
    expect(wire.tickets()).toMatchObject([{ active: false }]);
  });
});
