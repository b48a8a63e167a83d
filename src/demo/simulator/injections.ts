import { z } from 'zod';
import { shopName } from './account.ts';
import { agentMessage, workspaceMetadata } from './agent-messages.ts';
import type { Conversation, Message, NewMessage, Ticket } from './records.ts';
import { SampleKind, sampleContent } from './sample-contents.ts';
import type { Zendesk } from './zendesk.ts';

const OtherKind = z.enum([
  'trigger',
  'bot',
  'csat',
  'ticket-closed',
  'transfer-to-email',
  'ended-by-user',
  'other-channel',
]);

/** What else can turn up in a conversation besides an agent's words. */
export const Injection = z.union([SampleKind, OtherKind]);
export type Injection = z.infer<typeof Injection>;

type Place = {
  agent: { id: number; name: string };
  conversation: Conversation;
  ticket: Ticket;
};

/** A message of that kind, shaped as it arrives from Zendesk. */
export function injectedMessage(
  zendesk: Zendesk,
  kind: Injection,
  text: string,
  { agent, conversation, ticket }: Place,
): NewMessage {
  const sample = SampleKind.safeParse(kind);
  if (sample.success) {
    return agentMessage(zendesk, agent, sampleContent(zendesk, conversation, sample.data, text));
  }
  switch (OtherKind.parse(kind)) {
    case 'trigger':
      return {
        author: { type: 'business', displayName: 'Automated Response' },
        content: { type: 'text', text },
        source: { type: 'zd:agentWorkspace' },
        metadata: workspaceMetadata(zendesk, '__trigger'),
      };
    case 'bot':
      return {
        author: { type: 'business', displayName: `${shopName} bot`, subtypes: ['bot'] },
        content: { type: 'text', text },
        source: { type: 'zd:answerBot' },
      };
    case 'csat':
      return {
        author: { type: 'business', displayName: shopName },
        content: {
          type: 'text',
          text,
          actions: ['Good', 'Bad'].map((label) => ({
            type: 'reply',
            text: label,
            payload: label.toLowerCase(),
            metadata: { score: label.toLowerCase(), ticket_id: ticket.id, account_id: 1 },
          })),
        },
        source: { type: 'zd:surveys' },
        metadata: { type: 'csat' },
      };
    case 'ticket-closed':
      return system('ticket:closed', text);
    case 'transfer-to-email':
      return system('ticket:transfer:email', text);
    case 'ended-by-user':
      return system('conversation:endedByUser', text);
    case 'other-channel':
      return {
        author: { type: 'user', userId: conversation.userId },
        content: { type: 'text', text },
        source: { type: 'whatsapp', integrationId: zendesk.ids.next() },
      };
  }
}

function system(type: NonNullable<Message['activity']>['type'], text: string): NewMessage {
  return {
    author: { type: 'business', displayName: shopName, subtypes: ['activity'] },
    content: { type: 'text', text },
    source: { type: 'zd:agentWorkspace' },
    activity: { type },
  };
}
