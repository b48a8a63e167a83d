import { everyPage } from './app-call.ts';
import type { AppCall } from './app-call.ts';
import {
  Done,
  IntegrationAnswer,
  IntegrationsAnswer,
  SwitchboardIntegrationAnswer,
  SwitchboardIntegrationsAnswer,
  SwitchboardsAnswer,
  WebhookAnswer,
  WebhooksAnswer,
} from './received.ts';
import type { Integration, SwitchboardIntegration, Webhook } from './received.ts';
import {
  IntegrationToCreate,
  SwitchboardIntegrationToCreate,
  SwitchboardIntegrationToUpdate,
  WebhookToSet,
} from './sent.ts';

/** What setting up needs of the Conversations API. An app key may do all of it, an integration key nearly nothing. */
export type SwitchboardCalls = {
  /** The custom integrations. */
  integrations(): Promise<Integration[]>;
  createIntegration(displayName: string, webhook: WebhookToSet): Promise<Integration>;
  deleteIntegration(id: string): Promise<void>;
  webhooks(integrationId: string): Promise<Webhook[]>;
  createWebhook(integrationId: string, webhook: WebhookToSet): Promise<Webhook>;
  updateWebhook(integrationId: string, id: string, webhook: WebhookToSet): Promise<Webhook>;
  switchboards(): Promise<{ id: string; enabled: boolean }[]>;
  switchboardIntegrations(switchboardId: string): Promise<SwitchboardIntegration[]>;
  createSwitchboardIntegration(
    switchboardId: string,
    integration: { name: string; integrationId: string },
  ): Promise<SwitchboardIntegration>;
  /** Turns the delivery of events while on standby off. */
  quietSwitchboardIntegration(switchboardId: string, id: string): Promise<void>;
  deleteSwitchboardIntegration(switchboardId: string, id: string): Promise<void>;
};

export function switchboardCalls(call: AppCall): SwitchboardCalls {
  return { ...integrationCalls(call), ...webhookCalls(call), ...linkCalls(call) };
}

function integrationCalls(
  call: AppCall,
): Pick<SwitchboardCalls, 'integrations' | 'createIntegration' | 'deleteIntegration'> {
  return {
    integrations: () =>
      everyPage((after) =>
        call({
          operation: 'list integrations',
          method: 'GET',
          path: ['integrations'],
          query: { 'filter[types]': 'custom', 'page[size]': '100', 'page[after]': after },
          answer: IntegrationsAnswer,
        }),
      ),
    async createIntegration(displayName, webhook) {
      const { integration } = await call({
        operation: 'make an integration',
        method: 'POST',
        path: ['integrations'],
        accepts: IntegrationToCreate,
        body: { type: 'custom', displayName, webhooks: [webhook] },
        answer: IntegrationAnswer,
      });
      return integration;
    },
    deleteIntegration: (id) =>
      call({
        operation: 'delete an integration',
        method: 'DELETE',
        path: ['integrations', id],
        answer: Done,
      }),
  };
}

function webhookCalls(
  call: AppCall,
): Pick<SwitchboardCalls, 'webhooks' | 'createWebhook' | 'updateWebhook'> {
  return {
    async webhooks(integrationId) {
      const { webhooks } = await call({
        operation: 'list webhooks',
        method: 'GET',
        path: ['integrations', integrationId, 'webhooks'],
        answer: WebhooksAnswer,
      });
      return webhooks;
    },
    async createWebhook(integrationId, body) {
      const { webhook } = await call({
        operation: 'make a webhook',
        method: 'POST',
        path: ['integrations', integrationId, 'webhooks'],
        accepts: WebhookToSet,
        body,
        answer: WebhookAnswer,
      });
      return webhook;
    },
    async updateWebhook(integrationId, id, body) {
      const { webhook } = await call({
        operation: 'change a webhook',
        method: 'PATCH',
        path: ['integrations', integrationId, 'webhooks', id],
        accepts: WebhookToSet,
        body,
        answer: WebhookAnswer,
      });
      return webhook;
    },
  };
}

function linkCalls(
  call: AppCall,
): Pick<
  SwitchboardCalls,
  | 'switchboards'
  | 'switchboardIntegrations'
  | 'createSwitchboardIntegration'
  | 'quietSwitchboardIntegration'
  | 'deleteSwitchboardIntegration'
> {
  const links = (switchboardId: string, ...rest: string[]) => [
    'switchboards',
    switchboardId,
    'switchboardIntegrations',
    ...rest,
  ];
  return {
    async switchboards() {
      const { switchboards } = await call({
        operation: 'list switchboards',
        method: 'GET',
        path: ['switchboards'],
        answer: SwitchboardsAnswer,
      });
      return switchboards;
    },
    async switchboardIntegrations(switchboardId) {
      const { switchboardIntegrations } = await call({
        operation: 'list switchboard integrations',
        method: 'GET',
        path: links(switchboardId),
        answer: SwitchboardIntegrationsAnswer,
      });
      return switchboardIntegrations;
    },
    async createSwitchboardIntegration(switchboardId, { name, integrationId }) {
      const { switchboardIntegration } = await call({
        operation: 'make a switchboard integration',
        method: 'POST',
        path: links(switchboardId),
        accepts: SwitchboardIntegrationToCreate,
        body: { name, integrationId, deliverStandbyEvents: false },
        answer: SwitchboardIntegrationAnswer,
      });
      return switchboardIntegration;
    },
    quietSwitchboardIntegration: (switchboardId, id) =>
      call({
        operation: 'change a switchboard integration',
        method: 'PATCH',
        path: links(switchboardId, id),
        accepts: SwitchboardIntegrationToUpdate,
        body: { deliverStandbyEvents: false },
        answer: Done,
      }),
    deleteSwitchboardIntegration: (switchboardId, id) =>
      call({
        operation: 'delete a switchboard integration',
        method: 'DELETE',
        path: links(switchboardId, id),
        answer: Done,
      }),
  };
}
