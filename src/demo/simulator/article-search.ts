import type { Article, Locale } from '../articles.ts';

/** Articles with a word of the query in this locale, those with most of them first; titles count more. */
export function searchArticles(articles: readonly Article[], locale: Locale, query: string) {
  const words = query.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  return articles
    .map((article) => {
      const { title = '', body = '' } = article.translations[locale] ?? {};
      const text = body.replaceAll(/<[^>]*>/g, ' ').replaceAll(/\s+/g, ' ');
      const score = 3 * count(title, words) + count(text, words);
      return { article, score, snippet: snippet(text, words) };
    })
    .filter(({ score }) => score > 0 || words.length === 0)
    .toSorted((a, b) => b.score - a.score);
}

function count(text: string, words: readonly string[]): number {
  const lower = text.toLowerCase();
  return words.filter((word) => lower.includes(word)).length;
}

/** The surroundings of the first hit, with `<em>` around the words. */
function snippet(text: string, words: string[]): string {
  const at = Math.max(0, text.toLowerCase().indexOf(words[0] ?? '') - 60);
  const part = text.slice(at, at + 160).trim();
  return words.reduce(
    (marked, word) => marked.replaceAll(new RegExp(word, 'giu'), '<em>$&</em>'),
    part,
  );
}
