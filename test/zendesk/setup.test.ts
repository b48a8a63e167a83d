import { describe, expect, test } from 'vitest';
import type { WebhookToSet } from '../../src/zendesk/sent.ts';
import { setUp } from '../../src/zendesk/setup.ts';
import { webhookTriggers } from '../../src/zendesk/webhook.ts';
import { appKey, ORIGIN, simulatedZendesk } from './simulated-zendesk.ts';

const install = {
  installId: 'f0e1d2c3',
  webhookUrl: 'https://chat.example.com/api/zendesk/webhook/9a',
};

const elsewhere: WebhookToSet = {
  target: 'https://elsewhere.example.com',
  triggers: ['conversation:message'],
  includeFullUser: false,
  includeFullSource: false,
};

/** An account that is not set up yet, and what it holds at any moment. */
function account() {
  const stage = simulatedZendesk();
  const { conversations: api, run } = stage;
  async function inventory() {
    const integrations = await run(api.integrations());
    const webhooks = [];
    for (const { id } of integrations) webhooks.push(...(await run(api.webhooks(id))));
    const [switchboard] = await run(api.switchboards());
    const links = await run(api.switchboardIntegrations(switchboard?.id ?? ''));
    return {
      integrations,
      webhooks,
      links: links.filter((link) => link.integrationType === 'custom'),
    };
  }
  return { ...stage, api, inventory };
}

async function rejection(promise: Promise<unknown>): Promise<unknown> {
  return promise.then(
    () => 'no error',
    (error: unknown) => error,
  );
}

