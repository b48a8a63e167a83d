import { z } from 'zod';
import { Agent, Feedback, Score } from './event.ts';
import { Handoff } from './handoff.ts';
import { Message } from './message.ts';

/** A line of the chat that nobody said: it tells what happened. */
export const Notice = z.discriminatedUnion('type', [
  z.object({ type: z.literal('shared'), handoffId: z.string() }),
  z.object({ type: z.literal('cancelled') }),
  z.object({ type: z.literal('joined'), agent: z.string() }),
  z.object({ type: z.literal('passed'), from: z.string(), to: z.string() }),
  z.object({ type: z.literal('left'), agent: z.string() }),
  z.object({
    type: z.literal('ended'),
    by: z.enum(['agent', 'customer', 'timeout']),
    agent: z.string().optional(),
    /** The handoff that ended, if a person was there: that chat can be rated. */
    handoffId: z.string().optional(),
  }),
  /** In the place of a message that was deleted. */
  z.object({ type: z.literal('removed') }),
]);
export type Notice = z.infer<typeof Notice>;

/** What stands in the log, in the order shown. */
export const Entry = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('message'), seq: z.int(), message: Message }),
  z.object({ kind: z.literal('notice'), seq: z.int(), at: z.iso.datetime(), notice: Notice }),
]);
export type Entry = z.infer<typeof Entry>;

/** The value that all events of a conversation fold into; see `apply`. */
export const Conversation = z.object({
  id: z.string(),
  /** The last event it holds; 0 before the first. */
  seq: z.int().nonnegative(),
  startedAt: z.iso.datetime().nullable(),
  locale: z.string(),
  page: z.object({ url: z.string(), title: z.string() }).optional(),
  entries: z.array(Entry),
  handoff: Handoff,
  agent: Agent.nullable(),
  /** What was shared at the latest handoff. */
  shared: z
    .object({
      handoffId: z.string(),
      summary: z.string().nullable(),
      throughSeq: z.int().nonnegative(),
    })
    .nullable(),
  /** Numbers of tickets, as far as they are known, by handoff. */
  tickets: z.record(z.string(), z.string()),
  /** Failed messages by id. */
  failures: z.record(z.string(), z.enum(['answer', 'delivery'])),
  removed: z.array(z.string()),
  read: z.object({ customer: z.int(), agent: z.int(), agentAt: z.iso.datetime().optional() }),
  /** By the message it is about. */
  feedback: z.record(z.string(), Feedback),
  /** By handoff. */
  ratings: z.record(z.string(), Score),
  closed: z.boolean(),
});
export type Conversation = z.infer<typeof Conversation>;
