import { createHash } from 'node:crypto';
import type { ConversationsApi } from './conversations.ts';
import type { Integration, SwitchboardIntegration, Webhook } from './received.ts';
import type { WebhookToSet } from './sent.ts';
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

/**
 * `app-key`: the key is of integration scope, Connect needs the one of the app. `switchboard`, `agent-workspace`: the account
 * has no messaging with agent workspace, or it is switched off. `webhooks`, `switchboard-integrations`: the account has as
 * many as Zendesk allows.
 */
export type Missing =
  | 'app-key'
  | 'switchboard'
  | 'agent-workspace'
  | 'webhooks'
  | 'switchboard-integrations';

/** The account lacks something that only its owner can change. */
export class ZendeskSetupError extends Error {
  override readonly name = 'ZendeskSetupError';
  readonly missing: Missing;

  constructor(missing: Missing) {
    super(`Zendesk cannot be set up: ${missing}`);
    this.missing = missing;
  }
}

const WORKSPACE = 'zd:agentWorkspace';
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
    const { switchboardId, workspaceIntegrationId } = await findWorkspace(api);
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
    await makeSureThereIsRoom(api, install);
    const integrationId = await ensureIntegration(api, install);
    const webhook = await ensureWebhook(api, integrationId, install);
    const ourIntegrationId = await ensureLink(api, integrationId, install);
    return {
      integrationId,
      webhookId: webhook.id,
      webhookSecret: webhook.secret,
      switchboardId,
      ourIntegrationId,
      workspaceIntegrationId,
      multiConversations,
    };
  } catch (error) {
    if (isRefused(error) && error.status === 403) throw new ZendeskSetupError('app-key');
    throw error;
  }
}

async function findWorkspace(api: ConversationsApi) {
  const switchboard = (await api.switchboards()).find(({ enabled }) => enabled);
  if (!switchboard) throw new ZendeskSetupError('switchboard');
  const links = await api.switchboardIntegrations(switchboard.id);
  const workspace = links.find(({ integrationType }) => integrationType === WORKSPACE);
  if (!workspace) throw new ZendeskSetupError('agent-workspace');
  return { switchboardId: switchboard.id, workspaceIntegrationId: workspace.id };
}

/** An integration that cannot be linked would hear every conversation of the account, so it is not even made. */
async function makeSureThereIsRoom(api: ConversationsApi, { switchboardId, linkName }: Install) {
  const links = await api.switchboardIntegrations(switchboardId);
  const isLinked = links.some(({ name }) => name === linkName);
  if (!isLinked && links.length >= MAX_LINKS)
    throw new ZendeskSetupError('switchboard-integrations');
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
        if (link.integrationId === id) {
          await api.deleteSwitchboardIntegration(switchboardId, link.id);
        }
      }
      await api.deleteIntegration(id);
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
  const remove = ({ id }: { id: string }) => api.deleteSwitchboardIntegration(switchboardId, id);
  for (const link of links) {
    if (link.name === name && link.integrationId !== integrationId) await remove(link);
  }
  const link = await findOrMake<SwitchboardIntegration>({
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

/**
 * The first of what `find` gives, made if there is none. Whoever makes one looks again: a run at the same time may have done
 * so too, and both then keep the same one.
 */
async function findOrMake<Thing extends { id: string }>(how: {
  /** In order of preference. */
  find: () => Promise<Thing[]>;
  make: () => Promise<Thing>;
  remove: (thing: Thing) => Promise<void>;
}): Promise<Thing> {
  let found = await how.find();
  let refusal: unknown;
  if (found.length === 0) {
    try {
      found = [await how.make()];
    } catch (error) {
      if (!isRefused(error) && !(error instanceof ZendeskSetupError)) throw error;
      refusal = error;
    }
    const now = await how.find();
    if (now.length > 0) found = now;
  }
  const [kept, ...surplus] = found;
  if (!kept) throw refusal;
  for (const thing of surplus) {
    await how.remove(thing).catch((error: unknown) => {
      // The other run was faster, or it may not go; it is not ours to insist.
      if (!isRefused(error)) throw error;
    });
  }
  return kept;
}

function byId(one: { id: string }, other: { id: string }): number {
  return one.id < other.id ? -1 : Number(one.id > other.id);
}

function isRefused(error: unknown): error is ZendeskError {
  return error instanceof ZendeskError && error.outcome === 'refused';
}