describe('setting up', () => {
  test('makes one integration with one webhook, linked under a name of its own', async () => {
    const { api, run, inventory, violations } = account();

    const setup = await run(setUp(api, install));

    const { integrations, webhooks, links } = await inventory();
    expect(integrations).toEqual([{ id: setup.integrationId, displayName: 'Baton f0e1d2c3' }]);
    expect(webhooks).toEqual([
      {
        id: setup.webhookId,
        secret: setup.webhookSecret,
        target: install.webhookUrl,
        triggers: webhookTriggers,
      },
    ]);
    expect(links).toEqual([
      expect.objectContaining({
        id: setup.ourIntegrationId,
        integrationId: setup.integrationId,
        name: expect.stringMatching(/^baton-[0-9a-f]{8}$/),
        deliverStandbyEvents: false,
      }),
    ]);
    expect(setup.multiConversations).toBe(true);
    expect(violations).toEqual([]);
  });

  test('leaves the account’s default responder as it was', async () => {
    const { api, run, requests } = account();

    await run(setUp(api, install));

    expect(requests().filter((request) => request.startsWith('PATCH /switchboards'))).toEqual([]);
  });

  test('again changes nothing', async () => {
    const { api, run, inventory, requests } = account();
    const first = await run(setUp(api, install));
    const before = await inventory();
    const count = requests().length;

    const second = await run(setUp(api, install));

    expect(second).toEqual(first);
    expect(
      requests()
        .slice(count)
        .filter((request) => !request.startsWith('GET')),
    ).toEqual([]);
    expect(await inventory()).toEqual(before);
  });

  test('again with another address moves the webhook and keeps its secret', async () => {
    const { api, run, inventory } = account();
    const first = await run(setUp(api, { ...install, webhookUrl: null }));
    const unreachable = (await inventory()).webhooks;

    const second = await run(setUp(api, install));

    expect(unreachable[0]?.target).toBe('https://f0e1d2c3.invalid/zendesk');
    expect(second).toEqual(first);
    expect((await inventory()).webhooks).toMatchObject([{ target: install.webhookUrl }]);
  });

  test('of a second install stays beside the first', async () => {
    const { api, run, inventory } = account();

    const first = await run(setUp(api, install));
    const second = await run(setUp(api, { ...install, installId: 'aaaa0000' }));

    expect(second.ourIntegrationId).not.toBe(first.ourIntegrationId);
    expect((await inventory()).links).toHaveLength(2);
  });

  test.each([
    ['the integration', /\/integrations$/],
    ['the link', /\/switchboardIntegrations$/],
  ])('that lost the answer about %s finds it', async (_, path) => {
    const { api, run, inventory, simulator } = account();
    simulator.faults.set({
      rules: [
        {
          match: { method: 'POST', path: path.source, nth: 1 },
          effect: { type: 'reset', after: true },
        },
      ],
    });

    const setup = await run(setUp(api, install));

    expect(await inventory()).toMatchObject({
      integrations: [{ id: setup.integrationId }],
      webhooks: [{ id: setup.webhookId }],
      links: [{ id: setup.ourIntegrationId }],
    });
  });

  test('that was interrupted goes on where it stopped', async () => {
    const { api, run, inventory, simulator } = account();
    simulator.faults.set({
      rules: [{ match: { path: '/webhooks$' }, effect: { type: 'status', status: 500 } }],
    });
    const interrupted = await rejection(run(setUp(api, install)));
    simulator.faults.clear();

    const setup = await run(setUp(api, install));

    expect(interrupted).toMatchObject({ name: 'ZendeskError', status: 500 });
    expect(await inventory()).toMatchObject({
      integrations: [{ id: setup.integrationId }],
      webhooks: [{ id: setup.webhookId }],
      links: [{ id: setup.ourIntegrationId }],
    });
  });

  test('twice at the same moment settles on one integration', async () => {
    const { api, run, inventory } = account();

    const [first, second] = await run(Promise.all([setUp(api, install), setUp(api, install)]));

    expect(second).toEqual(first);
    expect(await inventory()).toMatchObject({
      integrations: [{ id: first.integrationId }],
      webhooks: [{ id: first.webhookId }],
      links: [{ id: first.ourIntegrationId }],
    });
  });

  test.each([10, 25, 60, 90, 130, 170, 210])(
    'while another run is %i ms ahead ends with one of each',
    async (ms) => {
      const { api, run, inventory, simulator, clock } = account();
      simulator.faults.set({ rules: [{ match: {}, effect: { type: 'delay', ms: 20 } }] });
      const late = new Promise<void>((resolve) => void clock.setTimeout(resolve, ms));

      await run(Promise.allSettled([setUp(api, install), late.then(() => setUp(api, install))]));
      const setup = await run(setUp(api, install));

      expect(await inventory()).toMatchObject({
        integrations: [{ id: setup.integrationId }],
        webhooks: [{ id: setup.webhookId }],
        links: [{ id: setup.ourIntegrationId }],
      });
    },
  );

  test('after two runs that met keeps the integration that is in use', async () => {
    const { api, run, inventory } = account();
    const first = await run(setUp(api, install));
    const { integrations, links } = await inventory();
    const name = links[0]?.name ?? '';
    const displayName = integrations[0]?.displayName ?? '';
    await run(api.deleteSwitchboardIntegration(first.switchboardId, first.ourIntegrationId));
    const { id: integrationId } = await run(api.createIntegration(displayName, elsewhere));
    await run(api.createSwitchboardIntegration(first.switchboardId, { name, integrationId }));

    const setup = await run(setUp(api, install));

    expect(setup.integrationId).toBe(integrationId);
    expect((await inventory()).integrations).toMatchObject([{ id: integrationId }]);
  });

  test('takes its name back from a link to something else', async () => {
    const { api, run, inventory } = account();
    const { switchboardId, ourIntegrationId } = await run(setUp(api, install));
    const name = (await inventory()).links[0]?.name ?? '';
    const other = await run(api.createIntegration('Other', elsewhere));
    await run(api.deleteSwitchboardIntegration(switchboardId, ourIntegrationId));
    await run(api.createSwitchboardIntegration(switchboardId, { name, integrationId: other.id }));

    const setup = await run(setUp(api, install));

    expect((await inventory()).links).toMatchObject([
      { id: setup.ourIntegrationId, integrationId: setup.integrationId, name },
    ]);
  });

  test('removes a second integration of its own together with its link', async () => {
    const { api, run, inventory } = account();
    const first = await run(setUp(api, install));
    const second = await run(api.createIntegration('Baton f0e1d2c3', elsewhere));
    await run(
      api.createSwitchboardIntegration(first.switchboardId, {
        name: 'left-over',
        integrationId: second.id,
      }),
    );

    const setup = await run(setUp(api, install));

    expect(setup).toEqual(first);
    expect(await inventory()).toMatchObject({
      integrations: [{ id: first.integrationId }],
      links: [{ id: first.ourIntegrationId }],
    });
  });

  test('again makes its link quiet if somebody changed that', async () => {
    const { api, run, inventory, simulator } = account();
    const { switchboardId, ourIntegrationId } = await run(setUp(api, install));
    const link = `/sc/v2/apps/${appKey.appId}/switchboards/${switchboardId}/switchboardIntegrations/${ourIntegrationId}`;
    await simulator.fetch(
      new Request(`${ORIGIN}${link}`, {
        method: 'PATCH',
        headers: {
          authorization: `Basic ${btoa(`${appKey.keyId}:${appKey.secretKey}`)}`,
          'content-type': 'application/json',
        },
        body: JSON.stringify({ deliverStandbyEvents: true }),
      }),
    );
    const loud = (await inventory()).links;

    await run(setUp(api, install));

    expect(loud).toMatchObject([{ deliverStandbyEvents: true }]);
    expect((await inventory()).links).toMatchObject([{ deliverStandbyEvents: false }]);
  });

  test('replaces a link whose integration somebody deleted', async () => {
    const { api, run, inventory } = account();
    const first = await run(setUp(api, install));
    await run(api.deleteSwitchboardIntegration(first.switchboardId, first.ourIntegrationId));
    await run(api.deleteIntegration(first.integrationId));

    const second = await run(setUp(api, install));

    expect(second.integrationId).not.toBe(first.integrationId);
    expect((await inventory()).links).toMatchObject([{ integrationId: second.integrationId }]);
  });
});

