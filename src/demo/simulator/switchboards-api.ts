import { Hono } from 'hono';
import { readJson } from './read-json.ts';
import type { SwitchboardIntegration } from './records.ts';
import { badRequest, notFound, Refusal } from './refusal.ts';
import {
  SwitchboardIntegrationCreate,
  SwitchboardIntegrationUpdate,
  SwitchboardUpdate,
} from './requests.ts';
import { appKeyOnly, type ConversationsEnv } from './sign-in.ts';
import type { Zendesk } from './zendesk.ts';

const MAX_INTEGRATIONS = 10; // per switchboard

/** `/v2/apps/{appId}/switchboards`: one switchboard, made with the account. */
export function switchboardsApi(zendesk: Zendesk) {
  const api = new Hono<ConversationsEnv>();
  api.use(appKeyOnly);

  const answer = () => {
    const { id, enabled, defaultId } = zendesk.switchboard;
    return { id, enabled, defaultSwitchboardIntegrationId: defaultId };
  };
  const requireSwitchboard = (id: string) => {
    if (id !== zendesk.switchboard.id) throw notFound('switchboard');
  };
  const placeOf = (switchboardId: string, id: string) => {
    requireSwitchboard(switchboardId);
    const entry = zendesk.switchboardIntegrations.get(id);
    if (!entry) throw notFound('switchboard_integration');
    return entry;
  };

  api.get('/', (context) => context.json({ switchboards: [answer()] }));

  api.post('/', () => {
    throw badRequest('Only one switchboard can be created per app');
  });

  api.patch('/:id', async (context) => {
    requireSwitchboard(context.req.param('id'));
    const { enabled, defaultSwitchboardIntegrationId } = await readJson(context, SwitchboardUpdate);
    if (defaultSwitchboardIntegrationId !== undefined) {
      placeOf(context.req.param('id'), defaultSwitchboardIntegrationId);
      zendesk.switchboard.defaultId = defaultSwitchboardIntegrationId;
    }
    zendesk.switchboard.enabled = enabled ?? zendesk.switchboard.enabled;
    return context.json({ switchboard: answer() });
  });

  api.get('/:id/switchboardIntegrations', (context) => {
    requireSwitchboard(context.req.param('id'));
    return context.json({ switchboardIntegrations: [...zendesk.switchboardIntegrations.values()] });
  });

  api.post('/:id/switchboardIntegrations', async (context) => {
    requireSwitchboard(context.req.param('id'));
    const { integrationId, integrationType, ...fields } = await readJson(
      context,
      SwitchboardIntegrationCreate,
    );
    if (zendesk.switchboardIntegrations.size >= MAX_INTEGRATIONS) {
      throw new Refusal(400, 'too_many_switchboard_integrations', 'A switchboard may have 10');
    }
    requireFreeName(zendesk, fields.name);
    requireNext(zendesk, fields.nextSwitchboardIntegrationId);
    const linked = zendesk.integrations.get(integrationId ?? '');
    if (!linked && integrationId !== undefined) throw notFound('integration');
    if (!linked) throw badRequest(`There is no integration of type ${integrationType}`);
    const entry: SwitchboardIntegration = {
      id: zendesk.ids.next(),
      integrationId: linked.id,
      integrationType: linked.type,
      deliverStandbyEvents: true,
      ...fields,
    };
    zendesk.switchboardIntegrations.set(entry.id, entry);
    return context.json({ switchboardIntegration: entry }, 201);
  });

  api.patch('/:id/switchboardIntegrations/:entry', async (context) => {
    const entry = placeOf(context.req.param('id'), context.req.param('entry'));
    const fields = await readJson(context, SwitchboardIntegrationUpdate);
    if (fields.name !== undefined && fields.name !== entry.name) {
      requireFreeName(zendesk, fields.name);
    }
    requireNext(zendesk, fields.nextSwitchboardIntegrationId);
    Object.assign(entry, fields);
    return context.json({ switchboardIntegration: entry });
  });

  api.delete('/:id/switchboardIntegrations/:entry', (context) => {
    const { id } = placeOf(context.req.param('id'), context.req.param('entry'));
    const all = [...zendesk.switchboardIntegrations.values()];
    if (id === zendesk.switchboard.defaultId) throw badRequest('The default cannot be deleted');
    if (all.some((entry) => entry.nextSwitchboardIntegrationId === id)) {
      throw badRequest('Another one names it as its next');
    }
    zendesk.switchboardIntegrations.delete(id);
    for (const conversation of zendesk.conversations.values()) {
      if (conversation.activeId === id) conversation.activeId = undefined;
      if (conversation.pendingId === id) conversation.pendingId = undefined;
    }
    return context.json({});
  });

  return api;
}

function requireFreeName(zendesk: Zendesk, name: string) {
  const isTaken = [...zendesk.switchboardIntegrations.values()].some(
    (entry) => entry.name === name,
  );
  if (isTaken) throw badRequest('The name is taken');
}

function requireNext(zendesk: Zendesk, nextId: string | null | undefined) {
  if (typeof nextId === 'string' && !zendesk.switchboardIntegrations.has(nextId)) {
    throw badRequest('nextSwitchboardIntegrationId is not known');
  }
}
