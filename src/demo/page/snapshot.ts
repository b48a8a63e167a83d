import { z } from 'zod';

/** Times come as ISO dates or as milliseconds since 1970; the page counts with milliseconds. */
const Time = z
  .union([z.number(), z.iso.datetime({ offset: true })])
  .transform((time) => new Date(time).getTime());

export const AgentStatus = z.enum(['online', 'away', 'offline']);
export type AgentStatus = z.infer<typeof AgentStatus>;

export const TicketMessage = z.object({
  id: z.coerce.string(),
  at: Time,
  author: z.object({
    type: z.enum(['user', 'business']),
    name: z.string(),
    kind: z.enum(['customer', 'ai', 'agent', 'system']),
  }),
  text: z.string(),
  internal: z.boolean().default(false),
  deleted: z.boolean().default(false),
});
export type TicketMessage = z.infer<typeof TicketMessage>;

export const Ticket = z.object({
  id: z.coerce.string(),
  subject: z.string(),
  status: z.enum(['new', 'open', 'solved', 'closed']),
  requester: z.object({ name: z.string(), email: z.string().nullish() }),
  createdAt: Time,
  assignee: z.object({ name: z.string() }).nullable(),
  /** Whether the agent workspace is in control of the chat: only then does a reply reach the customer. */
  active: z.boolean(),
  messages: z.array(TicketMessage),
});
export type Ticket = z.infer<typeof Ticket>;

/** `GET /zendesk-simulator/workspace`: what the agents see. The first agent is the one who sits here. */
export const Snapshot = z.object({
  agents: z.array(z.object({ name: z.string() })),
  agentStatus: AgentStatus,
  tickets: z.array(Ticket),
});
export type Snapshot = z.infer<typeof Snapshot>;
