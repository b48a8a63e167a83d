import { expect, test } from 'vitest';
import { z } from 'zod';
import { demoAccount } from '../../../src/demo/simulator/account.ts';
import { handOff, HOOK, startWire } from './wire.ts';

const Conversation = z.object({ conversation: z.object({ id: z.string() }) });
const Keyed = z.object({ webhook: z.object({ id: z.string() }) });

test('every answer and every webhook is as Zendesk describes it', async () => {
  const wire = await startWire();
  const called = new Set<string>();
  const call = async (method: string, path: string, body?: unknown) => {
    called.add(`${method} ${path.replaceAll(/[0-9a-f]{24}/g, '{id}').replace(/\?.*/, '')}`);
    return wire.sunco(method, path, body);
  };
  const { conversationId, integrationId, switchboardId, ours, workspace, bot, userId, ticketId } =
    await handOff(wire);
  // One that is not linked hears of everything.
  await wire.connect({ linked: false });
  const conversation = `/conversations/${conversationId}`;
  const integration = `/integrations/${integrationId}`;
  const places = `/switchboards/${switchboardId}/switchboardIntegrations`;

  await call('GET', '');
  await call('GET', `/users/${userId}`);
  await call('GET', '/users?filter[identities.email]=ana@example.com');
  await call('PATCH', `/users/${userId}`, { profile: { surname: 'Silva', email: null } });
  await call('GET', '/conversations?filter[userExternalId]=web-1');
  await call('GET', conversation);
  await call('PATCH', conversation, { displayName: 'Website chat', metadata: { owner: 'us' } });
  await call('GET', `${conversation}/participants`);
  await call('POST', `${conversation}/activity`, {
    author: { type: 'user', userId },
    type: 'conversation:read',
  });
  await call('POST', `${conversation}/activity`, {
    author: { type: 'business' },
    type: 'typing:start',
  });
  const posted = await call('POST', `${conversation}/messages`, {
    author: { type: 'user', userExternalId: 'web-1' },
    content: { type: 'text', text: 'Yes', payload: 'yes' },
    metadata: { k: 'c1:m1', first: true, count: 1 },
  });
  await call('GET', `${conversation}/messages`);
  const { messages } = z
    .object({ messages: z.array(z.object({ id: z.string() })) })
    .parse(posted.body);
  await call('DELETE', `${conversation}/messages/${messages[0]?.id}`);

  const form = new FormData();
  form.set('source', new File(['pot'], 'pot.png', { type: 'image/png' }));
  const upload = await wire.send(
    'POST',
    `/sc/v2/apps/${demoAccount.appId}/attachments?access=public&for=message&conversationId=${conversationId}`,
    {
      headers: { authorization: `Basic ${btoa(`${demoAccount.keyId}:${demoAccount.secretKey}`)}` },
      body: form,
    },
  );
  const { attachment } = z
    .object({ attachment: z.object({ mediaUrl: z.url(), mediaType: z.literal('image/png') }) })
    .parse(upload.body);
  await call('POST', `${conversation}/messages`, {
    author: { type: 'user', userId },
    content: { type: 'image', mediaUrl: attachment.mediaUrl, altText: 'pot.png' },
  });

  await call('GET', '/integrations?filter[types]=custom');
  await call('GET', integration);
  await call('PATCH', integration, { displayName: 'Baton 2' });
  await call('GET', `${integration}/webhooks`);
  const second = await call('POST', `${integration}/webhooks`, {
    target: HOOK,
    triggers: ['user:remove'],
  });
  const webhook = `${integration}/webhooks/${Keyed.parse(second.body).webhook.id}`;
  await call('GET', webhook);
  await call('PATCH', webhook, { target: `${HOOK}/2` });
  await call('DELETE', webhook);
  await call('POST', `${integration}/keys`, { displayName: 'runtime' });
  await call('GET', '/switchboards');
  await call('PATCH', `/switchboards/${switchboardId}`, { enabled: true });
  await call('GET', places);
  await call('PATCH', `${places}/${ours}`, { nextSwitchboardIntegrationId: workspace });

  wire.simulator.workspace.accept(ticketId);
  wire.simulator.workspace.typing(ticketId);
  wire.simulator.workspace.reply(ticketId, { text: 'Hi Ana', html: '<p>Hi Ana</p>' });
  wire.simulator.workspace.inject(ticketId, 'ticket-closed', 'Closed');
  wire.simulator.workspace.end(ticketId, { reason: 'ticketClosed' });
  await call('POST', `${conversation}/passControl`, { switchboardIntegration: ours });
  await call('POST', `${conversation}/passControl`, { switchboardIntegration: 'nobody' });
  await call('POST', `${conversation}/acceptControl`, {});
  await call('POST', `${conversation}/offerControl`, { switchboardIntegration: bot });
  await call('POST', `${conversation}/acceptControl`, {});
  await call('POST', `${conversation}/releaseControl`);
  const extra = Conversation.parse(
    (await call('POST', '/conversations', { type: 'personal', participants: [{ userId }] })).body,
  ).conversation;
  await call('POST', `/conversations/${extra.id}/passControl`, { switchboardIntegration: ours });
  await call('DELETE', `/conversations/${extra.id}`);
  const twin = await wire.createUser({ externalId: 'web-2' });
  wire.simulator.workspace.mergeUsers(userId, twin);
  await call('DELETE', `${conversation}/messages`);
  await call('DELETE', `/users/${userId}/personalinformation`);
  await call('DELETE', `/users/${userId}`);
  await call('PATCH', `${places}/${ours}`, { nextSwitchboardIntegrationId: null });
  await call('DELETE', `${places}/${ours}`);
  await call('DELETE', integration);
  await call('GET', '/conversations/nothing');
  await wire.simulator.settled();

  expect(wire.flaws).toEqual([]);
  expect(called.size).toBeGreaterThan(35);
  expect([...new Set(wire.heard())].toSorted()).toEqual([
    'conversation:create',
    'conversation:message',
    'conversation:read',
    'conversation:remove',
    'conversation:typing',
    'switchboard:acceptControl',
    'switchboard:acceptControl:failure',
    'switchboard:offerControl',
    'switchboard:passControl',
    'switchboard:passControl:failure',
    'switchboard:releaseControl',
    'user:merge',
    'user:remove',
  ]);
});
