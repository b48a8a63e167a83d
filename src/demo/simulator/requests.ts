import { z } from 'zod';

/** Request bodies of the Conversations API, OpenAPI 17, closed against unknown keys. */

/**
 * Text of 1 to `units` UTF-16 units, the way Zendesk counts. `z.string().max()` counts code points
 * and would let twice as many through.
 */
export function textUpTo(units: number) {
  return z
    .string()
    .min(1)
    .refine(({ length }) => length <= units, `may have ${units} UTF-16 units`);
}

const MAX_METADATA_BYTES = 4096;

/** Flat, and 4 KB as JSON. */
export const FlatMetadata = z
  .record(z.string(), z.union([z.string(), z.number(), z.boolean()]))
  .refine(
    (metadata) => Buffer.byteLength(JSON.stringify(metadata)) <= MAX_METADATA_BYTES,
    'metadata may have 4096 bytes',
  );

const name = textUpTo(128).nullish();
const date = z.iso.datetime();

const ProfilePatch = z.strictObject({
  givenName: name,
  surname: name,
  email: z.email().max(128).nullish(),
  avatarUrl: z.url().max(2048).nullish(),
  locale: textUpTo(64).nullish(),
});

const userFields = {
  profile: ProfilePatch.optional(),
  metadata: FlatMetadata.optional(),
  signedUpAt: date.optional(),
  toBeRetained: z.boolean().optional(),
};

export const UserCreate = z.strictObject({
  externalId: textUpTo(1024).optional(),
  brandId: textUpTo(24).nullish(),
  ...userFields,
});

export const UserUpdate = z.strictObject(userFields);

const conversationFields = {
  displayName: textUpTo(100).nullish(),
  description: textUpTo(100).nullish(),
  iconUrl: z.url().max(2048).nullish(),
  metadata: FlatMetadata.optional(),
};

/** Only personal conversations are simulated: one customer, who must exist. */
export const ConversationCreate = z.strictObject({
  type: z.literal('personal'),
  participants: z.tuple([
    z.union([
      z.strictObject({
        userId: z.string().min(1),
        subscribeSDKClient: z.boolean().optional(),
      }),
      z.strictObject({
        userExternalId: z.string().min(1),
        subscribeSDKClient: z.boolean().optional(),
      }),
    ]),
  ]),
  ...conversationFields,
});

export const ConversationUpdate = z.strictObject(conversationFields);

export const ControlTarget = z.strictObject({
  switchboardIntegration: z.string().min(1),
  metadata: FlatMetadata.optional(),
});

export const ControlMetadata = z.strictObject({ metadata: FlatMetadata.optional() });

const webhookFields = {
  target: z.url(),
  triggers: z.array(z.string().min(1)).min(1),
  includeFullUser: z.boolean().optional(),
  includeFullSource: z.boolean().optional(),
};

export const WebhookCreate = z.strictObject(webhookFields);
export const WebhookUpdate = WebhookCreate.partial();

export const IntegrationCreate = z.strictObject({
  type: z.literal('custom', 'Invalid integration type'),
  displayName: textUpTo(100).nullish(),
  webhooks: z.tuple([WebhookCreate]),
});

export const IntegrationUpdate = z.strictObject({
  displayName: textUpTo(100).nullish(),
});

export const KeyCreate = z.strictObject({ displayName: textUpTo(100) });

export const SwitchboardUpdate = z.strictObject({
  enabled: z.boolean().optional(),
  defaultSwitchboardIntegrationId: z.string().min(1).optional(),
});

const switchboardIntegrationFields = {
  name: z
    .string()
    .max(128)
    .regex(/^[A-Za-z0-9_-]+$/, 'only letters, digits, - and _'),
  deliverStandbyEvents: z.boolean().optional(),
  nextSwitchboardIntegrationId: z.string().min(1).nullish(),
  messageHistoryCount: z.int().min(1).max(10).nullish(),
};

export const SwitchboardIntegrationCreate = z
  .strictObject({
    ...switchboardIntegrationFields,
    integrationId: z.string().min(1).optional(),
    integrationType: z.string().min(1).optional(),
  })
  .refine(
    ({ integrationId, integrationType }) =>
      (integrationId === undefined) !== (integrationType === undefined),
    'integrationId or integrationType is required, not both',
  );

export const SwitchboardIntegrationUpdate = z.strictObject(switchboardIntegrationFields).partial();
