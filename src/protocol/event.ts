import { z } from 'zod';
import { Handoff } from './handoff.ts';
import { Message } from './message.ts';

/** An agent as customers see them. */
export const Agent = z.object({ name: z.string(), avatarUrl: z.url().optional() });
export type Agent = z.infer<typeof Agent>;

/** Why an answer did not help. */
const FeedbackReason = z.enum(['wrong', 'incomplete', 'off-topic']);

/** What a customer thinks of an answer of the AI agent. */
export const Feedback = z.object({ helpful: z.boolean(), reason: FeedbackReason.optional() });
export type Feedback = z.infer<typeof Feedback>;

/** How a chat with a person was, from 1, bad, to 5, great. */
export const Score = z.int().min(1).max(5);

/** Everything that can happen to a conversation. It changes in no other way. */
export const ConversationEvent = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('conversation-started'),
    at: z.iso.datetime(),
    locale: z.string(),
    page: z.object({ url: z.string(), title: z.string() }).optional(),
  }),
  z.object({ type: z.literal('message-added'), message: Message }),
  /** Deleted or redacted at Zendesk; the stored body is scrubbed as well. */
  z.object({ type: z.literal('message-removed'), id: z.string() }),
  /** `answer`: the AI agent could not answer it. `delivery`: Zendesk will never take it. */
  z.object({
    type: z.literal('message-failed'),
    id: z.string(),
    code: z.enum(['answer', 'delivery']),
  }),
  /** The customer has sent a message again that did not reach the agents. */
  z.object({ type: z.literal('message-retried'), id: z.string() }),
  z.object({ type: z.literal('handoff-changed'), handoff: Handoff }),
  /** What the team gets: the summary (null if none could be made) and the messages up to `throughSeq`. */
  z.object({
    type: z.literal('handoff-shared'),
    handoffId: z.uuid(),
    summary: z.string().nullable(),
    throughSeq: z.int().nonnegative(),
  }),
  /** The number of the ticket that a handoff has become. */
  z.object({ type: z.literal('ticket-found'), handoffId: z.uuid(), number: z.string() }),
  /** The agent in the conversation, null when they left it to somebody else on the team. */
  z.object({
    type: z.literal('participant-changed'),
    at: z.iso.datetime(),
    agent: Agent.nullable(),
  }),
  z.object({
    type: z.literal('read'),
    by: z.enum(['customer', 'agent']),
    at: z.iso.datetime(),
    throughSeq: z.int().nonnegative(),
  }),
  /** The latest about a message counts. */
  z.object({ type: z.literal('feedback-given'), messageId: z.string(), ...Feedback.shape }),
  /** The first about a handoff counts. */
  z.object({ type: z.literal('rating-given'), handoffId: z.uuid(), score: Score }),
  z.object({ type: z.literal('identity-changed'), verified: z.boolean() }),
  z.object({ type: z.literal('context-changed'), context: z.record(z.string(), z.string()) }),
  z.object({ type: z.literal('conversation-closed'), at: z.iso.datetime() }),
]);
export type ConversationEvent = z.infer<typeof ConversationEvent>;

/** An event with its place in the conversation: 1, 2, 3, … without gaps. */
export const StoredEvent = z.object({ seq: z.int().positive(), event: ConversationEvent });
export type StoredEvent = z.infer<typeof StoredEvent>;
