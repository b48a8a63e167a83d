import { z } from 'zod';
import { MetadataToSend } from './metadata.ts';

/**
 * Every body we send to the Conversations API, after its OpenAPI 17.0.0. Closed on purpose: Zendesk ignores a misspelt
 * key in silence. Texts are plain everywhere, so that nothing a customer or a model wrote becomes markup on an agent's screen.
 */

const Id = z.string().min(1);

/** Text of 1 to `units` UTF-16 units, the way Zendesk counts; zod's max() counts code points. */
function textUpTo(units: number) {
  return z
    .string()
    .min(1)
    .refine(({ length }) => length <= units);
}

export const UserToCreate = z.strictObject({
  externalId: textUpTo(1024),
  profile: z
    .strictObject({
      givenName: textUpTo(128).optional(),
      surname: textUpTo(128).optional(),
      email: z.email().max(128).optional(),
      locale: textUpTo(64).optional(),
    })
    .optional(),
  metadata: MetadataToSend.optional(),
});
export type UserToCreate = z.infer<typeof UserToCreate>;

export const ConversationToCreate = z.strictObject({
  type: z.literal('personal'),
  participants: z.tuple([z.strictObject({ userId: Id, subscribeSDKClient: z.literal(false) })]),
  metadata: MetadataToSend,
});

export const ConversationToUpdate = z.strictObject({ metadata: MetadataToSend });

export const MessageToPost = z.strictObject({
  author: z.discriminatedUnion('type', [
    z.strictObject({ type: z.literal('user'), userId: Id }),
    z.strictObject({ type: z.literal('business'), displayName: z.string().min(1) }),
  ]),
  content: z.discriminatedUnion('type', [
    z.strictObject({
      type: z.literal('text'),
      text: textUpTo(4096),
      payload: z.string().min(1).optional(),
    }),
    z.strictObject({
      type: z.enum(['image', 'file']),
      mediaUrl: z.url(),
      altText: textUpTo(128),
    }),
  ]),
  metadata: MetadataToSend,
});

export const ReadActivity = z.strictObject({
  author: z.strictObject({ type: z.literal('user'), userId: Id }),
  type: z.literal('conversation:read'),
});

/** passControl and offerControl. By id: a name or a type may mean several. */
export const ControlToGive = z.strictObject({
  switchboardIntegration: Id,
  metadata: MetadataToSend.optional(),
});

export const ControlToRelease = z.strictObject({ metadata: MetadataToSend.optional() });

export const WebhookToSet = z.strictObject({
  target: z.url(),
  triggers: z.array(z.string().min(1)).min(1),
  includeFullUser: z.literal(false),
  includeFullSource: z.literal(false),
});
export type WebhookToSet = z.infer<typeof WebhookToSet>;

export const IntegrationToCreate = z.strictObject({
  type: z.literal('custom'),
  displayName: textUpTo(100),
  webhooks: z.tuple([WebhookToSet]),
});

export const SwitchboardIntegrationToCreate = z.strictObject({
  name: z
    .string()
    .max(128)
    .regex(/^[A-Za-z0-9_-]+$/),
  integrationId: Id,
  deliverStandbyEvents: z.literal(false),
});

export const SwitchboardIntegrationToUpdate = z.strictObject({
  deliverStandbyEvents: z.literal(false),
});
