import { describe, expect, test, vi } from 'vitest';
import { domains } from './domain.ts';
import { type Figures, measure } from './measure.ts';

// Hundreds of questions on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

/** Below these the built-in agent has become worse; `npm run evaluate` prints where it stands. */
const FLOORS: Readonly<Record<string, Partial<Figures>>> = {
  shop: { ndcgAt10: 0.98, hitAt1: 0.93, refusalPrecision: 0.85, refusalRecall: 0.95 },
  fibre: { ndcgAt10: 0.95, hitAt1: 0.88, refusalPrecision: 0.85, refusalRecall: 0.95 },
};

test('the evaluation asks at least 150 questions of at least 60 articles in several languages', () => {
  const articles = domains.flatMap((domain) => domain.articles);
  const questions = domains.flatMap((domain) => domain.questions);

  expect(articles.length).toBeGreaterThanOrEqual(60);
  expect(questions.length).toBeGreaterThanOrEqual(150);
  expect(new Set(questions.map(({ locale }) => locale)).size).toBeGreaterThanOrEqual(5);
  expect(questions.filter(({ answers }) => answers.length === 0).length).toBeGreaterThan(40);
});

test('every question names articles that there are', () => {
  for (const { articles, questions } of domains) {
    const keys = new Set(articles.map(({ id }) => id));
    expect(questions.flatMap(({ answers }) => answers.filter((key) => !keys.has(key)))).toEqual([]);
  }
});

describe.each(domains)('the built-in agent in the Help Center $name', (domain) => {
  test('finds, answers and refuses as well as it did', async () => {
    const measured = await measure(domain);

    const floors = Object.entries(FLOORS[domain.name] ?? {});
    const below = floors.filter(([name, floor]) => !(Number(Reflect.get(measured, name)) >= floor));
    expect(floors).toHaveLength(4);
    expect({ below, mistakes: below.length > 0 ? measured.mistakes : [] }).toEqual({
      below: [],
      mistakes: [],
    });
  });
});
