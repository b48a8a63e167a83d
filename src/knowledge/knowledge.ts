import { setImmediate } from 'node:timers/promises';
import { articleText, plainLine } from './article-text.ts';
import type { Article } from './passages.ts';
import { createSearch, type Found, type Search, type SearchOptions } from './search.ts';

/** An article as the Help Center gives it. */
export type SourceArticle = {
  id: string;
  locale: string;
  title: string;
  url: string;
  html: string;
};

/** Where articles come from. Gives public ones only; throws when it cannot give them all. */
export interface ArticleSource {
  articles(signal: AbortSignal): AsyncIterable<SourceArticle>;
}

/** Keeps the articles, so that a start without the Help Center still knows them. */
export interface ArticleStore {
  articles(): Promise<readonly Article[]>;
  replaceArticles(articles: readonly Article[]): Promise<void>;
}

interface Clock {
  now(): number;
  /** Calls `fn` once after `ms`; the result undoes it. */
  setTimeout(fn: () => void, ms: number): () => void;
}

interface Log {
  info(facts: Record<string, unknown>, message: string): void;
  warn(facts: Record<string, unknown>, message: string): void;
}

export type KnowledgeStatus = {
  articles: number;
  /** When the articles were last read in full, ms since 1970; null before the first time. */
  syncedAt: number | null;
  /** What the last sync failed with; null when it went well. */
  failure: string | null;
};

export interface Knowledge {
  /** Resolves when the stored articles can be searched; the first sync goes on by itself. */
  start(): Promise<void>;
  /** Reads all articles anew; calls made while it runs share it. Never throws: a failure is logged, the old articles stay. */
  sync(): Promise<void>;
  /** Never throws. A server that has no articles yet waits a moment for its first ones. */
  search(question: string, options: SearchOptions): Promise<Found[]>;
  status(): KnowledgeStatus;
  close(): Promise<void>;
}

export type KnowledgeOptions = {
  source: ArticleSource;
  store: ArticleStore;
  clock: Clock;
  log: Log;
  /** Default: 60. */
  minutesBetweenSyncs?: number;
  /** The locale to answer from when there is nothing in the visitor's; without it the one with the most articles. */
  defaultLocale?: string;
};

const MINUTE_MS = 60_000;

/** A sync that is not done after this long has failed. */
const SYNC_LIMIT_MS = 10 * MINUTE_MS;

/** How long a question waits for the very first articles. */
const FIRST_ARTICLES_MS = 3_000;

/** What the AI agent knows: the articles of the Help Center, kept, kept fresh and searchable. */
export function createKnowledge(options: KnowledgeOptions): Knowledge {
  const { source, store, clock, log, minutesBetweenSyncs = 60, defaultLocale } = options;
  const closing = new AbortController();
  let articles: readonly Article[] = [];
  let index: Search | null = null;
  let syncedAt: number | null = null;
  let failure: string | null = null;
  let failures = 0;
  let running: Promise<void> | null = null;
  let cancelNext = () => {};
  let haveFirst = () => {};
  const first = new Promise<void>((resolve) => {
    haveFirst = resolve;
  });

  async function use(fresh: readonly Article[]): Promise<void> {
    const made = await createSearch(fresh, defaultLocale);
    articles = fresh;
    index = made;
  }

  async function read(signal: AbortSignal): Promise<Article[]> {
    const fresh = new Map<string, Article>();
    for await (const { id, locale, title, url, html } of source.articles(signal)) {
      signal.throwIfAborted();
      fresh.set(`${locale} ${id}`, {
        id,
        locale,
        title: plainLine(title),
        url,
        text: articleText(html),
      });
      await setImmediate();
    }
    signal.throwIfAborted();
    return [...fresh.values()];
  }

  async function syncOnce(): Promise<void> {
    const limit = new AbortController();
    const giveUp = () => limit.abort(new Error('the articles took too long'));
    const cancelLimit = clock.setTimeout(giveUp, SYNC_LIMIT_MS);
    try {
      const fresh = await read(AbortSignal.any([closing.signal, limit.signal]));
      await use(fresh);
      await store.replaceArticles(fresh);
      syncedAt = clock.now();
      failure = null;
      failures = 0;
      log.info({ articles: fresh.length }, 'articles synced');
    } catch (error) {
      if (closing.signal.aborted) return;
      failures += 1;
      const words = wordsOf(error);
      if (words === failure) return;
      failure = words;
      log.warn({ error: failure, articles: articles.length }, 'articles could not be synced');
    } finally {
      cancelLimit();
    }
  }

  /** After a failure sooner than usual: a minute, then two, four, … */
  function syncLater(): void {
    if (closing.signal.aborted) return;
    const minutes = failures > 0 ? 2 ** (failures - 1) : minutesBetweenSyncs;
    cancelNext();
    cancelNext = clock.setTimeout(
      () => void sync(),
      Math.min(minutes, minutesBetweenSyncs) * MINUTE_MS,
    );
  }

  function sync(): Promise<void> {
    running ??= syncOnce().finally(() => {
      running = null;
      haveFirst();
      syncLater();
    });
    return running;
  }

  async function firstArticles(): Promise<void> {
    let cancel = () => {};
    const patience = new Promise<void>((resolve) => {
      cancel = clock.setTimeout(resolve, FIRST_ARTICLES_MS);
    });
    await Promise.race([first, patience]);
    cancel();
  }

  return {
    async start() {
      try {
        const stored = await store.articles();
        if (stored.length > 0) await use(stored);
      } catch (error) {
        log.warn({ error: wordsOf(error) }, 'stored articles could not be read');
      }
      if (index) haveFirst();
      void sync();
    },
    sync,
    async search(question, searchOptions) {
      if (!index) await firstArticles();
      try {
        return (await index?.search(question, searchOptions)) ?? [];
      } catch (error) {
        // Its words may quote the question.
        log.warn({ error: nameOf(error) }, 'the articles could not be searched');
        return [];
      }
    },
    status: () => ({ articles: articles.length, syncedAt, failure }),
    async close() {
      closing.abort();
      cancelNext();
      await running;
    },
  };
}

/** For what has to do with nothing but public articles. */
function wordsOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

function nameOf(error: unknown): string {
  return error instanceof Error ? error.name : typeof error;
}
