import { z } from 'zod';

const handoff = { id: z.uuid(), at: z.iso.datetime() };

/**
 * Who is in charge of a conversation.
 *
 * `ai` → `requested` (on its way to Zendesk) → `waiting` (the ticket is there, nobody has answered yet) → `live` (an agent
 * speaks) → `ended` (the AI agent answers again). `failed`: Zendesk refused or took too long, the AI agent stayed.
 * `at` is when the state began.
 */
export const Handoff = z.discriminatedUnion('state', [
  z.object({ state: z.literal('ai') }),
  z.object({ state: z.literal('requested'), ...handoff }),
  z.object({ state: z.literal('waiting'), ...handoff }),
  z.object({ state: z.literal('live'), ...handoff }),
  z.object({
    state: z.literal('ended'),
    ...handoff,
    by: z.enum(['agent', 'customer', 'timeout']),
  }),
  z.object({
    state: z.literal('failed'),
    ...handoff,
    reason: z.enum(['refused', 'timeout']),
  }),
]);
export type Handoff = z.infer<typeof Handoff>;
export type HandoffState = Handoff['state'];
