import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createReadStream } from 'node:fs';
import zendesk from 'node-zendesk';
import * as sunshine from 'sunshine-conversations-client';
import { afterEach, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { demoAccount } from '../../../src/demo/simulator/account.ts';
import { listen } from '../../../src/demo/simulator/on-node.ts';
import { receiver } from './receiver.ts';

/** Clients that somebody else wrote for the real Zendesk, pointed at the simulated one. */

const closing: (() => void)[] = [];
afterEach(() => closing.splice(0).forEach((close) => close()));

async function start() {
  const { url: origin, simulator, close } = await listen();
  const hook = await receiver();
  closing.push(close, hook.close);

  const client = new sunshine.ApiClient();
  client.basePath = `${origin}/sc`;
  client.authentications.basicAuth.username = demoAccount.keyId;
  client.authentications.basicAuth.password = demoAccount.secretKey;
  return { origin, simulator, hook, client };
}

describe('the client for the Conversations API', () => {
  test('hands a conversation to an agent and hears the reply', async () => {
    const { client, hook, simulator } = await start();
    const { appId } = demoAccount;
    const conversations = new sunshine.ConversationsApi(client);
    const messages = new sunshine.MessagesApi(client);
    const control = new sunshine.SwitchboardActionsApi(client);
    const places = new sunshine.SwitchboardIntegrationsApi(client);

    const { app } = await new sunshine.AppsApi(client).getApp(appId);
    const { integration } = await new sunshine.IntegrationsApi(client).createIntegration(appId, {
      type: 'custom',
      displayName: 'proxy',
      webhooks: [
        { target: hook.target, triggers: ['conversation:message', 'switchboard:releaseControl'] },
      ],
    });
    const { webhooks } = await new sunshine.WebhooksApi(client).listWebhooks(appId, integration.id);
    const { switchboards } = await new sunshine.SwitchboardsApi(client).listSwitchboards(appId);
    const switchboardId = switchboards[0]?.id ?? '';
    const ours = await places.createSwitchboardIntegration(appId, switchboardId, {
      name: 'proxy',
      integrationId: integration.id,
      deliverStandbyEvents: false,
    });
    const { switchboardIntegrations } = await places.listSwitchboardIntegrations(
      appId,
      switchboardId,
    );
    const workspace = switchboardIntegrations.find(
      ({ integrationType }) => integrationType === 'zd:agentWorkspace',
    );

    const { user } = await new sunshine.UsersApi(client).createUser(appId, {
      externalId: 'web-1',
      profile: { givenName: 'Ana', email: 'ana@example.com' },
    });
    const { conversation } = await conversations.createConversation(appId, {
      type: 'personal',
      participants: [{ userId: user.id, subscribeSDKClient: false }],
      metadata: { owner: 'us' },
    });
    const pass = (target: string | undefined) =>
      control.passControl(appId, conversation.id, { switchboardIntegration: target });
    await pass(ours.switchboardIntegration.id);
    await messages.postMessage(appId, conversation.id, {
      author: { type: 'user', userId: user.id },
      content: { type: 'text', text: 'The spout is broken' },
    });
    await pass(workspace?.id);
    await control.offerControl(appId, conversation.id, {
      switchboardIntegration: ours.switchboardIntegration.id,
    });
    const [ticket] = simulator.workspace.snapshot().tickets;
    simulator.workspace.reply(ticket?.id ?? 0, { text: 'Hi Ana' });
    await new sunshine.ActivitiesApi(client).postActivity(appId, conversation.id, {
      author: { type: 'user', userId: user.id },
      type: 'conversation:read',
    });
    const listed = await messages.listMessages(appId, conversation.id);
    const held = await conversations.getConversation(appId, conversation.id);
    await control.releaseControl(appId, conversation.id);
    await simulator.settled();

    expect(app.displayName).toBe('Alder & Finch');
    expect(ticket).toMatchObject({ requester: { name: 'Ana' }, subject: 'The spout is broken' });
    expect(listed.messages.map(({ content }) => content.text)).toEqual([
      'The spout is broken',
      'Hi Ana',
    ]);
    expect(held.conversation.activeSwitchboardIntegration?.name).toBe('zd-agentWorkspace');
    const types = hook.received.map(
      ({ body }) =>
        z.object({ events: z.array(z.object({ type: z.string() })) }).parse(JSON.parse(body))
          .events[0]?.type,
    );
    expect(types).toEqual([
      'conversation:message',
      'conversation:message',
      'switchboard:releaseControl',
    ]);
    expect(hook.received.every(({ key }) => key === webhooks[0]?.secret)).toBe(true);
  });

  test('meets the refusals it knows', async () => {
    const { client } = await start();
    const users = new sunshine.UsersApi(client);
    await users.createUser(demoAccount.appId, { externalId: 'a' });

    await expect(users.createUser(demoAccount.appId, { externalId: 'a' })).rejects.toMatchObject({
      status: 409,
      body: { errors: [{ code: 'conflict' }] },
    });
    await expect(users.getUser(demoAccount.appId, 'b')).rejects.toMatchObject({ status: 404 });
    client.authentications.basicAuth.password = 'wrong';
    await expect(users.getUser(demoAccount.appId, 'a')).rejects.toMatchObject({ status: 401 });
  });

  test('changes and forgets a customer', async () => {
    const { client } = await start();
    const users = new sunshine.UsersApi(client);
    const { user } = await users.createUser(demoAccount.appId, { externalId: 'a' });

    const changed = await users.updateUser(demoAccount.appId, user.id, {
      profile: { givenName: 'Ana', locale: 'pt' },
    });
    await users.deleteUserPersonalInformation(demoAccount.appId, user.id);
    const emptied = await users.getUser(demoAccount.appId, 'a');
    await users.deleteUser(demoAccount.appId, 'a');

    expect(changed.user.profile).toMatchObject({ givenName: 'Ana', locale: 'pt' });
    expect(emptied.user.profile).not.toHaveProperty('givenName', 'Ana');
    await expect(users.getUser(demoAccount.appId, 'a')).rejects.toMatchObject({ status: 404 });
  });

  test('uploads a file, which then needs a key to be read', async () => {
    const { client, origin } = await start();
    const source = createReadStream(new URL('receiver.ts', import.meta.url));

    const { attachment } = await new sunshine.AttachmentsApi(client).uploadAttachment(
      demoAccount.appId,
      'public',
      source,
      { _for: 'message' },
    );

    expect(attachment.mediaUrl).toMatch(
      new RegExp(`^${origin}/sc/attachments/v2/.+/receiver\\.ts$`),
    );
    expect((await fetch(attachment.mediaUrl)).status).toBe(401);
    const authorization = `Basic ${btoa(`${demoAccount.keyId}:${demoAccount.secretKey}`)}`;
    const answer = await fetch(attachment.mediaUrl, { headers: { authorization } });
    expect(await answer.text()).toContain('A webhook target');
    expect(answer.headers.get('content-disposition')).toMatch(/^attachment/);
  });
});

describe('a client for Support', () => {
  async function startSupport() {
    const started = await start();
    const signIn = { username: demoAccount.email, token: demoAccount.apiToken };
    return {
      ...started,
      client: zendesk.createClient({ ...signIn, endpointUri: `${started.origin}/api/v2` }),
      helpCenter: zendesk.createClient({
        ...signIn,
        apiType: ['helpcenter'],
        endpointUri: `${started.origin}/api/v2/help_center`,
      }),
    };
  }

  test('signs in, makes a ticket, changes it and finds it', async () => {
    const { client, simulator } = await startSupport();
    simulator.faults.set({ searchLagMs: 0 });

    const me = await client.users.me();
    const made = await client.tickets.create({
      ticket: { subject: 'Chat', comment: { body: 'Summary' }, tags: ['ai_handoff'] },
    });
    const { id } = z.object({ id: z.number() }).parse(made.result);
    await client.tickets.update(id, { ticket: { comment: { body: 'More', public: false } } });
    const shown = await client.tickets.show(id);
    const found = await client.search.query('type:ticket tags:ai_handoff');
    const comments = await client.tickets.getComments(id);

    expect(me.result).toMatchObject({ role: 'admin', email: demoAccount.email });
    expect(shown.result).toMatchObject({ id, subject: 'Chat', tags: ['ai_handoff'] });
    expect(found.result).toMatchObject([{ id }]);
    expect(comments).toMatchObject([{ body: 'Summary' }, { body: 'More', public: false }]);
  });

  test('reads every article of the Help Center', async () => {
    const { helpCenter } = await startSupport();

    const articles = await helpCenter.helpcenter.articles.listByLocale('en-us');

    expect(articles.length).toBeGreaterThan(16);
    expect(articles).toContainEqual(expect.objectContaining({ title: 'Damaged on arrival' }));
  });
});

describe('behind a real port', () => {
  test('a cut connection is a destroyed socket', async () => {
    const { origin, simulator } = await start();
    simulator.faults.set({ rules: [{ match: { path: 'users/me' }, effect: { type: 'reset' } }] });

    const failure = await fetch(`${origin}/api/v2/users/me`).catch((error: unknown) => error);

    expect(failure).toMatchObject({ message: 'fetch failed', cause: { code: 'UND_ERR_SOCKET' } });
    expect((await fetch(`${origin}/workspace`)).status).toBe(200);
  });

  test('a hanging request ends when the caller gives up', async () => {
    const { origin, simulator } = await start();
    simulator.faults.set({ rules: [{ match: { path: 'users/me' }, effect: { type: 'hang' } }] });
    const patience = new AbortController();

    const waiting = fetch(`${origin}/api/v2/users/me`, { signal: patience.signal });
    await expect.poll(() => simulator.history.requests.at(-1)?.status).toBe('hang');
    patience.abort();

    await expect(waiting).rejects.toThrow('aborted');
  });
});

test('the simulator runs as a process of its own and says where', { timeout: 20_000 }, async () => {
  const main = new URL('../../../src/demo/simulator-main.ts', import.meta.url).pathname;
  const child = spawn(process.execPath, ['--import', 'tsx', main], {
    env: { ...process.env, PORT: '0', ORIGIN: 'http://shop.test/zendesk-simulator' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  closing.push(() => child.kill());

  const [line] = z.tuple([z.instanceof(Buffer)]).parse(await once(child.stdout, 'data'));

  const url = line.toString().match(/^Simulated Zendesk on (http:\/\/127\.0\.0\.1:\d+)\n$/)?.[1];
  const { articles } = z
    .object({ articles: z.array(z.object({ html_url: z.string() })) })
    .parse(await (await fetch(`${url}/api/v2/help_center/en-us/articles`)).json());
  expect(articles[0]?.html_url).toMatch(/^http:\/\/shop\.test\/zendesk-simulator\/hc\/en-us\//);
  child.kill();
  expect(await once(child, 'exit')).toEqual([0, null]);
});
