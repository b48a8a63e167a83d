import { z } from 'zod';
import { Contact, EmailContact } from './contact.ts';
import { Conversation } from './conversation.ts';
import { Feedback, Score, StoredEvent } from './event.ts';
import { Handoff } from './handoff.ts';
import { AttachedFile, Response } from './message-content.ts';
import { MessageId } from './message.ts';
import { OwnTexts } from './own-texts.ts';
import { Proactive } from './proactive.ts';

/** Whether people of the team are online. Never claimed without a real answer. `backAt` is when business hours begin. */
export const Team = z.discriminatedUnion('state', [
  z.object({ state: z.literal('online'), count: z.int().positive() }),
  z.object({ state: z.literal('away'), backAt: z.iso.datetime().optional() }),
  z.object({ state: z.literal('unknown') }),
]);
export type Team = z.infer<typeof Team>;

/** `GET /api/widget?locale=de`: the public part of the settings, for a page in some language. */
export const WidgetSettings = z.object({
  assistant: z.string(),
  company: z.string(),
  suggestions: z.array(z.string()),
  privacyUrl: z.string().optional(),
  /** A person can be reached in this chat. Neither this nor `tickets`: knowledge only, no trace of a handoff. */
  handoff: z.boolean(),
  /** A ticket can be left that is answered by e-mail. */
  tickets: z.boolean(),
  /** What the button does while the team is away: leave a ticket, or wait in line all the same. */
  offline: z.enum(['ticket', 'queue']),
  /** When a customer sees what will be shared before it is: `auto` while the team is away or something is asked. */
  preview: z.enum(['auto', 'always', 'never']),
  /** What a customer is asked for before a person is. */
  ask: z.array(z.enum(['name', 'email'])),
  team: Team,
  /** Half of the latest customers waited no longer than this; absent where too few did to tell. */
  usualWaitMinutes: z.int().positive().optional(),
  waitMinutes: z.int(),
  messageCharacters: z.int(),
  /** The brand's colours as rules for the chat's shadow root: the loader has no room to make them. */
  look: z.string().optional(),
  /** How many files a message may have, and how large each may be. Absent: none are taken. */
  files: z.object({ most: z.int(), bytes: z.int() }).optional(),
  /** What the launcher is called, and what it says when the chat cannot be opened. */
  launcher: z.object({ open: z.string(), unavailable: z.string() }),
  /** What the AI agent says first, and when. */
  proactive: Proactive.optional(),
  /** What the site says in its own words, by the keys of the chat's texts. */
  strings: OwnTexts.optional(),
});
export type WidgetSettings = z.infer<typeof WidgetSettings>;

/** `POST /api/conversations` */
export const StartConversation = z.object({
  locale: z.string().max(35).default('en'),
  page: z.object({ url: z.string().max(2000), title: z.string().max(300) }).optional(),
});
/** The token is 256 random bits in base64url, shown this once. */
export const StartedConversation = z.object({ id: z.string(), token: z.string() });
export type StartedConversation = z.infer<typeof StartedConversation>;

/** `GET /api/conversations/{id}` without `after` */
export const ConversationSnapshot = z.object({ conversation: Conversation });
export type ConversationSnapshot = z.infer<typeof ConversationSnapshot>;
/** `GET /api/conversations/{id}?after=seq`, with `wait` (seconds, at most 25) as a long poll */
export const EventsSince = z.object({
  after: z.coerce.number().int().nonnegative().optional(),
  wait: z.coerce.number().min(0).max(25).default(0),
});
export const ConversationEvents = z.object({ events: z.array(StoredEvent) });
export type ConversationEvents = z.infer<typeof ConversationEvents>;

/** `POST …/messages`. A repeat with the same id gets the same place. */
export const PostMessage = z.object({
  id: MessageId,
  text: z.string(),
  /** The message that is answered, if one is: by its button, or as a form without one. */
  response: Response.optional(),
  /** Files that were uploaded before, with the names they had there. With some, `text` may be blank. */
  files: z.array(z.object({ id: z.uuid(), name: z.string().max(1000) })).optional(),
});
export type PostMessage = z.infer<typeof PostMessage>;

/** The answer of `POST …/files`, whose body is the file as it is. A day later it is gone, if no person has it by then. */
export const UploadedFile = AttachedFile.omit({ name: true });
export type UploadedFile = z.infer<typeof UploadedFile>;

/** The summary in the customer's own words, where they changed it. */
const OwnSummary = z.string().trim().min(1).max(2000);

/** `POST …/handoff`. A second press, with whatever id, finds the handoff that is open. */
export const RequestHandoff = z.object({
  id: z.uuid(),
  contact: Contact.optional(),
  summary: OwnSummary.optional(),
});
/**
 * `POST …/ticket`: the team answers by e-mail. A repeat with the same id gets the same ticket. It takes the place of a
 * handoff that nobody has answered yet; once somebody is there it is refused.
 */
export const LeaveTicket = z.object({
  id: z.uuid(),
  contact: EmailContact,
  summary: OwnSummary.optional(),
});
/** `POST …/summary`: what would be shared now. Nothing is kept of it; null if none could be made in time. */
export const SummaryAnswer = z.object({ summary: z.string().nullable() });
export type SummaryAnswer = z.infer<typeof SummaryAnswer>;
/** The answer of `POST …/handoff`, `DELETE …/handoff`, `POST …/ticket` and `POST …/end` */
export const HandoffAnswer = z.object({ handoff: Handoff });
export type HandoffAnswer = z.infer<typeof HandoffAnswer>;

/** `POST …/read`: the customer has seen everything up to here. */
export const MarkRead = z.object({ throughSeq: z.int().nonnegative() });

/** `POST …/feedback` on an answer. A repeat with the same id changes nothing, another id is another opinion. */
export const GiveFeedback = z
  .object({ id: z.uuid(), messageId: z.string(), ...Feedback.shape })
  .refine(({ helpful, reason }) => !(helpful && reason), {
    path: ['reason'],
    error: 'is for answers that did not help',
  });
export type GiveFeedback = z.infer<typeof GiveFeedback>;

/** `POST …/rating` of a chat with a person that is over. The first counts, a repeat with whatever score changes nothing. */
export const GiveRating = z.object({ handoffId: z.uuid(), score: Score });
export type GiveRating = z.infer<typeof GiveRating>;

/** The answer of routes that have nothing to say. */
export const Done = z.object({ ok: z.literal(true) });
export type Done = z.infer<typeof Done>;

/** `GET /healthz` and `GET /readyz` */
export const Health = z.object({
  status: z.enum(['ok', 'unavailable']),
  store: z.enum(['ok', 'unavailable']).optional(),
  zendesk: z.string().optional(),
  knowledge: z.string().optional(),
});
export type Health = z.infer<typeof Health>;
