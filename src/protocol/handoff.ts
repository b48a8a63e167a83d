import { z } from 'zod';
import { Contact } from './contact.ts';

const handoff = { id: z.uuid(), at: z.iso.datetime() };

/**
 * Who is in charge of a conversation.
 *
 * `ai` → `requested` (on its way to Zendesk) → `waiting` (the ticket is there, nobody has answered yet) → `live` (an agent
 * speaks) → `ended` (the AI agent answers again). `failed`: Zendesk refused or took too long, the AI agent stayed.
 * `ticket`: the team answers later, by e-mail; until then the AI agent does. `at` is when the state began.
 */
export const Handoff = z.discriminatedUnion('state', [
  z.object({ state: z.literal('ai') }),
  z.object({ state: z.literal('requested'), ...handoff, contact: Contact.optional() }),
  z.object({
    state: z.literal('waiting'),
    ...handoff,
    contact: Contact.optional(),
    /** The place in line, and how many minutes it may take: only where somebody knows them. */
    position: z.int().positive().optional(),
    wait: z.object({ from: z.number().nonnegative(), to: z.number().nonnegative() }).optional(),
  }),
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
  z.object({
    state: z.literal('ticket'),
    ...handoff,
    /** The ticket's number, once Zendesk has given it. */
    number: z.string().optional(),
    /** Where the answer goes; without it nobody can send one. */
    email: z.string().optional(),
  }),
]);
export type Handoff = z.infer<typeof Handoff>;
export type HandoffState = Handoff['state'];
