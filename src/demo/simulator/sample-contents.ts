import { z } from 'zod';
import { shopName } from './account.ts';
import { fileContent } from './agent-messages.ts';
import { CHALK, CLAY, MOSS, teapot } from './pictures.ts';
import type { Conversation, MessageContent } from './records.ts';
import type { Zendesk } from './zendesk.ts';

/** Every kind of content that an agent, a macro or another program of the account can send. */
export const SampleKind = z.enum([
  'html',
  'image',
  'svg',
  'file',
  'carousel',
  'list',
  'form',
  'location',
  'quick-replies',
  'buttons',
  'template',
]);
export type SampleKind = z.infer<typeof SampleKind>;

const SHOP = 'https://alder-and-finch.example';
const TEAPOTS = [
  { title: 'Moss teapot', glaze: MOSS, price: '£48' },
  { title: 'Clay teapot', glaze: CLAY, price: '£52' },
  { title: 'Chalk teapot', glaze: CHALK, price: '£48' },
];

/** One of each, after the Conversations API's OpenAPI 17.0.0. `text` is its words where the kind has any. */
export function sampleContent(
  zendesk: Zendesk,
  conversation: Conversation,
  kind: SampleKind,
  text: string,
): MessageContent {
  const file = (name: string, type: string, bytes: Uint8Array<ArrayBuffer>, alt?: string) =>
    fileContent(zendesk, conversation, { name, type, bytes, caption: text, ...(alt && { alt }) });
  const written = (words: string) => new TextEncoder().encode(words);

  switch (kind) {
    case 'html':
      return { type: 'text', text: text.replaceAll(/<[^>]*>/g, ''), htmlText: text };
    case 'image':
      return file('moss-teapot.png', 'image/png', teapot(MOSS), 'A moss green teapot on a table');
    case 'svg':
      return file(
        'teapot.svg',
        'image/svg+xml',
        written('<svg xmlns="http://www.w3.org/2000/svg"/>'),
      );
    case 'file':
      return file('returns-label.txt', 'text/plain', written('Returns label\n'));
    case 'carousel':
      return { type: 'carousel', text, items: TEAPOTS.map(item) };
    case 'list':
      return {
        type: 'list',
        items: TEAPOTS.map(item),
        actions: [link('See all teapots', '/teapots')],
      };
    case 'form':
      return { type: 'form', fields: formFields, blockChatInput: false };
    case 'location':
      return {
        type: 'location',
        coordinates: { lat: 51.4545, long: -2.5879 },
        location: { name: `${shopName} studio`, address: '8 Kiln Lane, Bristol' },
      };
    case 'quick-replies':
      return { type: 'text', text, actions: ['Yes please', 'No thanks'].map(reply) };
    case 'buttons':
      return {
        type: 'text',
        text,
        actions: [
          { type: 'postback', text: 'Send a new one', payload: 'replace' },
          link('Read about returns', '/returns'),
          {
            type: 'webview',
            text: 'Track the parcel',
            uri: `${SHOP}/track`,
            fallback: `${SHOP}/track`,
          },
        ],
      };
    case 'template':
      return { type: 'template', template: { name: 'order_update' } };
  }

  function item({ title, glaze, price }: (typeof TEAPOTS)[number]) {
    const name = `${title.toLowerCase().replace(' ', '-')}.png`;
    const bytes = teapot(glaze);
    const { mediaUrl, mediaType } = fileContent(zendesk, conversation, {
      name,
      type: 'image/png',
      bytes,
      caption: '',
    });
    return {
      title,
      description: `Holds 900 ml, ${price}`,
      mediaUrl,
      mediaType,
      actions: [{ type: 'postback', text: 'Choose', payload: name }, link('Details', `/${name}`)],
    };
  }
}

function link(text: string, path: string) {
  return { type: 'link', text, uri: `${SHOP}${path}` };
}

function reply(text: string) {
  return { type: 'reply', text, payload: text.toLowerCase().replaceAll(' ', '_') };
}

const formFields = [
  { type: 'text', name: 'postcode', label: 'Postcode', minSize: 5, maxSize: 8 },
  { type: 'email', name: 'email', label: 'Email', placeholder: 'name@example.com' },
  { type: 'text', name: 'pieces', label: 'Number of pieces', format: 'integer' },
  {
    type: 'select',
    name: 'colour',
    label: 'Colour',
    options: TEAPOTS.map(({ title }) => ({ name: title.toLowerCase(), label: title })),
  },
];
