import { Hono } from 'hono';
import { defaultLocale, locales, sections, type Locale } from '../articles.ts';
import { articleAnswer, categoryAnswer, listArticles, sectionAnswer } from './article-answers.ts';
import { searchArticles } from './article-search.ts';
import { cursorPage, offsetPage } from './support-paging.ts';
import { recordNotFound, SupportRefusal, teamOnly, type SupportEnv } from './support-sign-in.ts';
import type { Zendesk } from './zendesk.ts';

/** `/api/v2/help_center`. Nobody sees only what everyone may read; the team also drafts and the rest. */
export function helpCenter(zendesk: Zendesk) {
  const api = new Hono<SupportEnv>();
  const visible = (caller: SupportEnv['Variables']['supportCaller'], locale: Locale) =>
    listArticles(locale, { everything: caller.role !== 'anonymous' });

  api.use(async (context, next) => {
    if (zendesk.settings.helpCenter === 'off') throw recordNotFound();
    const isAnonymous = context.get('supportCaller').role === 'anonymous';
    if (zendesk.settings.helpCenter === 'sign-in' && isAnonymous) {
      throw new SupportRefusal(401, { error: "Couldn't authenticate you" });
    }
    await next();
  });

  api.get('/locales', (context) =>
    context.json({ locales, default_locale: defaultLocale, count: locales.length }),
  );

  api.get('/articles/search', (context) => {
    const { searchParams } = new URL(context.req.url);
    const query = searchParams.get('query') ?? '';
    const labels = searchParams.get('label_names')?.split(',');
    if (query === '' && !labels && !searchParams.has('section') && !searchParams.has('category')) {
      const description = 'One of query, category, section, label_names is required';
      throw new SupportRefusal(400, { error: 'invalid', description });
    }
    const wanted = searchParams.get('locale');
    const searched =
      wanted === '*' ? locales : [locales.find((known) => known === wanted) ?? defaultLocale];
    const found = searched.flatMap((locale) =>
      searchArticles(visible(context.get('supportCaller'), locale), locale, query)
        .filter(({ article }) => !labels || article.labels.some((label) => labels.includes(label)))
        .filter(
          ({ article }) =>
            !searchParams.has('section') || String(article.section) === searchParams.get('section'),
        )
        .map(({ article, snippet }) => ({
          ...articleAnswer(zendesk, article, locale),
          snippet,
          result_type: 'article',
        })),
    );
    const { items, paging } = offsetPage(found, context.req.url, zendesk.origin, 25);
    return context.json({ results: items, ...paging });
  });

  /** Changed since a time. Removals do not show up here. */
  api.get('/incremental/articles', teamOnly, (context) => {
    const since = Number(context.req.query('start_time') ?? 0);
    const changed = visible(context.get('supportCaller'), defaultLocale).filter(
      ({ editedAt }) => Date.parse(editedAt) / 1000 > since,
    );
    const times = changed.map(({ editedAt }) => Math.floor(Date.parse(editedAt) / 1000));
    return context.json({
      articles: changed.map((article) => articleAnswer(zendesk, article, defaultLocale)),
      count: changed.length,
      end_time: Math.max(since, ...times),
      next_page: null,
    });
  });

  // The same lists exist with the locale in the path and, for the default locale, without it.
  for (const prefix of ['', '/:locale{[a-z]{2}(-[a-z]{2,3})?}']) {
    api.get(`${prefix}/articles`, (context) => {
      const locale = localeOf(context.req.param('locale'));
      const { searchParams } = new URL(context.req.url);
      const labels = searchParams.get('label_names')?.split(',') ?? [];
      const listed = sorted(
        visible(context.get('supportCaller'), locale),
        locale,
        searchParams,
      ).filter((article) => labels.every((label) => article.labels.includes(label)));
      const answers = listed.map((article) => articleAnswer(zendesk, article, locale));
      return context.json(paged('articles', answers, context.req.url));
    });

    api.get(`${prefix}/articles/:id`, (context) => {
      const locale = localeOf(context.req.param('locale'));
      const article = visible(context.get('supportCaller'), locale).find(
        ({ id }) => id === Number.parseInt(context.req.param('id') ?? '', 10),
      );
      if (!article) throw recordNotFound();
      return context.json({ article: articleAnswer(zendesk, article, locale) });
    });

    api.get(`${prefix}/sections/:id/articles`, (context) => {
      const locale = localeOf(context.req.param('locale'));
      const answers = visible(context.get('supportCaller'), locale)
        .filter(({ section }) => section === Number(context.req.param('id')))
        .map((article) => articleAnswer(zendesk, article, locale));
      return context.json(paged('articles', answers, context.req.url));
    });

    api.get(`${prefix}/sections`, (context) => {
      const locale = localeOf(context.req.param('locale'));
      const answers = sections.map((section) => sectionAnswer(zendesk, section, locale));
      return context.json(paged('sections', answers, context.req.url));
    });

    api.get(`${prefix}/categories`, (context) => {
      const locale = localeOf(context.req.param('locale'));
      return context.json(paged('categories', [categoryAnswer(zendesk, locale)], context.req.url));
    });
  }

  /** Cursor paging if the caller asks for it, else numbered pages. */
  function paged(name: string, list: unknown[], url: string) {
    const wantsCursor = [...new URL(url).searchParams.keys()].some((key) =>
      key.startsWith('page['),
    );
    const { items, paging } = wantsCursor
      ? cursorPage(list, url, zendesk.origin)
      : offsetPage(list, url, zendesk.origin, 30);
    return { [name]: items, ...paging };
  }

  return api;
}

function localeOf(given: string | undefined): Locale {
  if (given === undefined) return defaultLocale;
  const locale = locales.find((known) => known === given);
  if (!locale) throw recordNotFound();
  return locale;
}

function sorted(
  articles: ReturnType<typeof listArticles>,
  locale: Locale,
  query: URLSearchParams,
): ReturnType<typeof listArticles> {
  const by = query.get('sort_by') ?? 'position';
  const ascending = articles.toSorted((a, b) => {
    if (by === 'title') {
      return (a.translations[locale]?.title ?? '').localeCompare(
        b.translations[locale]?.title ?? '',
      );
    }
    if (by === 'updated_at' || by === 'edited_at') return a.editedAt.localeCompare(b.editedAt);
    return a.id - b.id;
  });
  return query.get('sort_order') === 'desc' ? ascending.toReversed() : ascending;
}
