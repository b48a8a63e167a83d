import { z } from 'zod';

const Value = z.union([z.string(), z.number(), z.boolean()]);

/** Flat facts that travel with a conversation or a message and come back in every answer and delivery. */
export const Metadata = z
  .record(z.string(), z.unknown())
  .nullish()
  .catch(null)
  .transform((metadata) => {
    const known = Object.entries(metadata ?? {}).flatMap(([key, unread]) => {
      const value = Value.safeParse(unread);
      return value.success ? [[key, value.data] as const] : [];
    });
    return Object.fromEntries(known);
  });
export type Metadata = z.infer<typeof Metadata>;

const MAX_BYTES = 4096; // Conversations API, OpenAPI 17.0.0: any metadata object, as JSON

/** Metadata as Zendesk takes them: flat and small. One value too many refuses the whole request. */
export const MetadataToSend = z
  .record(z.string(), Value)
  .refine((metadata) => Buffer.byteLength(JSON.stringify(metadata)) <= MAX_BYTES);
