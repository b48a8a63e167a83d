import { z } from 'zod';
import { ZendeskMessage } from './message.ts';
import { Metadata } from './metadata.ts';
import { Time } from './time.ts';

/** What we read of the Conversations API's answers: only what we use, because Zendesk adds to them freely. */

const Id = z.string().min(1);

/** Who holds the control of a conversation, or is offered it. Nobody: absent at Zendesk, null here. */
export const ControlHolder = z
  .object({ id: Id, integrationId: z.string().catch(''), integrationType: z.string().catch('') })
  .nullish()
  .transform((holder) => holder ?? null);
export type ControlHolder = z.infer<typeof ControlHolder>;

const Conversation = z
  .object({
    id: Id,
    metadata: Metadata,
    activeSwitchboardIntegration: ControlHolder,
    pendingSwitchboardIntegration: ControlHolder,
    businessLastRead: Time.nullish().catch(null),
    createdAt: Time.optional().catch(undefined),
  })
  .transform(
    ({ activeSwitchboardIntegration, pendingSwitchboardIntegration, ...conversation }) => ({
      ...conversation,
      activeIntegration: activeSwitchboardIntegration,
      pendingIntegration: pendingSwitchboardIntegration,
    }),
  );
export type ZendeskConversation = z.infer<typeof Conversation>;

const Meta = z
  .object({ hasMore: z.boolean().optional(), afterCursor: z.string().optional() })
  .optional();

/** The cursor to go on after, null at the end of the list. Cursors are ids of records. */
function next(meta: z.infer<typeof Meta>, items: { id: string }[]): string | null {
  return meta?.hasMore ? (meta.afterCursor ?? items.at(-1)?.id ?? null) : null;
}

export const AppAnswer = z.object({
  app: z.object({
    id: Id,
    subdomain: z.string().optional().catch(undefined),
    settings: z.object({ multiConvoEnabled: z.boolean() }).optional().catch(undefined),
  }),
});

export const UserAnswer = z.object({ user: z.object({ id: Id }) });

export const ConversationAnswer = z.object({ conversation: Conversation });

export const ConversationsAnswer = z
  .object({ conversations: z.array(Conversation), meta: Meta })
  .transform(({ conversations, meta }) => ({
    items: conversations,
    next: next(meta, conversations),
  }));

/** One request may yield several messages; the first is the one that was posted. */
export const PostedAnswer = z.object({
  messages: z.tuple([z.object({ id: Id, received: Time })], z.unknown()),
});

export const AttachmentAnswer = z.object({ attachment: z.object({ mediaUrl: z.url() }) });

/** One unreadable message must not hide the others. */
const ReadableMessages = z.array(z.unknown()).transform((messages) =>
  messages.flatMap((message) => {
    const read = ZendeskMessage.safeParse(message);
    return read.success ? [read.data] : [];
  }),
);

/** The order inside a page is nowhere promised. */
export const MessagesAnswer = z
  .object({ messages: ReadableMessages, meta: Meta })
  .transform(({ messages, meta }) => ({
    messages: messages.toSorted(byArrival),
    hasMore: meta?.hasMore ?? false,
  }));

function byArrival(one: ZendeskMessage, other: ZendeskMessage): number {
  if (one.received !== other.received) return one.received < other.received ? -1 : 1;
  return one.id < other.id ? -1 : Number(one.id > other.id);
}

const Webhook = z.object({
  id: Id,
  target: z.string(),
  triggers: z.array(z.string()),
  secret: z.string().min(1),
});
export type Webhook = z.infer<typeof Webhook>;

export const WebhookAnswer = z.object({ webhook: Webhook });
export const WebhooksAnswer = z.object({ webhooks: z.array(Webhook) });

const Integration = z.object({ id: Id, displayName: z.string().nullish() });
export type Integration = z.infer<typeof Integration>;

export const IntegrationAnswer = z.object({ integration: Integration });
export const IntegrationsAnswer = z
  .object({ integrations: z.array(Integration), meta: Meta })
  .transform(({ integrations, meta }) => ({ items: integrations, next: next(meta, integrations) }));

export const SwitchboardsAnswer = z.object({
  switchboards: z.array(z.object({ id: Id, enabled: z.boolean() })),
});

const SwitchboardIntegration = z.object({
  id: Id,
  name: z.string(),
  integrationId: z.string(),
  integrationType: z.string(),
  deliverStandbyEvents: z.boolean(),
});
export type SwitchboardIntegration = z.infer<typeof SwitchboardIntegration>;

export const SwitchboardIntegrationAnswer = z.object({
  switchboardIntegration: SwitchboardIntegration,
});
export const SwitchboardIntegrationsAnswer = z.object({
  switchboardIntegrations: z.array(SwitchboardIntegration),
});

/** For calls that answer `{}`. */
export const Done = z.unknown().transform(() => undefined);
