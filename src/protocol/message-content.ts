import { z } from 'zod';

/** A picture or file at Zendesk. Browsers cannot load it: they get it at `GET /api/conversations/{id}/files/{file}`. */
export const Media = z.object({
  /** Unique in the conversation: the message's id, and behind a dot the item's number. */
  file: z.string(),
  url: z.url(),
  /** As it is shown; never empty, never with a path. */
  name: z.string(),
  /** In bytes, where Zendesk says it. */
  size: z.int().nonnegative().optional(),
});
export type Media = z.infer<typeof Media>;

/** What customers can send, told by the bytes. */
export const FileType = z.enum([
  'image/png',
  'image/jpeg',
  'image/webp',
  'image/gif',
  'application/pdf',
  'text/plain',
]);
export type FileType = z.infer<typeof FileType>;

/** A file that the customer sent; had at `GET /api/conversations/{id}/files/{id}`. */
export const AttachedFile = z.object({
  id: z.uuid(),
  /** Cleaned: no path, nothing invisible, with the ending of its type. */
  name: z.string(),
  type: FileType,
  /** In bytes. */
  size: z.int().nonnegative(),
});
export type AttachedFile = z.infer<typeof AttachedFile>;

const Facts = z.record(z.string(), z.union([z.string(), z.number(), z.boolean()]));

/**
 * Something to press in a message. `reply` and `postback` say their text as the customer, and carry what Zendesk wants to
 * hear along with it; `link` opens an address (http, https, mailto or tel).
 */
export const Button = z.discriminatedUnion('type', [
  z.object({
    type: z.enum(['reply', 'postback']),
    /** Unique in its message. */
    id: z.string(),
    text: z.string(),
    payload: z.string(),
    metadata: Facts.optional(),
  }),
  z.object({ type: z.literal('link'), id: z.string(), text: z.string(), url: z.url() }),
]);
export type Button = z.infer<typeof Button>;

/** A card of a carousel, or a row of a list. */
export const Item = z.object({
  title: z.string(),
  description: z.string().optional(),
  media: Media.optional(),
  buttons: z.array(Button),
});
export type Item = z.infer<typeof Item>;

const Field = { name: z.string(), label: z.string() };
const Line = {
  ...Field,
  placeholder: z.string().optional(),
  /** Characters that an answer has. */
  least: z.int(),
  most: z.int(),
};

export const FormField = z.discriminatedUnion('type', [
  z.object({ type: z.literal('text'), ...Line }),
  z.object({ type: z.literal('email'), ...Line }),
  z.object({ type: z.literal('number'), whole: z.boolean(), ...Line }),
  z.object({ type: z.literal('select'), ...Field, options: z.array(z.string()) }),
]);
export type FormField = z.infer<typeof FormField>;

/** What a message is besides its words. Where it cannot be shown, the message's body stands for it. */
export const Content = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('image'),
    media: Media,
    /** What is to be seen, where somebody wrote it. */
    alt: z.string().optional(),
    /** The body is a caption, and not the name of the file. */
    hasCaption: z.boolean(),
  }),
  z.object({ type: z.literal('file'), media: Media, hasCaption: z.boolean() }),
  /** What the customer attached. Without words of theirs the body is the names. */
  z.object({
    type: z.literal('files'),
    files: z.array(AttachedFile),
    hasCaption: z.boolean(),
  }),
  z.object({
    type: z.literal('carousel'),
    title: z.string().optional(),
    shape: z.enum(['horizontal', 'square']),
    items: z.array(Item),
  }),
  z.object({ type: z.literal('list'), items: z.array(Item) }),
  z.object({ type: z.literal('form'), fields: z.array(FormField) }),
  z.object({
    type: z.literal('location'),
    latitude: z.number(),
    longitude: z.number(),
    name: z.string().optional(),
    address: z.string().optional(),
  }),
  /** The team asks how it went; its buttons are the answers. */
  z.object({ type: z.literal('survey') }),
  /** Zendesk tells what became of the conversation. */
  z.object({
    type: z.literal('activity'),
    activity: z.enum(['ticket-closed', 'continues-by-email', 'ended-by-customer', 'other']),
  }),
  /** Nothing of it can be shown, and it has no words. */
  z.object({ type: z.literal('unsupported') }),
]);
export type Content = z.infer<typeof Content>;

/** Which message the customer answered, by one of its buttons or by filling in its form. */
export const Response = z.object({ messageId: z.string(), buttonId: z.string().optional() });
export type Response = z.infer<typeof Response>;
