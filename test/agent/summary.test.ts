import { expect, test } from 'vitest';
import { extractiveModel } from '../../src/agent/extractive-model.ts';
import type { Model } from '../../src/agent/model.ts';
import { extractiveSummary, summarize } from '../../src/agent/summary.ts';
import { answer, customer, miss } from './conversations.ts';

const never = new AbortController().signal;
const words = (text: string) => text.split(/\s+/).filter(Boolean).length;

const cite = (...titles: string[]) =>
  titles.map((title, index) => ({
    number: index + 1,
    title,
    url: `https://help.example/${index}`,
  }));

const hello = customer('Hi');
const broken = customer('My teapot from order A-20417 arrived broken, I am sam@example.com');
const money = customer('Will I get £48.00 back to my gift card?');
const chat = [
  hello,
  answer(hello, 'Hi, I’m Finch.'),
  broken,
  answer(broken, 'We replace it [1], or refund it [2].', {
    citations: cite('Damaged on arrival', 'Replacements and refunds'),
  }),
  money,
  miss(money),
  customer('I want to talk to a person'),
];

test('an agent reads what was asked, tried and given, and what is open', () => {
  expect(extractiveSummary(chat)).toBe(
    [
      'Asked for: My teapot from order A-20417 arrived broken, I am sam@example.com',
      'Tried: “Damaged on arrival”, “Replacements and refunds”',
      'Facts: order A-20417, sam@example.com, £48.00',
      'Open question: Will I get £48.00 back to my gift card?',
    ].join('\n'),
  );
});

test('without a question it says that a person was asked for', () => {
  expect(extractiveSummary([])).toBe('Asked for: a person');
  expect(extractiveSummary([hello, customer('agent')])).toBe('Asked for: a person');
  expect(extractiveSummary([customer('Good morning'), customer('Thank you!')])).toBe(
    'Asked for: a person',
  );
  const named = customer('Hello Finch');
  expect(extractiveSummary([named, answer(named, 'Hi.')])).toBe('Asked for: a person');
});

test('of a very long chat it stays short and true', () => {
  const long = Array.from({ length: 100 }, (_, turn) => {
    const question = customer(
      `Question ${turn}: ${'how about this and that '.repeat(20)} #${1000 + turn}`,
    );
    return [
      question,
      answer(question, 'So.', { citations: cite(`Article ${turn} ${'long '.repeat(30)}`) }),
    ];
  }).flat();

  const summary = extractiveSummary([...long, miss(long[0] ?? hello)]);

  expect(words(summary)).toBeLessThanOrEqual(120);
  const said = long.map(({ body }) => body).join('\n');
  const facts = /^Facts: (.*)$/m.exec(summary)?.[1]?.split(', ') ?? [];
  expect(facts.length).toBeGreaterThan(0);
  expect(facts.filter((fact) => !said.includes(fact))).toEqual([]);
});

test('of a message without spaces it stays short', () => {
  expect(extractiveSummary([customer('茶'.repeat(4000))]).length).toBeLessThanOrEqual(1001);
});

test('of endless messages it is made at once', () => {
  const endless = ['の', 'a.', '1,', '+1'].map((unit) => customer(unit.repeat(20_000)));
  const start = performance.now();

  extractiveSummary(endless);

  expect(performance.now() - start).toBeLessThan(2000);
});

test('only what the customer gave is a fact, and a card number never is', () => {
  const question = customer('My card is 4111 1111 1111 1111, the order is from 2026-11-02');

  const summary = extractiveSummary([question, answer(question, 'Write to orders@shop.example')]);

  expect(summary.split('\n')[1]).toBe('Facts: 2026-11-02');
});

test('the built-in model gives the same', async () => {
  expect(await summarize(chat, extractiveModel, never)).toBe(extractiveSummary(chat));
});

test.each<[string, Model['summarize']]>([
  ['fails', async () => Promise.reject(new Error('no'))],
  ['says nothing', async () => '  '],
])('when the model %s, the summary is made without it', async (_what, own) => {
  const model: Model = { ...extractiveModel, summarize: own };

  expect(await summarize(chat, model, never)).toBe(extractiveSummary(chat));
});

test('a model that takes too long is not waited for', async () => {
  const model: Model = { ...extractiveModel, summarize: () => new Promise(() => {}) };

  expect(await summarize(chat, model, AbortSignal.abort())).toBe(extractiveSummary(chat));
});

test('a model that talks too much is cut', async () => {
  const model: Model = { ...extractiveModel, summarize: async () => 'word '.repeat(500) };

  expect(words(await summarize(chat, model, never))).toBeLessThanOrEqual(120);
});
