import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { basic, handOff, startWire, type Wire } from './wire.ts';

async function holder(wire: Wire, conversationId: string) {
  const { body } = await wire.sunco('GET', `/conversations/${conversationId}`);
  const { conversation } = z
    .object({
      conversation: z.object({
        activeSwitchboardIntegration: z.object({ name: z.string() }).optional(),
        pendingSwitchboardIntegration: z.object({ name: z.string() }).optional(),
      }),
    })
    .parse(body);
  return {
    active: conversation.activeSwitchboardIntegration?.name,
    pending: conversation.pendingSwitchboardIntegration?.name,
  };
}

async function emptyConversation(wire: Wire) {
  const places = await wire.connect();
  const conversationId = await wire.createConversation(await wire.createUser());
  return { ...places, conversationId };
}

describe('passing control', () => {
  test('finds its target by id, else by name, else by type', async () => {
    const wire = await startWire();
    const { conversationId, workspace, switchboardId } = await emptyConversation(wire);

    await wire.pass(conversationId, workspace);
    expect((await holder(wire, conversationId)).active).toBe('zd-agentWorkspace');
    await wire.pass(conversationId, 'zd-answerBot');
    expect((await holder(wire, conversationId)).active).toBe('zd-answerBot');
    await wire.pass(conversationId, 'zd:agentWorkspace');
    expect((await holder(wire, conversationId)).active).toBe('zd-agentWorkspace');

    // A name that is somebody else's id goes to the id.
    const { integrationId } = await wire.connect({ linked: false });
    const named = await wire.sunco(
      'POST',
      `/switchboards/${switchboardId}/switchboardIntegrations`,
      {
        name: workspace,
        integrationId,
      },
    );
    expect(named.status).toBe(201);
    await wire.pass(conversationId, 'baton');
    await wire.pass(conversationId, workspace);
    expect((await holder(wire, conversationId)).active).toBe('zd-agentWorkspace');
  });

  test('refuses a type that fits two', async () => {
    const wire = await startWire();
    const { conversationId, switchboardId } = await emptyConversation(wire);
    const { integrationId } = await wire.connect({ linked: false });
    await wire.sunco('POST', `/switchboards/${switchboardId}/switchboardIntegrations`, {
      name: 'other',
      integrationId,
    });

    expect((await wire.pass(conversationId, 'custom')).status).toBe(400);
  });

  test('to next goes where the active one points', async () => {
    const wire = await startWire();
    const { conversationId, bot } = await emptyConversation(wire);
    await wire.pass(conversationId, bot);

    await wire.pass(conversationId, 'next');

    expect((await holder(wire, conversationId)).active).toBe('zd-agentWorkspace');
  });

  test('to next of one that points nowhere is answered with 200 and fails afterwards', async () => {
    const wire = await startWire();
    const { conversationId, ours } = await emptyConversation(wire);
    await wire.pass(conversationId, ours);

    const answer = await wire.pass(conversationId, 'next', { handoff: 'h1' });
    await wire.simulator.settled();

    expect(answer).toMatchObject({ status: 200, body: {} });
    expect(wire.received.at(-1)).toMatchObject({
      type: 'switchboard:passControl:failure',
      payload: { error: { code: 'switchboard_invalid_target' }, metadata: { handoff: 'h1' } },
    });
    expect((await holder(wire, conversationId)).active).toBe('baton');
  });

  test('to an unknown target is answered with 200 and fails afterwards', async () => {
    const wire = await startWire();
    const { conversationId, ours } = await emptyConversation(wire);
    await wire.pass(conversationId, ours);

    const answer = await wire.pass(conversationId, 'nobody');
    await wire.simulator.settled();

    expect(answer.status).toBe(200);
    expect(wire.heard()).toContain('switchboard:passControl:failure');
    expect(wire.flaws).toEqual([]);
  });

  test('to a workspace that refuses is answered with 200 and fails afterwards', async () => {
    const wire = await startWire();
    wire.simulator.workspace.configure({ refusesControl: true });

    const { conversationId } = await handOff(wire);

    expect(wire.heard()).toContain('switchboard:passControl:failure');
    expect(wire.tickets()).toEqual([]);
    expect((await holder(wire, conversationId)).active).toBe('baton');
  });

  test('carries its metadata to those concerned', async () => {
    const wire = await startWire();

    const { workspace } = await handOff(wire, { handoff: 'h1' });

    expect(
      wire.received.filter(({ type }) => type === 'switchboard:passControl').at(-1),
    ).toMatchObject({
      payload: {
        metadata: { handoff: 'h1' },
        conversation: { activeSwitchboardIntegration: { id: workspace } },
      },
    });
  });

  test('voids an offer', async () => {
    const wire = await startWire();
    const { conversationId, bot } = await handOff(wire);
    expect((await holder(wire, conversationId)).pending).toBe('baton');

    await wire.pass(conversationId, bot);

    expect(await holder(wire, conversationId)).toEqual({ active: 'zd-answerBot' });
  });
});