describe('setting up says what is missing', () => {
  test('room for a webhook: an app may have ten', async () => {
    const { api, run, inventory } = account();
    for (let count = 0; count < 10; count += 1) {
      await run(api.createIntegration(`Other ${count}`, elsewhere));
    }

    const error = await rejection(run(setUp(api, install)));

    expect(error).toMatchObject({ name: 'ZendeskSetupError', missing: 'webhooks' });
    expect((await inventory()).webhooks).toHaveLength(10);
  });

  test('room on the switchboard, before it makes an integration that would hear everything', async () => {
    const { api, run, inventory } = account();
    const { id } = await run(api.createIntegration('Other', elsewhere));
    const [switchboard] = await run(api.switchboards());
    const switchboardId = switchboard?.id ?? '';
    const taken = (await run(api.switchboardIntegrations(switchboardId))).length;
    for (let count = taken; count < 10; count += 1) {
      await run(
        api.createSwitchboardIntegration(switchboardId, { name: `o${count}`, integrationId: id }),
      );
    }

    const error = await rejection(run(setUp(api, install)));

    expect(error).toMatchObject({ missing: 'switchboard-integrations' });
    expect((await inventory()).integrations).toHaveLength(1);
  });

  test.each([
    ['switchboard', '/switchboards$', { switchboards: [] }],
    ['switchboard', '/switchboards$', { switchboards: [{ id: 's', enabled: false }] }],
    ['agent-workspace', '/switchboardIntegrations$', { switchboardIntegrations: [] }],
  ])('%s', async (missing, path, body) => {
    const { api, run, simulator } = account();
    simulator.faults.set({
      rules: [{ match: { path }, effect: { type: 'status', status: 200, body } }],
    });

    expect(await rejection(run(setUp(api, install)))).toMatchObject({ missing });
  });

  test('a key of the app: an integration’s own is not enough', async () => {
    const { api, run, simulator } = account();
    const body = { errors: [{ code: 'forbidden', title: 'x' }] };
    simulator.faults.set({
      rules: [{ match: { path: '/switchboards' }, effect: { type: 'status', status: 403, body } }],
    });

    expect(await rejection(run(setUp(api, install)))).toMatchObject({ missing: 'app-key' });
  });

  test('nothing when the key is wrong: that is Zendesk’s own refusal', async () => {
    const { api, run, simulator } = account();
    simulator.faults.set({ rules: [{ match: {}, effect: { type: 'status', status: 401 } }] });

    expect(await rejection(run(setUp(api, install)))).toMatchObject({
      name: 'ZendeskError',
      status: 401,
    });
  });
});
