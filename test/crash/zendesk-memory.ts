import { z } from 'zod';
import { demoAccount } from '../../src/demo/simulator/account.ts';

const { appId, keyId, secretKey } = demoAccount;
const AUTHORIZATION = `Basic ${Buffer.from(`${keyId}:${secretKey}`).toString('base64')}`;

const ConversationAnswer = z.object({
  conversation: z.object({ metadata: z.object({ k: z.string().optional() }) }),
});
const MessagesAnswer = z.object({
  messages: z.array(
    z.object({
      content: z.object({ text: z.string().default('') }),
      source: z.object({ type: z.string() }),
    }),
  ),
  meta: z.object({ hasMore: z.boolean() }),
});
const IntegrationsAnswer = z.object({
  integrations: z.array(z.object({ displayName: z.string().nullish() })),
});

const HistoryAnswer = z.object({ deliveries: z.array(z.object({ state: z.string() })) });

/** A conversation as Zendesk keeps it. */
export type RemoteMemory = {
  id: string;
  /** The handoff that it says it was made for. */
  handoffId: string | undefined;
  /** What came through the API, which is everything that our side posted. */
  posted: string[];
};

/** What Zendesk itself remembers, asked behind Baton's back. */
export async function conversationAtZendesk(url: string, id: string): Promise<RemoteMemory> {
  const path = `conversations/${id}`;
  const [{ conversation }, { messages, meta }] = await Promise.all([
    ask(url, path, ConversationAnswer),
    ask(url, `${path}/messages`, MessagesAnswer),
  ]);
  if (meta.hasMore) throw new Error(`Conversation ${id} has more than one page`);
  return {
    id,
    handoffId: conversation.metadata.k,
    posted: messages.flatMap(({ source, content }) =>
      source.type === 'api:conversations' ? [content.text] : [],
    ),
  };
}

/** How many integrations this installation has made. */
export async function integrationsAtZendesk(url: string): Promise<number> {
  const { integrations } = await ask(url, 'integrations', IntegrationsAnswer);
  return integrations.filter(({ displayName }) => displayName?.startsWith('Baton ')).length;
}

/** Whether a webhook that did not get through is still to be repeated. */
export async function isStillDelivering(url: string): Promise<boolean> {
  const response = await fetch(`${url}/history`);
  const { deliveries } = HistoryAnswer.parse(await response.json());
  return deliveries.some(({ state }) => state === 'pending');
}

async function ask<T>(url: string, path: string, answer: z.ZodType<T>): Promise<T> {
  const response = await fetch(`${url}/sc/v2/apps/${appId}/${path}`, {
    headers: { authorization: AUTHORIZATION },
  });
  if (!response.ok) throw new Error(`Zendesk does not know ${path}: ${response.status}`);
  return answer.parse(await response.json());
}
