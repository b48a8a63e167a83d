import type { ConversationEvent } from '../../../src/protocol/event.ts';
import { Refusal } from '../../../widget/refusal.ts';
import { asked, joined, requested, started, waiting } from '../chat-events.ts';
import { fakeChat } from '../fake-chat.ts';
import {
  agentSent,
  buttons,
  customerAnswered,
  fields,
  image,
  items,
  media,
  replies,
} from '../rich-events.ts';

const live = [started, asked('Hello'), requested(), ...waiting(2), ...joined()];

/** A chat with a person whose pictures are there. */
function scene(...events: ConversationEvent[]) {
  return () => {
    const chat = fakeChat(...live, ...events);
    return Object.assign(chat, { fetchFile });
  };
}

/** A picture of its own for each name; one that is called `missing` is nowhere. */
async function fetchFile(file: string): Promise<Blob> {
  if (file === 'missing') throw new Refusal(415, 'unsupported-type', null);
  const canvas = new OffscreenCanvas(320, 240);
  const paint = canvas.getContext('2d');
  if (!paint) throw new TypeError('nothing to paint with');
  paint.fillStyle = '#f1e8d6';
  paint.fillRect(0, 0, 320, 240);
  paint.fillStyle = ['#7e9a87', '#be7856', '#c9c4b4'][Number(file.split('.')[1] ?? 0)] ?? '#7e9a87';
  paint.beginPath();
  paint.ellipse(155, 140, 78, 58, 0, 0, 7);
  paint.fill();
  return canvas.convertToBlob();
}

/** Each kind of message that a team can send. */
export const richScenes = {
  'rich-words': scene(
    agentSent({
      id: 'html',
      format: 'markdown',
      body: 'Please send **both**:\n\n1. a photo of the damage\n2. a photo of the box\n\nSee [how we pack](https://help.example/packing).',
    }),
    agentSent({ id: 'buttons', body: 'What would you like?', buttons }),
    agentSent({ id: 'replies', body: 'Shall I start?', buttons: replies }),
  ),
  'rich-files': scene(
    agentSent({ id: 'image', body: 'This one?', content: image }),
    agentSent({
      id: 'file',
      content: {
        type: 'file',
        media: media('file', 'returns-label.pdf', 182_400),
        hasCaption: false,
      },
    }),
    agentSent({
      id: 'missing',
      content: { type: 'image', media: media('missing', 'drawing.svg'), hasCaption: false },
    }),
    agentSent({
      id: 'place',
      content: {
        type: 'location',
        latitude: 51.45,
        longitude: -2.58,
        name: 'Alder & Finch studio',
        address: '8 Kiln Lane, Bristol',
      },
    }),
  ),
  'rich-carousel': scene(
    agentSent({
      id: 'carousel',
      content: { type: 'carousel', title: 'These are in stock', shape: 'horizontal', items },
    }),
  ),
  'rich-list': scene(
    agentSent({
      id: 'list',
      content: { type: 'list', items },
      buttons: [
        { type: 'link', id: '0', text: 'See all teapots', url: 'https://help.example/all' },
      ],
    }),
  ),
  'rich-form': scene(agentSent({ id: 'form', content: { type: 'form', fields } })),
  'rich-answered': scene(
    agentSent({ id: 'form', content: { type: 'form', fields } }),
    customerAnswered(
      'form',
      'Postcode: BS1 4ST\nEmail: ana@example.com\nNumber of pieces: 2\nColour: Moss',
    ),
    agentSent({ id: 'buttons', body: 'What would you like?', buttons }),
    customerAnswered('buttons', 'Refund me', '1'),
  ),
  'rich-system': scene(
    agentSent({ id: 'gone', body: 'My password is …' }),
    { type: 'message-removed', id: 'gone' },
    agentSent({
      id: 'survey',
      author: { kind: 'automatic', name: 'Alder & Finch' },
      body: 'How was this chat?',
      content: { type: 'survey' },
      buttons: replies,
    }),
    agentSent({
      id: 'closed',
      author: { kind: 'automatic', name: '' },
      content: { type: 'activity', activity: 'ticket-closed' },
    }),
    agentSent({ id: 'unsupported', content: { type: 'unsupported' } }),
  ),
};
