import { z } from 'zod';

/** What Baton asks of Zendesk and what changes something there, in words that fit after "to". */
export type Call =
  | 'make the integration'
  | 'link the integration'
  | 'make the user'
  | 'make the conversation'
  | 'take control'
  | 'post the summary'
  | 'post what the customer said'
  | 'post what the AI agent said'
  | 'pass control'
  | 'have control offered'
  | 'say that the customer has read'
  | 'release control';

const Body = z.object({
  author: z.object({ type: z.string() }).optional(),
  content: z.object({ text: z.string().optional() }).optional(),
  metadata: z.record(z.string(), z.unknown()).optional(),
});

/** Which call a request is; null for one that only reads, or belongs to no chat. */
export function callOf(method: string | undefined, path: string, body: string): Call | null {
  if (method !== 'POST') return null;
  switch (path.slice(path.lastIndexOf('/') + 1)) {
    case 'integrations':
      return 'make the integration';
    case 'switchboardIntegrations':
      return 'link the integration';
    case 'users':
      return 'make the user';
    case 'conversations':
      return 'make the conversation';
    case 'passControl':
      // Only the agents are told something with it.
      return Body.parse(JSON.parse(body)).metadata ? 'pass control' : 'take control';
    case 'offerControl':
      return 'have control offered';
    case 'releaseControl':
      return 'release control';
    case 'activity':
      return 'say that the customer has read';
    case 'messages':
      return postOf(Body.parse(JSON.parse(body)));
    default:
      return null;
  }
}

function postOf({ author, content }: z.infer<typeof Body>): Call {
  if (author?.type === 'user') return 'post what the customer said';
  return content?.text?.startsWith('Summary') ? 'post the summary' : 'post what the AI agent said';
}
