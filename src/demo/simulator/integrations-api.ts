import { Hono } from 'hono';
import { pageOf } from './paging.ts';
import { readJson } from './read-json.ts';
import type { Integration, Webhook } from './records.ts';
import { badRequest, forbidden, notFound } from './refusal.ts';
import {
  IntegrationCreate,
  IntegrationUpdate,
  KeyCreate,
  WebhookCreate,
  WebhookUpdate,
} from './requests.ts';
import { appKeyOnly, type ConversationsEnv } from './sign-in.ts';
import type { Zendesk } from './zendesk.ts';

const MAX_WEBHOOKS = 10; // per app
const MAX_KEYS = 10; // per integration

/** `/v2/apps/{appId}/integrations`, with their webhooks and keys. */
export function integrationsApi(zendesk: Zendesk) {
  const api = new Hono<ConversationsEnv>();
  const integrationOf = (id: string) => {
    const integration = zendesk.integrations.get(id);
    if (!integration) throw notFound('integration');
    return integration;
  };

  /** An integration's own key reaches its webhooks and nothing else here. */
  api.use('/:id/webhooks/*', async (context, next) => {
    const caller = context.get('caller');
    if (caller.scope === 'integration' && caller.integrationId !== context.req.param('id')) {
      throw forbidden('The key belongs to another integration');
    }
    await next();
  });
  api.on(['GET', 'POST'], '/', appKeyOnly);
  api.on(['GET', 'PATCH', 'DELETE'], '/:id', appKeyOnly);
  api.use('/:id/keys/*', appKeyOnly);

  api.post('/', async (context) => {
    const { displayName, webhooks, type } = await readJson(context, IntegrationCreate);
    requireRoomForWebhook(zendesk);
    const integration: Integration = {
      id: zendesk.ids.next(),
      type,
      displayName: displayName ?? null,
      webhooks: webhooks.map((fields) => newWebhook(zendesk, fields)),
      keys: [],
    };
    zendesk.integrations.set(integration.id, integration);
    return context.json({ integration: integrationAnswer(integration) }, 201);
  });

  api.get('/', (context) => {
    const types = context.req.query('filter[types]')?.split(',');
    const listed = [...zendesk.integrations.values()].filter(
      ({ type }) => types === undefined || types.includes(type),
    );
    const page = pageOf(listed, context.req.url, zendesk.origin, {
      defaultSize: 25,
      from: 'start',
    });
    return context.json({
      integrations: page.items.map(integrationAnswer),
      meta: page.meta,
      links: page.links,
    });
  });

  api.get('/:id', (context) =>
    context.json({ integration: integrationAnswer(integrationOf(context.req.param('id'))) }),
  );

  api.patch('/:id', async (context) => {
    const integration = integrationOf(context.req.param('id'));
    const { displayName } = await readJson(context, IntegrationUpdate);
    if (displayName !== undefined) integration.displayName = displayName;
    return context.json({ integration: integrationAnswer(integration) });
  });

  api.delete('/:id', (context) => {
    const { id } = integrationOf(context.req.param('id'));
    const isLinked = [...zendesk.switchboardIntegrations.values()].some(
      ({ integrationId }) => integrationId === id,
    );
    if (isLinked) throw badRequest('The integration is linked to the switchboard');
    zendesk.integrations.delete(id);
    return context.json({});
  });

  api.post('/:id/webhooks', async (context) => {
    const integration = integrationOf(context.req.param('id'));
    const fields = await readJson(context, WebhookCreate);
    requireRoomForWebhook(zendesk);
    const webhook = newWebhook(zendesk, fields);
    integration.webhooks.push(webhook);
    return context.json({ webhook: webhookAnswer(webhook) }, 201);
  });

  api.get('/:id/webhooks', (context) =>
    context.json({ webhooks: integrationOf(context.req.param('id')).webhooks.map(webhookAnswer) }),
  );

  api.get('/:id/webhooks/:webhookId', (context) => {
    const webhook = requireWebhook(
      integrationOf(context.req.param('id')),
      context.req.param('webhookId'),
    );
    return context.json({ webhook: webhookAnswer(webhook) });
  });

  api.patch('/:id/webhooks/:webhookId', async (context) => {
    const webhook = requireWebhook(
      integrationOf(context.req.param('id')),
      context.req.param('webhookId'),
    );
    Object.assign(webhook, await readJson(context, WebhookUpdate));
    return context.json({ webhook: webhookAnswer(webhook) });
  });

  api.delete('/:id/webhooks/:webhookId', (context) => {
    const integration = integrationOf(context.req.param('id'));
    const webhook = requireWebhook(integration, context.req.param('webhookId'));
    integration.webhooks = integration.webhooks.filter((entry) => entry !== webhook);
    return context.json({});
  });

  api.post('/:id/keys', async (context) => {
    const integration = integrationOf(context.req.param('id'));
    const { displayName } = await readJson(context, KeyCreate);
    if (integration.keys.length >= MAX_KEYS) throw badRequest('The integration has 10 keys');
    const key = { id: `int_${zendesk.ids.next()}`, displayName, secret: zendesk.ids.secret() };
    integration.keys.push(key);
    return context.json({ key }, 201);
  });

  return api;
}

function requireRoomForWebhook(zendesk: Zendesk) {
  const count = [...zendesk.integrations.values()].flatMap(({ webhooks }) => webhooks).length;
  if (count >= MAX_WEBHOOKS) throw badRequest(`An app may have ${MAX_WEBHOOKS} webhooks`);
}

function requireWebhook({ webhooks }: Integration, id: string): Webhook {
  const webhook = webhooks.find((entry) => entry.id === id);
  if (!webhook) throw notFound('webhook');
  return webhook;
}

function newWebhook(
  zendesk: Zendesk,
  fields: Pick<Webhook, 'target' | 'triggers'> & Partial<Webhook>,
): Webhook {
  return {
    id: zendesk.ids.next(),
    secret: zendesk.ids.secret(),
    includeFullUser: false,
    includeFullSource: false,
    ...fields,
  };
}

function webhookAnswer(webhook: Webhook) {
  return { ...webhook, version: 'v2' };
}

/** Of its webhooks an integration shows the one it was born with, and never its keys. */
function integrationAnswer({ id, type, displayName, webhooks }: Integration) {
  const shown = webhooks.slice(0, 1).map(webhookAnswer);
  return { id, type, status: 'active', displayName, webhooks: shown };
}
