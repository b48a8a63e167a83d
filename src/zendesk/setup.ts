import { createHash } from 'node:crypto';
import type { ConversationsApi } from './conversations.ts';
import { findOrMake } from './find-or-make.ts';
import type { Integration, SwitchboardIntegration, Webhook } from './received.ts';
import type { WebhookToSet } from './sent.ts';
import { ZendeskSetupError } from './setup-error.ts';
import { webhookTriggers } from './webhook.ts';
import { ZendeskError } from './zendesk-error.ts';

/** What a handoff needs to know about the account. */
export type ZendeskSetup = {
  integrationId: string;
  webhookId: string;
  /** Comes back as `X-API-Key` of every delivery. */
  webhookSecret: string;
  switchboardId: string;
  /** Our switchboard integration: who holds the control while the transcript is posted. */
  ourIntegrationId: string;
  /** The agent workspace's switchboard integration: whom the control is passed to. */
  workspaceIntegrationId: string;
  multiConversations: boolean;
};

export const AGENT_WORKSPACE = 'zd:agentWorkspace';
const MAX_WEBHOOKS = 10; // per app, all integrations together
const MAX_LINKS = 10; // integrations per switchboard

type Install = {
  switchboardId: string;
  integrationName: string;
  linkName: string;
  webhook: WebhookToSet;
};

/**
 * Finds or makes what a handoff needs: a custom integration with its webhook, linked to the switchboard. Run again after
 * whatever interruption, it adds what is missing and makes nothing twice; runs that meet settle on the same integration and
 * remove what is too many. The account's default responder is never touched. Without a public address the webhook gets a target
 * that cannot exist.
 */
export async function setUp(
  api: ConversationsApi,
  { installId, webhookUrl }: { installId: string; webhookUrl: string | null },
): Promise<ZendeskSetup> {
  try {
    const { multiConversations } = await api.app();
    const { switchboardId, links } = await findSwitchboard(api);
    const workspace = links.find(({ integrationType }) => integrationType === AGENT_WORKSPACE);
    if (!workspace) throw new ZendeskSetupError('agent-workspace');
    const install: Install = {
      switchboardId,
      integrationName: `Baton ${installId}`,
      linkName: `baton-${createHash('sha256').update(installId).digest('hex').slice(0, 8)}`,
      webhook: {
        target: webhookUrl ?? `https://${installId}.invalid/zendesk`,
        triggers: webhookTriggers,
        includeFullUser: false,
        includeFullSource: false,
      },
    };
    // An integration that cannot be linked would hear every conversation of the account.
    const isLinked = links.some(({ name }) => name === install.linkName);
    if (!isLinked && links.length >= MAX_LINKS) {
      throw new ZendeskSetupError('switchboard-integrations');
    }
    const integrationId = await ensureIntegration(api, install);
    const webhook = await ensureWebhook(api, integrationId, install);
    const ourIntegrationId = await ensureLink(api, integrationId, install);
    return {
      integrationId,
      webhookId: webhook.id,
      webhookSecret: webhook.secret,
      switchboardId,
      ourIntegrationId,
      workspaceIntegrationId: workspace.id,
      multiConversations,
    };
  } catch (error) {
    if (isRefused(error) && error.status === 403) throw new ZendeskSetupError('app-key');
    throw error;
  }
}

async function findSwitchboard(api: ConversationsApi) {
  const switchboard = (await api.switchboards()).find(({ enabled }) => enabled);
  if (!switchboard) throw new ZendeskSetupError('switchboard');
  const links = await api.switchboardIntegrations(switchboard.id);
  return { switchboardId: switchboard.id, links };
}

async function ensureIntegration(api: ConversationsApi, install: Install): Promise<string> {
  const { switchboardId, integrationName, linkName, webhook } = install;
  const integration = await findOrMake({
    async find() {
      const integrations = await api.integrations();
      const links = await api.switchboardIntegrations(switchboardId);
      const inUse = links.find(({ name }) => name === linkName)?.integrationId;
      const rank = ({ id }: Integration) => Number(id !== inUse);
      return integrations
        .filter(({ displayName }) => displayName === integrationName)
        .toSorted((one, other) => rank(one) - rank(other) || byId(one, other));
    },
    make: () => makeWebhook(api, () => api.createIntegration(integrationName, webhook)),
    async remove({ id }) {
      // The link first: an integration without one hears everything.
      for (const link of await api.switchboardIntegrations(switchboardId)) {
        if (link.integrationId === id) await removeLink(api, switchboardId, link);
      }
      await api.deleteIntegration(id).catch(unlessRefused);
    },
  });
  return integration.id;
}

async function ensureWebhook(
  api: ConversationsApi,
  integrationId: string,
  { webhook: wanted }: Install,
): Promise<Webhook> {
  const webhooks = await api.webhooks(integrationId);
  const webhook = webhooks.find(({ target }) => target === wanted.target) ?? webhooks[0];
  if (!webhook) return makeWebhook(api, () => api.createWebhook(integrationId, wanted));
  const isAsWanted =
    webhook.target === wanted.target &&
    webhook.triggers.toSorted().join() === wanted.triggers.toSorted().join();
  return isAsWanted ? webhook : api.updateWebhook(integrationId, webhook.id, wanted);
}

/** Says why a webhook was refused, if it was because there are too many. */
async function makeWebhook<Thing>(
  api: ConversationsApi,
  make: () => Promise<Thing>,
): Promise<Thing> {
  try {
    return await make();
  } catch (error) {
    if (!isRefused(error) || error.status !== 400) throw error;
    let webhooks = 0;
    for (const { id } of await api.integrations()) webhooks += (await api.webhooks(id)).length;
    throw webhooks >= MAX_WEBHOOKS ? new ZendeskSetupError('webhooks') : error;
  }
}

async function ensureLink(
  api: ConversationsApi,
  integrationId: string,
  { switchboardId, linkName: name }: Install,
): Promise<string> {
  const links = await api.switchboardIntegrations(switchboardId);
  const remove = (link: SwitchboardIntegration) => removeLink(api, switchboardId, link);
  for (const link of links) {
    if (link.name === name && link.integrationId !== integrationId) await remove(link);
  }
  const link = await findOrMake({
    async find() {
      const now = await api.switchboardIntegrations(switchboardId);
      return now.filter((each) => each.integrationId === integrationId).toSorted(byId);
    },
    make: () => api.createSwitchboardIntegration(switchboardId, { name, integrationId }),
    remove,
  });
  if (link.deliverStandbyEvents) await api.quietSwitchboardIntegration(switchboardId, link.id);
  return link.id;
}

async function removeLink(
  api: ConversationsApi,
  switchboardId: string,
  { id }: SwitchboardIntegration,
): Promise<void> {
  await api.deleteSwitchboardIntegration(switchboardId, id).catch(unlessRefused);
}

/** Another run was faster, or it may not go; what is too many does no harm that would be worth an error. */
function unlessRefused(error: unknown): void {
  if (!isRefused(error)) throw error;
}

function byId(one: { id: string }, other: { id: string }): number {
  return one.id < other.id ? -1 : Number(one.id > other.id);
}

function isRefused(error: unknown): error is ZendeskError {
  return error instanceof ZendeskError && error.outcome === 'refused';
}
