import { z } from 'zod';
import { endlessList } from './app-call.ts';
import type { Ask, Call } from './request.ts';
import { ZendeskError } from './zendesk-error.ts';

/** An article that every visitor may read. */
export type Article = {
  id: string;
  locale: string;
  title: string;
  /** Where people read it. */
  url: string;
  /** As its author wrote it; not to be trusted. */
  html: string;
};

type Locales = { locales: string[]; default: string };

export interface HelpCenter {
  /** The languages it is written in, such as `en-us`. */
  locales(signal?: AbortSignal): Promise<Locales>;
  /**
   * All public articles in these locales, in the default one if none is named. It asks as a stranger, so that nothing
   * private can come; only a Help Center that is closed to strangers is read with credentials, and then drafts and articles
   * for certain readers are left out.
   */
  articles(wanted: { locales: readonly string[] }, signal?: AbortSignal): AsyncIterable<Article>;
}

type Deps = {
  origin: string;
  ask: Ask;
  /** The same, signed in; without it a closed Help Center stays closed. */
  askSignedIn?: Ask;
};

/** What a closed Help Center, or one that is not switched on, answers to strangers. */
const CLOSED = new Set([401, 403, 404]);

const LARGEST_PAGE = 100;

/** Ids are numbers beyond 2^32, kept as text. */
const ArticleRecord = z
  .object({
    id: z.number().transform(String),
    locale: z.string(),
    title: z.string(),
    html_url: z.url({ protocol: /^https?$/ }),
    body: z.string().nullish(),
  })
  .transform((record): Article => ({
    id: record.id,
    locale: record.locale,
    title: record.title,
    url: record.html_url,
    html: record.body ?? '',
  }));

/** For everybody: no draft, and no user segment named, neither the old way nor the new one. */
const Public = z.object({
  draft: z.literal(false),
  user_segment_id: z.null(),
  user_segment_ids: z.array(z.unknown()).max(0).nullish(),
});

const ArticlesAnswer = z.object({
  articles: z.array(z.unknown()),
  meta: z.object({ has_more: z.boolean(), after_cursor: z.string().nullish() }).optional(),
});

const LocalesAnswer = z
  .object({ locales: z.array(z.string()), default_locale: z.string() })
  .transform((answer): Locales => ({ locales: answer.locales, default: answer.default_locale }));

export function helpCenter({ origin, ask, askSignedIn }: Deps): HelpCenter {
  const root = `${origin}/api/v2/help_center`;

  /** Asks as a stranger first. `asStranger` tells who got the answer. */
  async function askEitherWay<Answer>(
    question: Pick<Call<Answer>, 'operation' | 'url' | 'answer' | 'signal'>,
  ) {
    const call = { ...question, method: 'GET', repeat: true } as const;
    try {
      return { answer: await ask(call), asStranger: true };
    } catch (error) {
      if (!askSignedIn || !isClosed(error)) throw error;
      return { answer: await askSignedIn(call), asStranger: false };
    }
  }

  async function locales(signal?: AbortSignal): Promise<Locales> {
    const { answer } = await askEitherWay({
      operation: 'list the locales of the Help Center',
      url: `${root}/locales`,
      answer: LocalesAnswer,
      signal,
    });
    return answer;
  }

  /** A page too large to be read is asked for again in a smaller size. */
  async function page(
    locale: string | null,
    after: string | null,
    signal: AbortSignal | undefined,
    size = LARGEST_PAGE,
  ): Promise<{ answer: z.infer<typeof ArticlesAnswer>; asStranger: boolean }> {
    const inLocale = locale === null ? '' : `/${encodeURIComponent(locale)}`;
    const url = new URL(`${root}${inLocale}/articles`);
    url.searchParams.set('page[size]', String(size));
    if (after !== null) url.searchParams.set('page[after]', after);
    try {
      return await askEitherWay({
        operation: 'list the articles of the Help Center',
        url: url.href,
        answer: ArticlesAnswer,
        signal,
      });
    } catch (error) {
      if (size === 1 || !(error instanceof ZendeskError && error.code === 'too-large')) throw error;
      return page(locale, after, signal, size / 10);
    }
  }

  /** Goes on by cursor, never by the link in the answer: no answer can send us to another host. */
  async function* articlesIn(locale: string | null, signal?: AbortSignal): AsyncGenerator<Article> {
    let after: string | null = null;
    for (;;) {
      const { answer, asStranger } = await page(locale, after, signal);
      for (const record of answer.articles) {
        if (!asStranger && !Public.safeParse(record).success) continue;
        const article = ArticleRecord.safeParse(record);
        if (article.success) yield article.data;
      }
      if (!answer.meta?.has_more) return;
      const next: string | null = answer.meta.after_cursor ?? null;
      // Half a list would make the rest of the articles disappear.
      if (next === null || next === after) throw endlessList();
      after = next;
    }
  }

  return {
    locales,
    async *articles(wanted, signal) {
      if (wanted.locales.length === 0) {
        // A Help Center that keeps its locales to itself still answers without one.
        const known = await locales(signal).catch(() => null);
        yield* articlesIn(known?.default ?? null, signal);
      }
      for (const locale of wanted.locales) yield* articlesIn(locale, signal);
    },
  };
}

/** Not open to strangers: refused, sent to a sign-in page, or answered with one. */
function isClosed(error: unknown): boolean {
  if (!(error instanceof ZendeskError)) return false;
  return error.code === 'not-json' || error.code === 'redirect' || CLOSED.has(error.status ?? 0);
}
