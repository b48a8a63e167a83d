import { z } from 'zod';
import { Conversation } from './conversation.ts';
import { StoredEvent } from './event.ts';

/**
 * What a stream (`text/event-stream`) carries, by SSE event name. Only `event` has an id, its seq: a client that comes
 * back with it as `Last-Event-ID` misses nothing. The others are gone when they have been seen.
 */
export const Frame = z.discriminatedUnion('type', [
  z.object({ type: z.literal('event'), stored: StoredEvent }),
  /** The next piece of an answer that is being written; `offset` is where in the answer it begins, in UTF-16 units. */
  z.object({
    type: z.literal('delta'),
    answerId: z.string(),
    replyTo: z.string(),
    offset: z.int().nonnegative(),
    text: z.string(),
  }),
  z.object({ type: z.literal('typing'), typing: z.boolean() }),
  /** The cursor means nothing to this server: start again from this value. */
  z.object({ type: z.literal('reset'), conversation: Conversation }),
  /** The request was accepted but could not be finished. */
  z.object({ type: z.literal('error'), code: z.string() }),
]);
export type Frame = z.infer<typeof Frame>;
