/** What an agent, or Zendesk itself, can send besides words: how it is called here, its kind at the simulator, its words. */
export const sendable = [
  {
    name: 'Formatted text',
    kind: 'html',
    text: '<p>Please send <b>both</b>:</p><ol><li>a photo of the damage</li><li>a photo of the box</li></ol>',
  },
  { name: 'Quick replies', kind: 'quick-replies', text: 'Shall I send a new one?' },
  { name: 'Buttons', kind: 'buttons', text: 'What would you like?' },
  { name: 'Image', kind: 'image', text: 'Is it this one?' },
  { name: 'File', kind: 'file', text: 'Your returns label.' },
  { name: 'Carousel', kind: 'carousel', text: 'These are in stock' },
  { name: 'List', kind: 'list', text: 'These are in stock' },
  { name: 'Form', kind: 'form', text: 'Please fill this in.' },
  { name: 'Location', kind: 'location', text: 'Our studio' },
  { name: 'Template', kind: 'template', text: 'A template of another channel' },
  { name: 'Survey', kind: 'csat', text: 'How was this chat?' },
  { name: 'Automatic message', kind: 'trigger', text: 'We are busy today. Thank you for waiting.' },
  { name: 'Continue by email', kind: 'transfer-to-email', text: 'This chat continues by email.' },
] as const;
export type Sendable = (typeof sendable)[number];
