import MiniSearch, { type SearchResult } from 'minisearch';
import { setImmediate } from 'node:timers/promises';
import { compoundsOf } from './compounds.ts';
import { baseOf, type Language, languageOf } from './language.ts';
import { type Article, type Passage, passages } from './passages.ts';

/** A passage that has words of the question. */
export type Found = {
  passage: Passage;
  /** Comparable within one search only. */
  score: number;
  /** The share of the question's weight, 0 to 1, that the passage's article knows; rare words weigh more. */
  coverage: number;
};

export type SearchOptions = {
  locale: string;
  /** What was asked before: its words help a follow-up such as “and to Canada?” to be understood. */
  context?: string;
};

export interface Search {
  /** The best passages, best first; none when nothing fits. */
  search(question: string, options: SearchOptions): Promise<Found[]>;
}

/** Passages that one search gives. */
const MOST = 8;

/** Words of a question that are searched for: a story of a thousand words is no better a question. */
const MOST_TERMS = 40;

/** How much a word of the question before counts beside one of the question itself. */
const CONTEXT_WEIGHT = 0.15;

/** How much another word for the same thing counts beside the one that was used. */
const SYNONYM_WEIGHT = 0.6;

/** A language is searched after the visitor's own only when that covers less of the question than this. */
const ENOUGH = 0.5;

/** In a smaller Help Center how many articles have a word says little about it. */
const FEW_ARTICLES = 30;

/** Indexing lets everybody else have a turn after so many milliseconds. */
const SLICE_MS = 10;

/**
 * A search over these articles. The visitor's locale comes first, then its language, then `defaultLocale` (the locale
 * with the most articles if not given). Takes its time without blocking the event loop.
 */
export async function createSearch(
  articles: readonly Article[],
  defaultLocale?: string,
): Promise<Search> {
  const byLocale = new Map<string, Article[]>();
  for (const article of articles) {
    const locale = normal(article.locale);
    const own = byLocale.get(locale);
    if (own) own.push(article);
    else byLocale.set(locale, [article]);
  }
  const indexes = new Map<string, Index>();
  const breathe = breather();
  for (const [locale, own] of byLocale) {
    indexes.set(locale, await createIndex(own, await languageOf(locale), breathe));
  }
  const largest = [...byLocale].toSorted(([, a], [, b]) => b.length - a.length)[0]?.[0] ?? '';
  const fallback = normal(defaultLocale ?? largest);

  return {
    async search(question, { locale, context = '' }) {
      let best: Found[] = [];
      for (const candidate of candidates([...indexes.keys()], normal(locale), fallback)) {
        const found = indexes.get(candidate)?.(question, context) ?? [];
        if (coverageOf(found) > coverageOf(best)) best = found;
        if (coverageOf(best) >= ENOUGH) break;
      }
      return best;
    },
  };
}

type Index = (question: string, context: string) => Found[];

async function createIndex(
  articles: readonly Article[],
  language: Language,
  breathe: () => Promise<void>,
): Promise<Index> {
  const kept: Passage[] = [];
  const vocabulary = new Set<string>();
  const index = new MiniSearch<Passage & { id: number }>({
    fields: ['title', 'heading', 'text'],
    tokenize(text) {
      const terms = language.terms(text);
      if (language.writesTogether) for (const term of terms) vocabulary.add(term);
      return terms;
    },
    processTerm: (term) => term,
  });
  for (const article of articles) {
    for (const passage of passages(article)) {
      index.add({ ...passage, id: kept.length });
      kept.push(passage);
      await breathe();
    }
  }

  const waysOf = (term: string) => [
    ...new Set([
      ...language.alike(term),
      ...(language.writesTogether ? compoundsOf(term, vocabulary) : []),
    ]),
  ];

  return (question, context) => {
    const own = new Set(language.terms(question));
    const earlier = new Set(language.terms(context));
    // “How long does it take?” has no word of its own: it asks about what was asked before.
    const asked = [...(own.size > 0 ? own : earlier)].slice(0, MOST_TERMS);
    const before = [...earlier].filter((term) => !asked.includes(term)).slice(0, MOST_TERMS);
    const boosts = new Map<string, number>();
    const ask = (term: string, boost: number) =>
      boosts.set(term, Math.max(boost, boosts.get(term) ?? 0));
    for (const term of asked) {
      for (const other of waysOf(term)) ask(other, other === term ? 1 : SYNONYM_WEIGHT);
    }
    for (const term of before) ask(term, CONTEXT_WEIGHT);
    const results = index.search([...boosts.keys()].join(' '), {
      tokenize: (query) => query.split(' '),
      boost: { title: 2 },
      boostTerm: (term) => boosts.get(term) ?? 1,
    });
    const coverage = coverageBy(
      results.map((result) => ({ article: kept[result.id]?.articleId ?? '', result })),
      asked.map(waysOf),
      articles.length,
    );
    return results
      .flatMap(({ id, score }) => {
        const passage = kept[id];
        if (!passage) return [];
        return [{ passage, score, coverage: coverage.get(passage.articleId) ?? 0 }];
      })
      .slice(0, MOST);
  };
}

/** What share of the weight of the words asked for each article holds, in whichever of its passages and however it puts them. */
function coverageBy(
  matches: readonly { article: string; result: SearchResult }[],
  words: readonly (readonly string[])[],
  articles: number,
): Map<string, number> {
  const held = new Map<string, Set<string>>();
  for (const { article, result } of matches) {
    const own = held.get(article) ?? new Set();
    for (const term of result.terms) own.add(term);
    held.set(article, own);
  }
  const holds = (own: ReadonlySet<string>, word: readonly string[]) =>
    word.some((term) => own.has(term));
  const weighed = words.map((word) => ({ word, weight: weightOf(word) }));
  const total = sum(weighed.map(({ weight }) => weight));

  /**
   * Inverse document frequency. What no article has may be said differently in one, so it counts no more than what
   * one has; an unknown number is an order, a year, an amount, and counts for nothing.
   */
  function weightOf(word: readonly string[]): number {
    const having = [...held.values()].filter((own) => holds(own, word)).length;
    if (having === 0 && /\p{N}/u.test(word.join(''))) return 0;
    const known = Math.max(1, having);
    const all = Math.max(articles, FEW_ARTICLES);
    return Math.log(1 + (all - known + 0.5) / (known + 0.5));
  }

  return new Map(
    [...held].map(([article, own]) => {
      const covered = weighed.filter(({ word }) => holds(own, word));
      return [article, total === 0 ? 0 : sum(covered.map(({ weight }) => weight)) / total];
    }),
  );
}

function candidates(locales: readonly string[], locale: string, fallback: string): Set<string> {
  const base = baseOf(locale);
  const related = locales.filter((other) => baseOf(other) === base);
  return new Set([locale, base, ...related, fallback]);
}

function coverageOf(found: readonly Found[]): number {
  return Math.max(0, ...found.map(({ coverage }) => coverage));
}

function normal(locale: string): string {
  return locale.toLowerCase().replaceAll('_', '-');
}

function sum(numbers: Iterable<number>): number {
  let total = 0;
  for (const number of numbers) total += number;
  return total;
}

function breather(): () => Promise<void> {
  let since = performance.now();
  return async () => {
    if (performance.now() - since < SLICE_MS) return;
    await setImmediate();
    since = performance.now();
  };
}
