import { Hono } from 'hono';
import { requireConversation } from './conversations-api.ts';
import { readJson, readOptionalJson } from './read-json.ts';
import { badRequest, forbidden } from './refusal.ts';
import { ControlMetadata, ControlTarget } from './requests.ts';
import type { Caller, ConversationsEnv } from './sign-in.ts';
import {
  acceptControl,
  failPassControl,
  findTarget,
  offerControl,
  passControl,
  releaseControl,
} from './switchboard.ts';
import type { Zendesk } from './zendesk.ts';

/** `passControl`, `offerControl`, `acceptControl`, `releaseControl`: all answer 200 `{}`. */
export function controlApi(zendesk: Zendesk) {
  const api = new Hono<ConversationsEnv>();

  /** The 200 is no proof: an unknown target is only found when control is to be delivered. */
  api.post('/:id/passControl', async (context) => {
    const conversation = requireConversation(zendesk, context.req.param('id'));
    const body = await readJson(context, ControlTarget);
    const target = findTarget(zendesk, conversation, body.switchboardIntegration);
    if (target === 'ambiguous') throw badRequest('switchboardIntegration fits more than one');
    const refused =
      zendesk.settings.refusesControl && target?.integrationType === 'zd:agentWorkspace';
    if (!target || refused) failPassControl(zendesk, conversation, body.metadata);
    else passControl(zendesk, conversation, target, { metadata: body.metadata });
    return context.json({});
  });

  api.post('/:id/offerControl', async (context) => {
    const conversation = requireConversation(zendesk, context.req.param('id'));
    const body = await readJson(context, ControlTarget);
    const target = findTarget(zendesk, conversation, body.switchboardIntegration);
    if (!target || target === 'ambiguous') throw badRequest('switchboardIntegration fits nobody');
    if (target.id === conversation.activeId) throw badRequest('It is in control already');
    offerControl(zendesk, conversation, target, body.metadata);
    return context.json({});
  });

  api.post('/:id/acceptControl', async (context) => {
    const conversation = requireConversation(zendesk, context.req.param('id'));
    const { metadata } = await readJson(context, ControlMetadata);
    requireHolder(zendesk, context.get('caller'), conversation.pendingId);
    acceptControl(zendesk, conversation, metadata);
    return context.json({});
  });

  /** The only one of the four that may come without a body. */
  api.post('/:id/releaseControl', async (context) => {
    const conversation = requireConversation(zendesk, context.req.param('id'));
    const { metadata } = await readOptionalJson(context, ControlMetadata, {});
    requireHolder(zendesk, context.get('caller'), conversation.activeId);
    releaseControl(zendesk, conversation, { metadata });
    return context.json({});
  });

  return api;
}

/** With an integration's key one may only give or take what belongs to that integration. */
function requireHolder(zendesk: Zendesk, caller: Caller, holderId: string | undefined) {
  if (caller.scope === 'app') return;
  const holder = zendesk.switchboardIntegrations.get(holderId ?? '');
  if (holder?.integrationId !== caller.integrationId) {
    throw forbidden('The integration does not hold this place');
  }
}
