/** What the simulated Zendesk remembers. Times are milliseconds; the API words them as ISO dates. */

export type Metadata = Record<string, string | number | boolean>;

export type Profile = {
  givenName?: string | null;
  surname?: string | null;
  email?: string | null;
  avatarUrl?: string | null;
  locale?: string | null;
};

export type User = {
  id: string;
  externalId?: string;
  brandId?: string | null;
  signedUpAt: string;
  toBeRetained: boolean;
  profile: Profile;
  metadata: Metadata;
  /** What agents see when the customer gave no name. */
  visitorName: string;
  /** The end-user in Support, once there is a ticket. */
  personId?: number;
};

export type MessageAuthor = {
  type: 'user' | 'business';
  userId?: string;
  displayName?: string;
  avatarUrl?: string;
  subtypes?: ('AI' | 'activity' | 'agent' | 'bot')[];
};

export type MessageContent = { type: string; text?: string; [key: string]: unknown };

export type Message = {
  id: string;
  receivedAt: number;
  author: MessageAuthor;
  content: MessageContent;
  source: { type: string; integrationId?: string };
  metadata?: Metadata;
  activity?: { type: 'ticket:closed' | 'ticket:transfer:email' | 'conversation:endedByUser' };
  deleted?: true;
};

export type NewMessage = Omit<Message, 'id' | 'receivedAt'>;

export type Conversation = {
  id: string;
  userId: string;
  participantId: string;
  isDefault: boolean;
  displayName?: string | null;
  description?: string | null;
  iconUrl?: string | null;
  metadata: Metadata;
  createdAt: number;
  updatedAt: number;
  businessLastReadAt?: number;
  userLastReadAt?: number;
  messages: Message[];
  /** Ids of switchboard integrations. */
  activeId?: string;
  pendingId?: string;
  /** Set while the agent workspace is in control. The ticket appears with the first message. */
  session?: { metadata: Metadata; ticketId?: number };
};

export type Webhook = {
  id: string;
  target: string;
  triggers: string[];
  secret: string;
  includeFullUser: boolean;
  includeFullSource: boolean;
};

export type Integration = {
  id: string;
  type: string;
  displayName: string | null;
  webhooks: Webhook[];
  keys: { id: string; displayName: string; secret: string }[];
};

export type SwitchboardIntegration = {
  id: string;
  name: string;
  integrationId: string;
  integrationType: string;
  deliverStandbyEvents: boolean;
  nextSwitchboardIntegrationId?: string | null;
  messageHistoryCount?: number | null;
};

export type Attachment = {
  id: string;
  name: string;
  type: string;
  bytes: Uint8Array<ArrayBuffer>;
  conversationId?: string;
};

/** Someone Support knows: an end-user, an agent or an admin. */
export type Person = {
  id: number;
  name: string;
  email: string | null;
  role: 'end-user' | 'agent' | 'admin';
};

/** A file sent to Support. Its bytes are not kept: nobody reads them back. */
export type Upload = { name: string; type: string; size: number };

export type TicketEntry =
  | { kind: 'message'; messageId: string }
  | {
      kind: 'comment';
      id: number;
      authorId: number;
      body: string;
      htmlBody?: string;
      isPublic: boolean;
      at: number;
      files: Upload[];
    };

export type TicketStatus = 'new' | 'open' | 'pending' | 'hold' | 'solved' | 'closed';

export type Ticket = {
  id: number;
  subject: string;
  status: TicketStatus;
  priority: string | null;
  type: string | null;
  requesterId: number;
  assigneeId: number | null;
  groupId: number | null;
  brandId: number | null;
  organizationId: number | null;
  ticketFormId: number | null;
  externalId: string | null;
  tags: string[];
  customFields: Map<number, unknown>;
  channel: 'api' | 'sunshine_conversations_api' | (string & {});
  conversationId?: string;
  createdAt: number;
  updatedAt: number;
  entries: TicketEntry[];
  /** Customer messages no agent has looked at. */
  unread: number;
};
