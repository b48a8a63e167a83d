import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Message } from '../../src/protocol/message.ts';
import { ZendeskMessage } from '../../src/zendesk/message.ts';
import { readContent } from '../../src/zendesk/read-content.ts';
import { validateWebhook } from './openapi.ts';

const FALLBACK = 'This message can’t be shown here.';
const FILE = 'https://acme.zendesk.com/sc/attachments/v2/01JK/label%20(1).pdf';
const buy = { type: 'link', text: 'Look', uri: 'https://shop.example/teapot' };

/** Reads a message as it arrives in a webhook, after making sure that Zendesk could send it. */
function read(content: unknown, more: Record<string, unknown> = {}) {
  const message = {
    id: 'm9',
    received: '2026-11-23T10:02:10.900Z',
    author: { type: 'business', displayName: 'Dana' },
    content,
    source: { type: 'zd:agentWorkspace' },
    ...more,
  };
  const event = { id: 'e1', type: 'conversation:message', payload: { message } };
  const webhook = { app: { id: 'a' }, webhook: { id: 'w', version: 'v2' }, events: [event] };
  expect(validateWebhook(webhook)).toEqual([]);
  return readContent(ZendeskMessage.parse(message));
}

describe('a message of Zendesk’s is read:', () => {
  test('text', () => {
    expect(read({ type: 'text', text: 'Hello *you*' })).toEqual({
      body: 'Hello *you*',
      format: 'plain',
    });
  });

  test('text that an agent set, as our markdown', () => {
    const htmlText = '<p>See <a href="https://shop.example">the <b>shop</b></a></p>';

    expect(read({ type: 'text', text: 'See the shop', htmlText })).toEqual({
      body: 'See [the **shop**](https://shop.example/)',
      format: 'markdown',
    });
  });

  test('HTML that says no more than the text stays plain text', () => {
    const plain = { type: 'text', text: 'Hello', htmlText: '<p>Hello</p>' };

    expect(read(plain)).toEqual({ body: 'Hello', format: 'plain' });
  });

  test('quick replies, with what Zendesk wants to hear', () => {
    const actions = [
      { type: 'reply', text: 'Yes', payload: 'yes', metadata: { score: 5, nested: {} } },
      { type: 'postback', text: 'No', payload: 'no' },
    ];

    expect(read({ type: 'text', text: 'Refund?', actions }).buttons).toEqual([
      { type: 'reply', id: '0', text: 'Yes', payload: 'yes', metadata: { score: 5 } },
      { type: 'postback', id: '1', text: 'No', payload: 'no' },
    ]);
  });

  test('links and webviews open; an address that is none of ours is no button but its words are said', () => {
    const actions = [
      buy,
      { type: 'webview', text: 'Pay', uri: 'https://pay.example', fallback: 'https://x.example' },
      { type: 'link', text: 'Trap', uri: 'javascript:alert(1)' },
    ];

    const { body, buttons } = read({ type: 'text', text: 'Here', actions });

    expect(buttons).toEqual([
      { type: 'link', id: '0', text: 'Look', url: 'https://shop.example/teapot' },
      { type: 'link', id: '1', text: 'Pay', url: 'https://pay.example/' },
    ]);
    expect(body).toBe('Here\nTrap');
  });

  test('what cannot be done in a chat is said: a purchase with its price, a request for the place', () => {
    const actions = [
      { type: 'buy', text: 'Teapot', amount: 4800, currency: 'gbp' },
      { type: 'locationRequest', text: 'Where are you?' },
    ];

    expect(read({ type: 'text', text: 'Offer', actions })).toEqual({
      body: 'Offer\nTeapot (48.00 GBP)\nWhere are you?',
      format: 'plain',
    });
    expect(read({ type: 'text', actions }).body).toBe('Teapot (48.00 GBP)\nWhere are you?');
  });

  test('an image with its description', () => {
    const image = { type: 'image', mediaUrl: FILE, altText: 'A teapot', mediaSize: 900 };

    expect(read(image)).toEqual({
      body: 'A teapot',
      format: 'plain',
      content: {
        type: 'image',
        media: { file: 'm9', url: FILE, name: 'label (1).pdf', size: 900 },
        alt: 'A teapot',
        hasCaption: false,
      },
    });
  });

  test('a file with a caption', () => {
    const { body, content } = read({ type: 'file', mediaUrl: FILE, text: 'Your label' });

    expect(body).toBe('Your label');
    expect(content).toMatchObject({ type: 'file', hasCaption: true });
  });

  test('a file whose name stands behind it, or nowhere', () => {
    const named = {
      type: 'file',
      mediaUrl: 'https://a.zendesk.com/attachments/token/x/?name=a.pdf',
    };

    expect(read(named).body).toBe('a.pdf');
    expect(read({ type: 'file', mediaUrl: 'https://a.zendesk.com/', altText: 'b.pdf' }).body).toBe(
      'b.pdf',
    );
    expect(read({ type: 'file', mediaUrl: 'https://a.zendesk.com/' }).body).toBe('file');
  });

  test('a carousel', () => {
    const items = [
      { title: 'Teapot', description: 'Moss', mediaUrl: FILE, actions: [buy] },
      { title: 'Mug', actions: [{ type: 'postback', text: 'Choose', payload: 'mug' }] },
    ];
    const displaySettings = { imageAspectRatio: 'square' };

    expect(read({ type: 'carousel', items, displaySettings })).toEqual({
      body: 'Teapot: Moss\nMug',
      format: 'plain',
      content: {
        type: 'carousel',
        shape: 'square',
        items: [
          {
            title: 'Teapot',
            description: 'Moss',
            media: { file: 'm9.0', url: FILE, name: 'label (1).pdf' },
            buttons: [{ type: 'link', id: '0.0', text: 'Look', url: buy.uri }],
          },
          {
            title: 'Mug',
            buttons: [{ type: 'postback', id: '1.0', text: 'Choose', payload: 'mug' }],
          },
        ],
      },
    });
  });

  test('a list with buttons of its own', () => {
    const items = [{ title: 'Post', actions: [buy] }];

    const { content, buttons } = read({ type: 'list', items, actions: [buy] });

    expect(content).toMatchObject({ type: 'list', items: [{ title: 'Post' }] });
    expect(buttons).toMatchObject([{ id: '0', text: 'Look' }]);
  });

  test('a form', () => {
    const fields = [
      { type: 'text', name: 'zip', label: 'Postcode', minSize: 5, maxSize: 8, placeholder: 'BS1' },
      { type: 'text', name: 'n', label: 'Pieces', format: 'integer' },
      { type: 'email', name: 'mail', label: 'Email' },
      { type: 'select', name: 'c', label: 'Colour', options: [{ name: 'm', label: 'Moss' }] },
    ];

    expect(read({ type: 'form', fields })).toEqual({
      body: 'Postcode\nPieces\nEmail\nColour',
      format: 'plain',
      content: {
        type: 'form',
        fields: [
          { type: 'text', name: 'zip', label: 'Postcode', placeholder: 'BS1', least: 5, most: 8 },
          { type: 'number', whole: true, name: 'n', label: 'Pieces', least: 1, most: 128 },
          { type: 'email', name: 'mail', label: 'Email', least: 1, most: 128 },
          { type: 'select', name: 'c', label: 'Colour', options: ['Moss'] },
        ],
      },
    });
  });

  test('a form that was filled in elsewhere', () => {
    const fields = [
      { type: 'text', name: 'zip', label: 'Postcode', text: 'BS1' },
      { type: 'select', name: 'c', label: 'Colour', select: [{ name: 'm', label: 'Moss' }] },
    ];

    expect(read({ type: 'formResponse', fields }).body).toBe('Postcode: BS1\nColour: Moss');
    expect(read({ type: 'formResponse', fields, textFallback: 'Zip: BS1' }).body).toBe('Zip: BS1');
  });

  test('a place', () => {
    const coordinates = { lat: 51.45, long: -2.58 };
    const location = { name: 'Studio', address: '8 Kiln Lane' };

    expect(read({ type: 'location', coordinates, location })).toEqual({
      body: 'Studio, 8 Kiln Lane',
      format: 'plain',
      content: { type: 'location', latitude: 51.45, longitude: -2.58, ...location },
    });
    expect(read({ type: 'location', coordinates }).body).toBe('51.45, -2.58');
  });

  test('a survey', () => {
    const actions = [{ type: 'reply', text: 'Good', payload: 'good', metadata: { score: 'good' } }];
    const survey = { source: { type: 'zd:surveys' }, metadata: { type: 'csat' } };

    const { content, buttons } = read({ type: 'text', text: 'How was it?', actions }, survey);

    expect(content).toEqual({ type: 'survey' });
    expect(buttons).toMatchObject([{ text: 'Good', metadata: { score: 'good' } }]);
  });

  test.each([
    ['ticket:closed', 'ticket-closed'],
    ['ticket:transfer:email', 'continues-by-email'],
    ['conversation:endedByUser', 'ended-by-customer'],
  ])('the activity %s', (type, activity) => {
    const author = { type: 'business', subtypes: ['activity'] };

    const said = read({ type: 'text', text: 'It was closed.' }, { author, activity: { type } });

    expect(said).toMatchObject({ body: 'It was closed.', content: { type: 'activity', activity } });
  });

  test('a template, which only other channels can show', () => {
    expect(read({ type: 'template', template: { name: 'order_update' } })).toEqual({
      body: FALLBACK,
      format: 'plain',
      content: { type: 'unsupported' },
    });
  });
});