describe('offering, accepting and releasing control', () => {
  test('cannot be offered to the one that has it', async () => {
    const wire = await startWire();
    const { conversationId, ours } = await emptyConversation(wire);
    await wire.pass(conversationId, ours);

    expect((await wire.offer(conversationId, ours)).status).toBe(400);
  });

  test('an accepted offer takes control', async () => {
    const wire = await startWire();
    const { conversationId } = await handOff(wire);

    await wire.sunco('POST', `/conversations/${conversationId}/acceptControl`, {});
    await wire.simulator.settled();

    expect(await holder(wire, conversationId)).toEqual({ active: 'baton' });
    expect(wire.heard().at(-1)).toBe('switchboard:acceptControl');
    expect(wire.tickets()).toMatchObject([{ active: false }]);
  });

  test('accepting without an offer fails afterwards', async () => {
    const wire = await startWire();
    const { conversationId, ours } = await emptyConversation(wire);
    await wire.pass(conversationId, ours);

    const answer = await wire.sunco('POST', `/conversations/${conversationId}/acceptControl`, {});
    await wire.simulator.settled();

    expect(answer.status).toBe(200);
    expect(wire.received.at(-1)).toMatchObject({
      type: 'switchboard:acceptControl:failure',
      payload: { error: { code: 'switchboard_invalid_action' } },
    });
  });

  test('after a release nobody is in control', async () => {
    const wire = await startWire();
    const { conversationId } = await handOff(wire);

    await wire.sunco('POST', `/conversations/${conversationId}/releaseControl`);
    await wire.simulator.settled();

    expect(await holder(wire, conversationId)).toEqual({});
    expect(wire.heard().at(-1)).toBe('switchboard:releaseControl');
  });

  test('a reason cannot be sent any more', async () => {
    const wire = await startWire();
    const { conversationId } = await handOff(wire);

    const answer = await wire.sunco('POST', `/conversations/${conversationId}/releaseControl`, {
      reason: 'ticketClosed',
    });

    expect(answer.status).toBe(400);
  });
});

describe('an integration’s own key', () => {
  async function integrationKey(wire: Wire, integrationId: string) {
    const { body } = await wire.sunco('POST', `/integrations/${integrationId}/keys`, {
      displayName: 'runtime',
    });
    const { key } = z.object({ key: z.object({ id: z.string(), secret: z.string() }) }).parse(body);
    return basic(key.id, key.secret);
  }

  test('cannot see the app, integrations or switchboards', async () => {
    const wire = await startWire();
    const { integrationId } = await wire.connect();
    const key = await integrationKey(wire, integrationId);

    const refused = ['', '/integrations', '/switchboards', `/integrations/${integrationId}`];
    const answers = refused.map((path) => wire.sunco('GET', path, undefined, key));
    expect((await Promise.all(answers)).map(({ status }) => status)).toEqual([403, 403, 403, 403]);
    const webhooks = `/integrations/${integrationId}/webhooks`;
    expect((await wire.sunco('GET', webhooks, undefined, key)).status).toBe(200);
    const { integrationId: other } = await wire.connect({ linked: false });
    const foreign = `/integrations/${other}/webhooks`;
    expect((await wire.sunco('GET', foreign, undefined, key)).status).toBe(403);
  });

  test('releases only what it holds and accepts only what it was offered', async () => {
    const wire = await startWire();
    const { conversationId, integrationId } = await handOff(wire);
    const key = await integrationKey(wire, integrationId);
    const call = async (name: string) =>
      (await wire.sunco('POST', `/conversations/${conversationId}/${name}`, {}, key)).status;

    expect(await call('releaseControl')).toBe(403);
    expect(await call('acceptControl')).toBe(200);
    expect(await call('acceptControl')).toBe(403);
    expect(await call('releaseControl')).toBe(200);
  });
});

describe('the switchboard', () => {
  test('is the only one, has room for ten, and keeps its default', async () => {
    const wire = await startWire();
    const { switchboardId, bot, workspace, ours, integrationId } = await wire.connect();
    const path = `/switchboards/${switchboardId}/switchboardIntegrations`;
    const add = (name: string) => wire.sunco('POST', path, { name, integrationId });

    expect((await wire.sunco('POST', '/switchboards')).status).toBe(400);
    expect((await wire.sunco('DELETE', `${path}/${bot}`)).status).toBe(400);
    expect((await wire.sunco('DELETE', `${path}/${workspace}`)).status).toBe(400);
    expect((await wire.sunco('DELETE', `${path}/${ours}`)).status).toBe(200);
    expect((await add('not allowed!')).status).toBe(400);
    for (let n = 1; n <= 8; n += 1) expect((await add(`place-${n}`)).status).toBe(201);
    expect(await add('place-9')).toMatchObject({
      status: 400,
      body: { errors: [{ code: 'too_many_switchboard_integrations' }] },
    });
  });

  test('gives a new place standby events unless told otherwise', async () => {
    const wire = await startWire();
    const { switchboardId, integrationId } = await wire.connect();

    const { body } = await wire.sunco(
      'POST',
      `/switchboards/${switchboardId}/switchboardIntegrations`,
      { name: 'quiet', integrationId },
    );

    expect(body).toMatchObject({ switchboardIntegration: { deliverStandbyEvents: true } });
  });
});
