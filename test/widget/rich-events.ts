import type { ConversationEvent } from '../../src/protocol/event.ts';
import type { Message } from '../../src/protocol/message.ts';
import type { Button, Content, FormField, Item } from '../../src/protocol/message-content.ts';
import { today } from './chat-events.ts';

/** What an agent sent that is more than words. */
export function agentSent(message: Partial<Message> & { id: string }): ConversationEvent {
  return {
    type: 'message-added',
    message: {
      author: { kind: 'agent', name: 'Maya Okafor' },
      at: today('10:46'),
      body: 'In words',
      format: 'plain',
      ...message,
    },
  };
}

/** The customer's answer to it. */
export function customerAnswered(
  messageId: string,
  body: string,
  buttonId?: string,
): ConversationEvent {
  const response = { messageId, ...(buttonId !== undefined && { buttonId }) };
  return agentSent({ id: `answer-${body}`, author: { kind: 'customer' }, body, response });
}

export const media = (file: string, name: string, size?: number) => ({
  file,
  name,
  url: `https://acme.zendesk.com/sc/attachments/v2/${file}/${name}`,
  ...(size !== undefined && { size }),
});

export const image: Content = {
  type: 'image',
  media: media('image', 'moss-teapot.png'),
  alt: 'A moss green teapot on a table',
  hasCaption: true,
};

export const replies: Button[] = [
  { type: 'reply', id: '0', text: 'Yes please', payload: 'yes' },
  { type: 'reply', id: '1', text: 'No thanks', payload: 'no' },
];

export const buttons: Button[] = [
  { type: 'postback', id: '0', text: 'Send a new one', payload: 'replace' },
  { type: 'postback', id: '1', text: 'Refund me', payload: 'refund' },
  { type: 'link', id: '2', text: 'Read about returns', url: 'https://help.example/returns' },
];

export const items: Item[] = ['Moss', 'Clay', 'Chalk'].map((colour, index) => ({
  title: `${colour} teapot`,
  description: 'Holds 900 ml, £48',
  media: media(`items.${index}`, `${colour}.png`),
  buttons: [
    { type: 'postback', id: `${index}.0`, text: 'Choose', payload: colour },
    { type: 'link', id: `${index}.1`, text: 'Details', url: `https://help.example/${colour}` },
  ],
}));

export const fields: FormField[] = [
  { type: 'text', name: 'zip', label: 'Postcode', least: 5, most: 8 },
  {
    type: 'email',
    name: 'mail',
    label: 'Email',
    placeholder: 'name@example.com',
    least: 1,
    most: 128,
  },
  { type: 'number', whole: true, name: 'pieces', label: 'Number of pieces', least: 1, most: 128 },
  { type: 'select', name: 'colour', label: 'Colour', options: ['Moss', 'Clay'] },
];
