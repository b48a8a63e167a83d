/** The parts of Zendesk's own client that are driven here; the package has no types. */
declare module 'sunshine-conversations-client' {
  type Query = Record<string, unknown>;
  type Page = { meta?: { hasMore?: boolean } };

  export class ApiClient {
    basePath: string;
    authentications: { basicAuth: { username: string; password: string } };
  }
  export class AppsApi {
    constructor(client: ApiClient);
    getApp(appId: string): Promise<{ app: { displayName: string } }>;
  }
  export class UsersApi {
    constructor(client: ApiClient);
    createUser(appId: string, body: Query): Promise<{ user: { id: string; externalId: string } }>;
    getUser(appId: string, id: string): Promise<{ user: { id: string; profile: Query } }>;
    updateUser(appId: string, id: string, body: Query): Promise<{ user: { profile: Query } }>;
    deleteUserPersonalInformation(appId: string, id: string): Promise<unknown>;
    deleteUser(appId: string, id: string): Promise<unknown>;
  }
  export class ConversationsApi {
    constructor(client: ApiClient);
    createConversation(appId: string, body: Query): Promise<{ conversation: { id: string } }>;
    getConversation(
      appId: string,
      id: string,
    ): Promise<{ conversation: { activeSwitchboardIntegration?: { name: string } } }>;
    listConversations(
      appId: string,
      filter: Query,
      options?: Query,
    ): Promise<Page & { conversations: { id: string }[] }>;
  }
  export class MessagesApi {
    constructor(client: ApiClient);
    postMessage(appId: string, id: string, body: Query): Promise<{ messages: { id: string }[] }>;
    listMessages(
      appId: string,
      id: string,
      options?: Query,
    ): Promise<Page & { messages: { id: string; content: { text: string } }[] }>;
  }
  export class ActivitiesApi {
    constructor(client: ApiClient);
    postActivity(appId: string, id: string, body: Query): Promise<unknown>;
  }
  export class IntegrationsApi {
    constructor(client: ApiClient);
    createIntegration(appId: string, body: Query): Promise<{ integration: { id: string } }>;
    listIntegrations(appId: string, options?: Query): Promise<{ integrations: { id: string }[] }>;
  }
  export class WebhooksApi {
    constructor(client: ApiClient);
    listWebhooks(
      appId: string,
      integrationId: string,
    ): Promise<{ webhooks: { id: string; secret: string }[] }>;
  }
  export class SwitchboardsApi {
    constructor(client: ApiClient);
    listSwitchboards(appId: string): Promise<{ switchboards: { id: string }[] }>;
  }
  export class SwitchboardIntegrationsApi {
    constructor(client: ApiClient);
    createSwitchboardIntegration(
      appId: string,
      switchboardId: string,
      body: Query,
    ): Promise<{ switchboardIntegration: { id: string } }>;
    listSwitchboardIntegrations(
      appId: string,
      switchboardId: string,
    ): Promise<{ switchboardIntegrations: { id: string; integrationType: string }[] }>;
  }
  export class SwitchboardActionsApi {
    constructor(client: ApiClient);
    passControl(appId: string, id: string, body: Query): Promise<unknown>;
    offerControl(appId: string, id: string, body: Query): Promise<unknown>;
    releaseControl(appId: string, id: string, options?: Query): Promise<unknown>;
  }
  export class AttachmentsApi {
    constructor(client: ApiClient);
    uploadAttachment(
      appId: string,
      access: string,
      source: unknown,
      options?: Query,
    ): Promise<{ attachment: { mediaUrl: string; mediaType: string } }>;
  }
}
