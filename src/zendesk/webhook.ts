import { createHash, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import { ZendeskMessage } from './message.ts';
import { Metadata } from './metadata.ts';
import { ControlHolder } from './received.ts';
import { Time } from './time.ts';

/** What Zendesk tells about a conversation, reduced to what we act on. */
export type ZendeskEvent = EventFacts & Meaning;

type EventFacts = {
  /** The same in every repetition of the event. Empty only in an event that cannot be read at all. */
  id: string;
  /** When it happened; null when Zendesk does not say. */
  at: string | null;
  conversation: EventConversation | null;
};

type EventConversation = z.infer<typeof EventConversation>;
const EventConversation = z
  .object({
    id: z.string().min(1),
    metadata: Metadata,
    activeSwitchboardIntegration: ControlHolder,
  })
  .transform(({ id, metadata, activeSwitchboardIntegration: activeIntegration }) => ({
    id,
    metadata,
    activeIntegration,
  }));

/** What an event means, by its type, read from its payload. */
type Meaning =
  | { kind: 'message'; message: ZendeskMessage }
  /** Control moved: passed to `conversation.activeIntegration`, or released to nobody. */
  | { kind: 'control'; action: 'passed' | 'released'; reason?: string }
  /** A passControl that was answered with success failed afterwards. */
  | { kind: 'pass-failed'; code: string | null }
  | { kind: 'typing'; typing: boolean; byBusiness: boolean }
  | { kind: 'read'; byBusiness: boolean }
  /** The conversation was deleted. */
  | { kind: 'removed' }
  | { kind: 'other' };

const Author = z.object({ type: z.string() });
const Control = z.object({ reason: z.string().optional().catch(undefined) });

const meanings: Record<string, z.ZodType<Meaning>> = {
  'conversation:message': z
    .object({ message: ZendeskMessage })
    .transform(({ message }) => ({ kind: 'message', message })),
  'conversation:remove': z.unknown().transform(() => ({ kind: 'removed' })),
  'conversation:read': z
    .object({ activity: z.object({ author: Author }) })
    .transform(({ activity }) => ({
      kind: 'read',
      byBusiness: activity.author.type === 'business',
    })),
  'conversation:typing': z
    .object({
      activity: z.object({ type: z.enum(['typing:start', 'typing:stop']), author: Author }),
    })
    .transform(({ activity }) => ({
      kind: 'typing',
      typing: activity.type === 'typing:start',
      byBusiness: activity.author.type === 'business',
    })),
  'switchboard:passControl': Control.transform(({ reason }) => ({
    kind: 'control',
    action: 'passed',
    reason,
  })),
  'switchboard:releaseControl': Control.transform(({ reason }) => ({
    kind: 'control',
    action: 'released',
    reason,
  })),
  'switchboard:passControl:failure': z
    .object({ error: z.object({ code: z.string() }).optional().catch(undefined) })
    .transform(({ error }) => ({ kind: 'pass-failed', code: error?.code ?? null })),
};

/** The event types to ask Zendesk for: those we can read. */
export const webhookTriggers = Object.keys(meanings);

const Envelope = z.object({
  app: z.object({ id: z.string() }),
  webhook: z.object({ id: z.string(), version: z.literal('v2') }),
  events: z.array(z.unknown()),
});

/**
 * Reads the body of a delivery. Throws a `ZodError` when it is no delivery of version 2. A single event that is unknown or
 * malformed becomes `other`: to refuse the delivery would throw all of its events away for ever.
 */
export function readDelivery(body: unknown): {
  appId: string;
  webhookId: string;
  events: ZendeskEvent[];
} {
  const { app, webhook, events } = Envelope.parse(body);
  return { appId: app.id, webhookId: webhook.id, events: events.map(readEvent) };
}

const Event = z.object({
  id: z.string().catch(''),
  type: z.string().catch(''),
  createdAt: Time.nullish().catch(null),
  payload: z.unknown(),
});
const Payload = z.object({ conversation: EventConversation });

function readEvent(unread: unknown): ZendeskEvent {
  const event = Event.safeParse(unread);
  if (!event.success) return { id: '', at: null, conversation: null, kind: 'other' };
  const { id, type, createdAt, payload } = event.data;
  const about = Payload.safeParse(payload);
  const meaning = Object.hasOwn(meanings, type) ? meanings[type]?.safeParse(payload) : undefined;
  return {
    id,
    at: createdAt ?? null,
    conversation: about.success ? about.data.conversation : null,
    ...(meaning?.success ? meaning.data : { kind: 'other' }),
  };
}

/** Whether the `X-API-Key` of a delivery is the webhook's secret. How long it takes tells nothing about the secret. */
export function sameSecret(given: string | null | undefined, wanted: string): boolean {
  return typeof given === 'string' && timingSafeEqual(sha256(given), sha256(wanted));
}

function sha256(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
