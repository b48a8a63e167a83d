import { articles, locales } from '../../src/demo/articles.ts';
import { articleText, plainLine } from '../../src/knowledge/article-text.ts';
import type { Article } from '../../src/knowledge/passages.ts';
import { fibreEnglish } from './fibre-articles-english.ts';
import { fibreTranslated } from './fibre-articles-translated.ts';
import { fibreQuestions } from './fibre-questions.ts';
import { shopQuestions } from './shop-questions.ts';

/** An article of an evaluated Help Center; its key is the same in every language. */
export type WrittenArticle = { key: string; title: string; text: string };

/**
 * What somebody asks, with the keys of the articles that answer: the first one best, others that help too. None: nothing
 * in the Help Center answers it.
 */
export type Question = { locale: string; question: string; answers: readonly string[] };

/** A Help Center with what is asked there. */
export type Domain = {
  name: string;
  company: string;
  articles: readonly Article[];
  questions: readonly Question[];
};

export const domains: readonly Domain[] = [
  {
    name: 'shop',
    company: 'Alder & Finch',
    questions: shopQuestions,
    articles: articles
      .filter(({ visibility }) => visibility === 'public')
      .flatMap(({ id, translations }) =>
        locales.flatMap((locale) => {
          const own = translations[locale];
          // English titles are the keys by which questions name articles.
          const key = plainLine(translations['en-us']?.title ?? String(id));
          if (!own) return [];
          return [article(key, locale, plainLine(own.title), articleText(own.body))];
        }),
      ),
  },
  {
    name: 'fibre',
    company: 'Brackwater Fibre',
    questions: fibreQuestions,
    articles: Object.entries({ 'en-gb': fibreEnglish, ...fibreTranslated }).flatMap(
      ([locale, own]) => own.map(({ key, title, text }) => article(key, locale, title, text)),
    ),
  },
];

function article(id: string, locale: string, title: string, text: string): Article {
  const url = `https://help.example/hc/${locale}/articles/${encodeURIComponent(id)}`;
  return { id, locale, title, url, text };
}
