import type { WrittenArticle } from './articles.ts';

/** What must never show up in an answer. Each holds a word that is found nowhere else. */
export const staffOnly: WrittenArticle[] = [
  {
    key: 'draft-sale',
    title: 'Winter sale 2027 (not announced)',
    labels: ['sale'],
    visibility: 'draft',
    editedAt: '2026-11-19T18:00:00Z',
    body: '<p>From 4 January all teapots are 35 % off with the code <strong>SNOWQUARRY</strong>. Do not tell anybody before 2 January.</p>',
  },
  {
    key: 'draft-refunds',
    title: 'Refunds: new text for 2027',
    labels: ['refund'],
    visibility: 'draft',
    editedAt: '2026-11-20T10:00:00Z',
    body: '<p>From 2027 refunds are paid as a <strong>Kilncredit</strong> voucher only, and damaged teapots are replaced once for each household.</p>',
  },
  {
    key: 'staff-goodwill',
    title: 'Goodwill limits for damaged orders',
    labels: ['damage', 'refund'],
    visibility: 'restricted',
    editedAt: '2026-10-05T08:00:00Z',
    body: '<p>Agents may add up to £25 on top of a refund for a damaged order without asking. Book it as <strong>GREENHERON</strong>. Above that ask Priya.</p>',
  },
  {
    key: 'staff-courier',
    title: 'Courier escalation numbers',
    labels: ['delivery'],
    visibility: 'restricted',
    editedAt: '2026-08-30T08:00:00Z',
    body: '<p>Where is my order, third time in a week? Call the depot on extension 7741 and give the account word <strong>Tallowmere</strong>.</p>',
  },
];
