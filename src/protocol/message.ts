import { z } from 'zod';
import { Button, Content, Response } from './message-content.ts';

/** Who wrote a message. `automatic` is a team's own automation (a trigger, a survey, a bot), never a person. */
export const Author = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('customer') }),
  z.object({ kind: z.literal('ai-agent'), name: z.string() }),
  z.object({ kind: z.literal('agent'), name: z.string(), avatarUrl: z.url().optional() }),
  z.object({ kind: z.literal('automatic'), name: z.string() }),
]);
export type Author = z.infer<typeof Author>;

/** An article that an answer rests on. `number` is the mark in the text, as in `[1]`. */
export const Citation = z.object({
  number: z.int().positive(),
  title: z.string(),
  url: z.url(),
});
export type Citation = z.infer<typeof Citation>;

/** A button under a message: ask in other words, or talk to a person. */
export const Action = z.object({
  type: z.enum(['ask-again', 'hand-off']),
  /** The customer has said that they want it: nobody has to press the button. */
  isWanted: z.boolean().optional(),
});
export type Action = z.infer<typeof Action>;

export const MessageId = z.uuid();

export const Message = z.object({
  /** Made by whoever wrote it: the widget for customers, the proxy for everybody else. */
  id: z.string(),
  author: Author,
  /** When it was written; for a message that came from Zendesk, when Zendesk received it. */
  at: z.iso.datetime(),
  body: z.string(),
  /** `plain` is shown as it stands with links made clickable; `markdown` is rendered. */
  format: z.enum(['plain', 'markdown']),
  /** The customer's message that this one answers. */
  replyTo: z.string().optional(),
  citations: z.array(Citation).optional(),
  actions: z.array(Action).optional(),
  content: Content.optional(),
  /** What an agent or an automation offers to press. */
  buttons: z.array(Button).optional(),
  /** What of an earlier message the customer answers with this one. */
  response: Response.optional(),
  /** The answer was cut short, by the customer or by a handoff. */
  stopped: z.boolean().optional(),
  /** Zendesk's id of a message that came from there. */
  zendeskId: z.string().optional(),
});
export type Message = z.infer<typeof Message>;