describe('what Zendesk does not promise:', () => {
  const readAny = (content: unknown) =>
    readContent(ZendeskMessage.parse({ id: 'm', received: '2026-11-23T10:02:10Z', content }));

  test.each([
    [
      'a type of tomorrow with a fallback',
      { type: 'hologram', textFallback: 'A teapot' },
      'A teapot',
    ],
    ['a type of tomorrow', { type: 'hologram', shape: 3 }, FALLBACK],
    ['blanks', { type: 'text', text: '  ' }, FALLBACK],
    ['nothing', undefined, FALLBACK],
    ['an image that is nowhere', { type: 'image', mediaUrl: 'javascript:alert(1)' }, FALLBACK],
    ['a carousel without titles', { type: 'carousel', items: [{}, 7], text: 'Pots' }, 'Pots'],
    ['a form that nobody could fill in', { type: 'form', fields: [{}], text: 'Hm' }, 'Hm'],
  ])('%s', (_, content, body) => {
    expect(readAny(content).body).toBe(body);
  });

  test('whatever comes is a message that can be stored and shown', { timeout: 60_000 }, () => {
    const type = fc.constantFrom(
      'text',
      'image',
      'file',
      'carousel',
      'list',
      'form',
      'location',
      'x',
    );
    const parts = fc.record(
      {
        type,
        text: fc.anything(),
        htmlText: fc.string(),
        mediaUrl: fc.oneof(fc.webUrl(), fc.string()),
        mediaSize: fc.anything(),
        altText: fc.anything(),
        actions: fc.array(
          fc.record({
            type: fc.constantFrom('reply', 'link', 'buy'),
            text: fc.string(),
            uri: fc.string(),
          }),
        ),
        items: fc.array(
          fc.record({ title: fc.string(), mediaUrl: fc.webUrl(), actions: fc.anything() }),
        ),
        fields: fc.array(
          fc.record({
            type: fc.string(),
            label: fc.string(),
            minSize: fc.double(),
            maxSize: fc.double(),
          }),
        ),
        coordinates: fc.record({ lat: fc.double(), long: fc.double() }),
      },
      { requiredKeys: ['type'] },
    );
    const common = { id: 'm', at: '2026-11-23T10:00:00.000Z', author: { kind: 'customer' } };

    fc.assert(
      fc.property(fc.oneof(parts, fc.anything()), (content) => {
        const said = readAny(content);

        expect(said.body.trim()).not.toBe('');
        expect(Message.safeParse({ ...common, ...said }).error).toBeUndefined();
      }),
      { numRuns: 100 },
    );
  });
});
