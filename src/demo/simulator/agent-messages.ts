import { z } from 'zod';
import { shopName } from './account.ts';
import { addAttachment, mediaUrlOf } from './attachments-api.ts';
import type { Conversation, Message, NewMessage, Ticket } from './records.ts';
import type { Zendesk } from './zendesk.ts';

/** A message that a person in the agent workspace wrote. */
export function agentMessage(
  zendesk: Zendesk,
  agent: { id: number; name: string },
  content: Message['content'],
): NewMessage {
  return {
    author: {
      type: 'business',
      displayName: agent.name,
      ...(zendesk.settings.agentSubtypes && { subtypes: ['agent'] }),
    },
    content,
    source: { type: 'zd:agentWorkspace' },
    metadata: workspaceMetadata(zendesk, String(agent.id)),
  };
}

function workspaceMetadata(zendesk: Zendesk, agentId: string) {
  return {
    '__zendesk_msg.agent.id': agentId,
    '__zendesk_msg.id': zendesk.ids.next(),
    '__zendesk_msg.client_message_id': zendesk.ids.next(),
    '__zendesk_msg.source_type': 'zd:agentWorkspace',
  };
}

/** What else can turn up in a conversation besides an agent's words. */
export const Injection = z.enum([
  'trigger',
  'bot',
  'csat',
  'html',
  'image',
  'file',
  'carousel',
  'list',
  'form',
  'location',
  'quick-replies',
  'template',
  'ticket-closed',
  'transfer-to-email',
  'ended-by-user',
  'other-channel',
]);
export type Injection = z.infer<typeof Injection>;

/** A message of that kind, shaped as it arrives from Zendesk. */
export function injectedMessage(
  zendesk: Zendesk,
  kind: Injection,
  text: string,
  {
    agent,
    conversation,
    ticket,
  }: {
    agent: { id: number; name: string };
    conversation: Conversation;
    ticket: Ticket;
  },
): NewMessage {
  const byAgent = (content: Message['content']) => agentMessage(zendesk, agent, content);
  const system = (type: NonNullable<Message['activity']>['type']): NewMessage => ({
    author: { type: 'business', displayName: shopName, subtypes: ['activity'] },
    content: { type: 'text', text },
    source: { type: 'zd:agentWorkspace' },
    activity: { type },
  });
  const link = { type: 'link', text: 'Open', uri: 'https://alder-and-finch.example/teapots' };

  switch (kind) {
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
            type: 'link',
            text: label,
            uri: `https://alder-and-finch.example/survey/${label.toLowerCase()}`,
            metadata: { score: label.toLowerCase(), ticket_id: ticket.id, account_id: 1 },
          })),
        },
        source: { type: 'zd:surveys' },
        metadata: { type: 'csat' },
      };
    case 'html':
      return byAgent({ type: 'text', text: text.replaceAll(/<[^>]*>/g, ''), htmlText: text });
    case 'image':
    case 'file':
      return byAgent(
        fileContent(zendesk, conversation, {
          name: kind === 'image' ? 'teapot.svg' : 'returns-label.txt',
          type: kind === 'image' ? 'image/svg+xml' : 'text/plain',
          bytes: new TextEncoder().encode(kind === 'image' ? teapotSvg : 'Returns label\n'),
          caption: text,
        }),
      );
    case 'carousel':
    case 'list':
      return byAgent({
        type: kind,
        ...(kind === 'carousel' && { text }),
        items: ['Moss teapot', 'Clay teapot', 'Chalk teapot'].map((title) => ({
          title,
          description: 'Holds 900 ml',
          actions: [link],
        })),
      });
    case 'form':
      return byAgent({
        type: 'form',
        fields: [{ type: 'text', name: 'postcode', label: 'Postcode', minSize: 5, maxSize: 8 }],
        blockChatInput: false,
      });
    case 'location':
      return byAgent({
        type: 'location',
        coordinates: { lat: 51.4545, long: -2.5879 },
        location: { name: `${shopName} studio`, address: '8 Kiln Lane, Bristol' },
      });
    case 'quick-replies':
      return byAgent({
        type: 'text',
        text,
        actions: ['Yes please', 'No thanks'].map((label) => ({
          type: 'reply',
          text: label,
          payload: label.toLowerCase().replaceAll(' ', '_'),
        })),
      });
    case 'template':
      return byAgent({ type: 'template', template: { name: 'order_update' } });
    case 'ticket-closed':
      return system('ticket:closed');
    case 'transfer-to-email':
      return system('ticket:transfer:email');
    case 'ended-by-user':
      return system('conversation:endedByUser');
    case 'other-channel':
      return {
        author: { type: 'user', userId: conversation.userId },
        content: { type: 'text', text },
        source: { type: 'whatsapp', integrationId: zendesk.ids.next() },
      };
  }
}

/** A file as message content, private as every attachment is. */
export function fileContent(
  zendesk: Zendesk,
  conversation: Conversation,
  {
    caption,
    ...file
  }: { name: string; type: string; bytes: Uint8Array<ArrayBuffer>; caption: string },
): Message['content'] {
  const attachment = addAttachment(zendesk, { ...file, conversationId: conversation.id });
  return {
    type: file.type.startsWith('image/') ? 'image' : 'file',
    mediaUrl: mediaUrlOf(zendesk, attachment),
    mediaType: file.type,
    mediaSize: file.bytes.length,
    altText: file.name,
    attachmentId: attachment.id,
    ...(caption && { text: caption }),
  };
}

const teapotSvg =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 30"><ellipse cx="20" cy="18" rx="12" ry="9" fill="#7E9A87"/></svg>';
