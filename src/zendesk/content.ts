import { z } from 'zod';
import { Metadata } from './metadata.ts';

/**
 * What a message of Zendesk's is made of, after the Conversations API's OpenAPI 17.0.0, reduced to what we read. A part
 * that is missing or malformed counts as absent: half a message is better than none.
 */

const Words = z.string().optional().catch(undefined);
const Count = z.number().optional().catch(undefined);

/** The parts of a list that can be read, at most so many: Zendesk itself allows no more. */
function listOf<T>(part: z.ZodType<T>, most: number) {
  return z
    .array(z.unknown())
    .catch([])
    .transform((parts) =>
      parts.slice(0, most).flatMap((unread) => {
        const read = part.safeParse(unread);
        return read.success ? [read.data] : [];
      }),
    );
}

const ZendeskAction = z.object({
  type: Words,
  text: Words,
  payload: Words,
  uri: Words,
  /** In the smallest unit of the currency. */
  amount: Count,
  currency: Words,
  metadata: Metadata,
});
export type ZendeskAction = z.infer<typeof ZendeskAction>;

const ZendeskItem = z.object({
  title: Words,
  description: Words,
  mediaUrl: Words,
  altText: Words,
  actions: listOf(ZendeskAction, 3),
});
export type ZendeskItem = z.infer<typeof ZendeskItem>;

const Option = z.object({ name: Words, label: Words });

/** A field of a form, or of the answer to one. */
const ZendeskField = z.object({
  type: Words,
  name: Words,
  label: Words,
  placeholder: Words,
  minSize: Count,
  maxSize: Count,
  format: Words,
  options: listOf(Option, 200),
  text: Words,
  email: Words,
  select: listOf(Option, 200),
});
export type ZendeskField = z.infer<typeof ZendeskField>;

const Place = z.object({ lat: z.number(), long: z.number() }).optional().catch(undefined);

const Parts = z.object({
  type: Words,
  text: Words,
  htmlText: Words,
  textFallback: Words,
  mediaUrl: Words,
  mediaSize: Count,
  altText: Words,
  actions: listOf(ZendeskAction, 20),
  items: listOf(ZendeskItem, 10),
  fields: listOf(ZendeskField, 20),
  displaySettings: z.object({ imageAspectRatio: Words }).optional().catch(undefined),
  coordinates: Place,
  location: z.object({ name: Words, address: Words }).optional().catch(undefined),
});
export type ZendeskContent = z.infer<typeof Parts>;

export const ZendeskContent = Parts.catch(() => Parts.parse({}));
