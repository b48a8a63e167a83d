import { z } from 'zod';
import { FlatMetadata, textUpTo } from './requests.ts';

/** What may be posted as a message: Conversations API OpenAPI 17, closed against unknown keys. */

const MAX_TEXT = 4096; // UTF-16 units, for each form of the text

const text = textUpTo(MAX_TEXT);
const url = z.url().max(2048);
const extraChannelOptions = z.record(z.string(), z.unknown()).optional();

const Link = z.strictObject({
  type: z.literal('link'),
  text: z.string().min(1),
  uri: z.string().min(1),
  default: z.boolean().optional(),
  metadata: FlatMetadata.optional(),
  extraChannelOptions,
});
const Postback = z.strictObject({
  type: z.literal('postback'),
  text: z.string().min(1),
  payload: z.string().min(1),
  metadata: FlatMetadata.optional(),
});
const Buy = z.strictObject({
  type: z.literal('buy'),
  text: z.string().min(1),
  amount: z.int(),
  currency: z.string().optional(),
  metadata: FlatMetadata.optional(),
});
const Webview = z.strictObject({
  type: z.literal('webview'),
  text: z.string().min(1),
  uri: z.string().min(1),
  fallback: z.string().min(1),
  size: z.enum(['compact', 'tall', 'full']).optional(),
  default: z.boolean().optional(),
  metadata: FlatMetadata.optional(),
  extraChannelOptions,
});
const Reply = z.strictObject({
  type: z.literal('reply'),
  text: z.string().min(1),
  payload: z.string().min(1),
  iconUrl: url.optional(),
  metadata: FlatMetadata.optional(),
});
const LocationRequest = z.strictObject({
  type: z.literal('locationRequest'),
  text: z.string().min(1),
  metadata: FlatMetadata.optional(),
});
const ItemAction = z.discriminatedUnion('type', [Link, Postback, Buy, Webview]);
const Action = z.discriminatedUnion('type', [Link, Postback, Buy, Webview, Reply, LocationRequest]);

const texts = {
  text: text.optional(),
  htmlText: text.optional(),
  markdownText: text.optional(),
  blockChatInput: z.boolean().optional(),
};
const altText = textUpTo(128).optional();

const Item = z.strictObject({
  title: textUpTo(128),
  description: textUpTo(128).optional(),
  mediaUrl: url.optional(),
  mediaType: textUpTo(128).optional(),
  altText,
  size: z.enum(['compact', 'large']).optional(),
  actions: z.array(ItemAction).min(1).max(3),
  metadata: FlatMetadata.optional(),
});

const FormField = z.strictObject({
  type: z.enum(['text', 'email', 'select']),
  name: textUpTo(128),
  label: textUpTo(128),
  placeholder: textUpTo(128).optional(),
  minSize: z.int().min(1).max(256).optional(),
  maxSize: z.int().min(1).max(256).optional(),
  format: z.enum(['integer', 'decimal']).optional(),
  options: z
    .array(z.strictObject({ name: z.string().min(1), label: z.string().min(1) }))
    .max(200)
    .optional(),
});

const Content = z
  .discriminatedUnion('type', [
    z.strictObject({
      type: z.literal('text'),
      ...texts,
      actions: z.array(Action).optional(),
      payload: z.string().optional(),
    }),
    z.strictObject({
      type: z.literal('image'),
      mediaUrl: z.url(),
      altText,
      attachmentId: z.string().optional(),
      ...texts,
      actions: z.array(Action).optional(),
    }),
    z.strictObject({
      type: z.literal('file'),
      mediaUrl: z.url(),
      altText,
      attachmentId: z.string().optional(),
      ...texts,
    }),
    z.strictObject({
      type: z.literal('carousel'),
      items: z.array(Item).min(1).max(10),
      displaySettings: z
        .strictObject({ imageAspectRatio: z.enum(['horizontal', 'square']) })
        .optional(),
      blockChatInput: z.boolean().optional(),
    }),
    z.strictObject({
      type: z.literal('list'),
      items: z.array(Item).min(1).max(10),
      actions: z.array(ItemAction).min(1).max(10).optional(),
      blockChatInput: z.boolean().optional(),
    }),
    z.strictObject({
      type: z.literal('form'),
      fields: z.array(FormField).min(1).max(20),
      blockChatInput: z.boolean().optional(),
    }),
    z.strictObject({
      type: z.literal('location'),
      coordinates: z.strictObject({ lat: z.number(), long: z.number() }),
      location: z
        .strictObject({ address: z.string().optional(), name: z.string().optional() })
        .optional(),
      blockChatInput: z.boolean().optional(),
    }),
  ])
  .refine(
    (content) =>
      content.type !== 'text' ||
      content.text !== undefined ||
      content.htmlText !== undefined ||
      content.markdownText !== undefined ||
      content.actions !== undefined,
    'one of text, htmlText, markdownText, actions is required',
  )
  .refine(
    (content) => !('htmlText' in content && content.htmlText && content.markdownText !== undefined),
    'htmlText and markdownText exclude each other',
  );

const named = { displayName: z.string().optional(), avatarUrl: url.optional() };

const Author = z
  .discriminatedUnion('type', [
    z.strictObject({
      type: z.literal('user'),
      userId: z.string().min(1).optional(),
      userExternalId: z.string().min(1).optional(),
      brandId: textUpTo(24).nullish(),
      ...named,
    }),
    z.strictObject({
      type: z.literal('business'),
      subtypes: z.tuple([z.literal('AI')]).optional(),
      ...named,
    }),
  ])
  .refine(
    (author) =>
      author.type === 'business' ||
      (author.userId === undefined) !== (author.userExternalId === undefined),
    'a user author needs userId or userExternalId, not both',
  );

export const MessagePost = z.strictObject({
  author: Author,
  content: Content,
  metadata: FlatMetadata.optional(),
  destination: z
    .union([
      z.strictObject({ integrationId: z.string().min(1) }),
      z.strictObject({ integrationType: z.string().min(1) }),
    ])
    .optional(),
});
export type MessagePost = z.infer<typeof MessagePost>;

/** A customer's typing cannot be sent: a user author may only say that something was read. */
export const ActivityPost = z
  .strictObject({
    author: Author,
    type: z.enum(['conversation:read', 'typing:start', 'typing:stop']),
  })
  .refine(
    ({ author, type }) => author.type === 'business' || type === 'conversation:read',
    'a user author may only send conversation:read',
  );
