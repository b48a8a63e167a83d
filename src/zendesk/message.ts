import { z } from 'zod';
import { ZendeskContent } from './content.ts';
import { Metadata } from './metadata.ts';
import { Time } from './time.ts';

const Words = z.string().optional().catch(undefined);

/** A message of Zendesk's, reduced to what we read. Only the id and the time are indispensable. */
export const ZendeskMessage = z.object({
  id: z.string().min(1),
  received: Time,
  author: z
    .object({
      type: Words,
      displayName: Words,
      avatarUrl: Words,
      subtypes: z.array(z.string()).catch([]),
    })
    .catch({ subtypes: [] }),
  content: ZendeskContent,
  source: z.object({ type: Words }).catch({}),
  metadata: Metadata,
  activity: z.object({ type: Words }).optional().catch(undefined),
  deleted: z.boolean().nullish().catch(null),
});
export type ZendeskMessage = z.infer<typeof ZendeskMessage>;

/** What a message is to us. A name is null when the account hides it. */
export type Classified =
  /** Something we posted ourselves, coming back. */
  | { kind: 'ours' }
  /** The customer, writing on another channel. */
  | { kind: 'customer-elsewhere' }
  | { kind: 'removed' }
  /** A line of Zendesk's own, such as `ticket:closed`. */
  | { kind: 'activity'; activity: string }
  | { kind: 'agent'; name: string | null; avatarUrl?: string }
  /** A trigger, a survey, Zendesk's own bot: the business speaks, but no person. */
  | { kind: 'automatic'; name: string | null };

/**
 * Who speaks. The author's type knows no agents, only `business`, so several signals are asked in turn; every one of them
 * may be missing. `isOurs` knows what we posted: by the id in the metadata, or by Zendesk's id. The source
 * `api:conversations` alone proves nothing, other programs of the account may post as well.
 */
export function classify(
  message: ZendeskMessage,
  isOurs: (message: ZendeskMessage) => boolean,
): Classified {
  const { author, activity } = message;
  if (message.deleted === true) return { kind: 'removed' };
  if (isOurs(message)) return { kind: 'ours' };
  if (activity !== undefined || author.subtypes.includes('activity')) {
    return { kind: 'activity', activity: activity?.type ?? 'unknown' };
  }
  if (author.type === 'user') return { kind: 'customer-elsewhere' };

  const name = author.displayName?.trim() || null;
  if (author.subtypes.includes('agent') || isAgentId(message.metadata[AGENT_ID])) {
    const avatarUrl = webAddress(author.avatarUrl);
    return { kind: 'agent', name, ...(avatarUrl === undefined ? {} : { avatarUrl }) };
  }
  return { kind: 'automatic', name: name === UNNAMED_TRIGGER ? null : name };
}

/** What the agent workspace writes on its messages; seen in practice, not in the OpenAPI. */
const AGENT_ID = '__zendesk_msg.agent.id';
const UNNAMED_TRIGGER = 'Automated Response';

function isAgentId(id: string | number | boolean | undefined): boolean {
  const text = id === undefined ? '' : String(id).trim();
  return text !== '' && text !== '__trigger';
}

function webAddress(url: string | undefined): string | undefined {
  return url !== undefined && /^https?:\/\//i.test(url) && URL.canParse(url) ? url : undefined;
}
