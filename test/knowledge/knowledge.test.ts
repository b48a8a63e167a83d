import { expect, test, vi } from 'vitest';
import {
  type ArticleSource,
  createKnowledge,
  type KnowledgeOptions,
  type SourceArticle,
} from '../../src/knowledge/knowledge.ts';
import type { Article } from '../../src/knowledge/passages.ts';

const MINUTE = 60_000;

function page(title: string, html = `<p>${title}.</p>`): SourceArticle {
  return { id: title, locale: 'en-us', title, url: `https://help.example/${title}`, html };
}

function stored(title: string): Article {
  return { id: title, locale: 'en-us', title, url: `https://help.example/${title}`, text: title };
}

/** A clock whose time is moved by hand. */
function handClock() {
  let now = 0;
  const timers = new Set<{ at: number; fn: () => void }>();
  return {
    now: () => now,
    setTimeout(fn: () => void, ms: number) {
      const timer = { at: now + ms, fn };
      timers.add(timer);
      return () => void timers.delete(timer);
    },
    pass(ms: number) {
      now += ms;
      for (const timer of [...timers].filter(({ at }) => at <= now)) {
        timers.delete(timer);
        timer.fn();
      }
    },
    waiting: () => timers.size,
  };
}

function helpCenter(pages: SourceArticle[]) {
  const center = {
    pages,
    failure: null as Error | null,
    syncs: 0,
    async *articles() {
      center.syncs += 1;
      yield* center.pages;
      if (center.failure) throw center.failure;
    },
  };
  return center;
}

function setUp(source: ArticleSource, kept: Article[] = [], more: Partial<KnowledgeOptions> = {}) {
  const clock = handClock();
  const store = {
    kept,
    articles: async () => store.kept,
    replaceArticles: async (articles: readonly Article[]) => {
      store.kept = [...articles];
    },
  };
  const log = {
    info: vi.fn<KnowledgeOptions['log']['info']>(),
    warn: vi.fn<KnowledgeOptions['log']['warn']>(),
  };
  const knowledge = createKnowledge({ source, store, clock, log, ...more });
  const titles = async (question: string) =>
    (await knowledge.search(question, { locale: 'en' })).map(({ passage }) => passage.title);
  return { clock, store, log, knowledge, titles };
}

test('articles of the last run are known before the Help Center answers', async () => {
  const silent: ArticleSource = {
    // oxlint-disable-next-line require-yield -- it never gives anything
    async *articles(signal) {
      await new Promise((_, reject) => {
        signal.addEventListener('abort', () => reject(new Error('aborted')));
      });
    },
  };
  const { knowledge, titles } = setUp(silent, [stored('Returns')]);

  await knowledge.start();

  expect(await titles('returns')).toEqual(['Returns']);
  await knowledge.close();
});

test('what is written, changed and removed in the Help Center is so here after a sync', async () => {
  const center = helpCenter([page('Returns'), page('Delivery', '<p>By mule.</p>')]);
  const { knowledge, store, titles } = setUp(center);
  await knowledge.start();
  await knowledge.sync();
  expect(await titles('returns')).toEqual(['Returns']);

  center.pages = [page('Delivery', '<p>By train.</p>'), page('Care')];
  await knowledge.sync();

  expect(await titles('returns')).toEqual([]);
  expect(await titles('mule')).toEqual([]);
  expect(await titles('train')).toEqual(['Delivery']);
  expect(await titles('care')).toEqual(['Care']);
  expect(store.kept.map(({ title, text }) => `${title}: ${text}`)).toEqual([
    'Delivery: By train.',
    'Care: Care.',
  ]);
  await knowledge.close();
});

test('a sync that fails halfway changes nothing', async () => {
  const center = helpCenter([page('Returns'), page('Delivery')]);
  const { knowledge, log, store, titles } = setUp(center);
  await knowledge.start();
  await knowledge.sync();

  center.pages = [page('Care')];
  center.failure = new Error('503');
  await knowledge.sync();

  expect(await titles('returns')).toEqual(['Returns']);
  expect(await titles('care')).toEqual([]);
  expect(store.kept).toHaveLength(2);
  expect(knowledge.status()).toEqual({ articles: 2, syncedAt: 0, failure: '503' });
  expect(log.warn.mock.calls).toEqual([
    [{ error: '503', articles: 2 }, 'articles could not be synced'],
  ]);
  await knowledge.close();
});

test('articles are read again after the minutes that were set', async () => {
  const center = helpCenter([page('Returns')]);
  const { knowledge, clock } = setUp(center, [], { minutesBetweenSyncs: 30 });
  await knowledge.start();
  await knowledge.sync();

  clock.pass(29 * MINUTE);
  expect(center.syncs).toBe(1);
  clock.pass(MINUTE);

  expect(center.syncs).toBe(2);
  await knowledge.close();
});

test('after a failure they are read again sooner, and later if it goes on', async () => {
  const center = helpCenter([page('Returns')]);
  center.failure = new Error('503');
  const { knowledge, clock } = setUp(center);
  await knowledge.start();
  await knowledge.sync();

  clock.pass(MINUTE);
  await knowledge.sync();
  expect(center.syncs).toBe(2);
  clock.pass(MINUTE);
  expect(center.syncs).toBe(2);
  clock.pass(MINUTE);

  expect(center.syncs).toBe(3);
  await knowledge.close();
});

test('calls at the same time share one sync', async () => {
  const center = helpCenter([page('Returns')]);
  const { knowledge } = setUp(center);

  await Promise.all([knowledge.sync(), knowledge.sync(), knowledge.sync()]);

  expect(center.syncs).toBe(1);
  await knowledge.close();
});

test('the first question of a new server waits for its first articles', async () => {
  const { knowledge, titles } = setUp(helpCenter([page('Returns')]));
  await knowledge.start();

  expect(await titles('returns')).toEqual(['Returns']);
  await knowledge.close();
});

test('but not for ever', async () => {
  const silent: ArticleSource = {
    // oxlint-disable-next-line require-yield -- it never gives anything
    async *articles(signal) {
      await new Promise((_, reject) => {
        signal.addEventListener('abort', () => reject(new Error('aborted')));
      });
    },
  };
  const { knowledge, clock, titles } = setUp(silent);
  await knowledge.start();

  const found = titles('returns');
  clock.pass(5000);

  expect(await found).toEqual([]);
  await knowledge.close();
});

test('a store that fails is no reason not to know', async () => {
  const center = helpCenter([page('Returns')]);
  const { knowledge, store, titles } = setUp(center);
  store.articles = async () => Promise.reject(new Error('disk'));
  store.replaceArticles = async () => Promise.reject(new Error('disk'));

  await knowledge.start();
  await knowledge.sync();

  expect(await titles('returns')).toEqual(['Returns']);
  await knowledge.close();
});

test('after the end nothing is read and nothing waits', async () => {
  const center = helpCenter([page('Returns')]);
  const { knowledge, clock } = setUp(center);
  await knowledge.start();

  await knowledge.close();
  clock.pass(1000 * MINUTE);

  expect(center.syncs).toBe(1);
  expect(clock.waiting()).toBe(0);
});
