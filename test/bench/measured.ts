import { z } from 'zod';

/** What the process that is measured is told by the one that measures. */
export const Ask = z.discriminatedUnion('ask', [
  /** Makes so many conversations, `c0`, `c1`, … */
  z.object({ ask: z.literal('begin'), conversations: z.int() }),
  z.object({ ask: z.literal('usage') }),
  /** Something happens in these conversations; the clock reading in it shows how long it takes to arrive. */
  z.object({ ask: z.literal('say'), conversations: z.array(z.int()) }),
]);
export type Ask = z.infer<typeof Ask>;

export const Answer = z.object({
  port: z.int().default(0),
  tokens: z.array(z.string()).default([]),
  /** Memory after a collection, and processor time before it. */
  bytes: z.number().default(0),
  cpuMs: z.number().default(0),
});
export type Answer = z.infer<typeof Answer>;
