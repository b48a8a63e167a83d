import { admin, agents, demoAccount, shopName } from './account.ts';
import type { Clock } from './clock.ts';
import type { Deliveries } from './deliveries.ts';
import type { Faults } from './faults.ts';
import type { Ids } from './ids.ts';
import type {
  Attachment,
  Conversation,
  Integration,
  Person,
  SwitchboardIntegration,
  Ticket,
  Upload,
  User,
} from './records.ts';

export type AgentStatus = 'online' | 'away' | 'offline';

/** What a real account's admin would choose in Admin Center, and a few switches for tests. */
export type Settings = {
  multiConvoEnabled: boolean;
  /** Whether agents' messages carry `subtypes: ["agent"]` (new in 2026). */
  agentSubtypes: boolean;
  /** Whether agents have a picture of themselves. */
  agentPictures: boolean;
  /** The role of whoever owns the API token and the OAuth client. */
  role: 'admin' | 'agent';
  helpCenter: 'public' | 'sign-in' | 'off';
  /** When true, passing control to the workspace is answered with 200 and fails afterwards. */
  refusesControl: boolean;
  /** The Conversations API locks a conversation that holds this many messages. */
  messageLimit: number;
};

const defaultSettings: Settings = {
  multiConvoEnabled: true,
  agentSubtypes: true,
  agentPictures: false,
  role: 'admin',
  helpCenter: 'public',
  refusesControl: false,
  messageLimit: 30_000,
};

/** The records of the account: what a reset puts back to the beginning. */
export type Records = {
  settings: Settings;
  users: Map<string, User>;
  conversations: Map<string, Conversation>;
  integrations: Map<string, Integration>;
  switchboard: { id: string; enabled: boolean; defaultId: string };
  switchboardIntegrations: Map<string, SwitchboardIntegration>;
  attachments: Map<string, Attachment>;
  tickets: Map<number, Ticket>;
  /** Everyone Support knows, by id. */
  people: Map<number, Person>;
  agentStatus: Map<number, AgentStatus>;
  /** Upload tokens of Support. */
  uploads: Map<string, Upload[]>;
  /** OAuth access tokens. */
  accessTokens: Map<string, { expiresAt: number; scope: string }>;
  /** Answers kept for `Idempotency-Key`. */
  idempotentAnswers: Map<string, { body: string; ticketId: number; at: number }>;
  visitors: number;
};

/** The simulated account with everything its parts act on. */
export type Zendesk = Records & {
  readonly origin: string;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly faults: Faults;
  readonly deliveries: Deliveries;
  /** Tells the agent workspace that what it shows may have changed. */
  changed(): void;
};

/** An account as Zendesk sets it up: its bot answers first and passes on to the agent workspace. */
export function freshRecords(ids: Ids): Records {
  const workspace = builtIn(ids, 'zd-agentWorkspace', 'zd:agentWorkspace');
  const bot = {
    ...builtIn(ids, 'zd-answerBot', 'zd:answerBot'),
    nextSwitchboardIntegrationId: workspace.id,
  };
  return {
    settings: { ...defaultSettings },
    users: new Map(),
    conversations: new Map(),
    integrations: new Map(),
    switchboard: { id: ids.next(), enabled: true, defaultId: bot.id },
    switchboardIntegrations: new Map([workspace, bot].map((entry) => [entry.id, entry])),
    attachments: new Map(),
    tickets: new Map(),
    people: new Map<number, Person>([
      [admin.id, { ...admin, role: 'admin' }],
      ...agents.map((agent): [number, Person] => [agent.id, { ...agent, role: 'agent' }]),
    ]),
    agentStatus: new Map(agents.map(({ id }) => [id, 'online' as const])),
    uploads: new Map(),
    accessTokens: new Map(),
    idempotentAnswers: new Map(),
    visitors: 0,
  };
}

function builtIn(ids: Ids, name: string, integrationType: string): SwitchboardIntegration {
  return {
    id: ids.next(),
    name,
    integrationId: ids.next(),
    integrationType,
    deliverStandbyEvents: false,
  };
}

/** The app as the Conversations API words it. */
export function appAnswer({ settings }: Zendesk) {
  return {
    id: demoAccount.appId,
    displayName: shopName,
    subdomain: demoAccount.subdomain,
    settings: {
      conversationRetentionSeconds: 0,
      maskCreditCardNumbers: false,
      useAnimalNames: false,
      echoPostback: false,
      ignoreAutoConversationStart: false,
      multiConvoEnabled: settings.multiConvoEnabled,
      appLocalizationEnabled: true,
      endSessionEnabled: true,
      disableConversationReopen: false,
    },
    metadata: {},
  };
}
