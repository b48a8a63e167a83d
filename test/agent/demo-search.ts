import { articles, locales } from '../../src/demo/articles.ts';
import { articleText, plainLine } from '../../src/knowledge/article-text.ts';
import { createSearch, type Search } from '../../src/knowledge/search.ts';

/** The public articles of the demo’s Help Center, searchable. */
export function demoSearch(): Promise<Search> {
  const open = articles.filter(({ visibility }) => visibility === 'public');
  return createSearch(
    open.flatMap(({ id, translations }) =>
      locales.flatMap((locale) => {
        const own = translations[locale];
        if (!own) return [];
        const url = `https://help.example/hc/${locale}/articles/${id}`;
        return [
          { id: String(id), locale, title: plainLine(own.title), url, text: articleText(own.body) },
        ];
      }),
    ),
    'en-us',
  );
}
