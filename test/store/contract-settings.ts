import { expect, test } from 'vitest';
import { StoreUnavailable, type StoredArticle } from '../../src/store/store.ts';
import type { OpenStore } from './contract.ts';
import { upTo } from './sample.ts';

export function settingSentences(open: OpenStore): void {
  test('a setting that nobody saved is null', async () => {
    const { store } = await open();
    expect(await store.setting('connection')).toBeNull();
  });

  test('the last saved value of a setting counts', async () => {
    const { store, reopen } = await open();
    await store.saveSetting('connection', 'first');
    await store.saveSetting('connection', 'second');
    await store.saveSetting('other', 'third');

    expect(await (await reopen()).setting('connection')).toBe('second');
  });

  test('what is made once stays as it was made', async () => {
    const { store } = await open();
    const given = [
      await store.settingOnce('install-id', 'first'),
      await store.settingOnce('install-id', 'second'),
    ];

    expect(given).toEqual(['first', 'first']);
    expect(await store.setting('install-id')).toBe('first');
  });

  test('processes that start at the same time agree on what is made once', async () => {
    const { store, reopen } = await open();
    const other = await reopen();

    const given = await Promise.all(
      upTo(20).map((n) => (n % 2 ? store : other).settingOnce('install-id', `made by ${n}`)),
    );

    expect(new Set(given)).toEqual(new Set([await store.setting('install-id')]));
  });

  test('there are no articles before the first synchronisation', async () => {
    const { store } = await open();
    expect(await store.articles()).toEqual([]);
  });

  test('articles are exactly those of the last synchronisation', async () => {
    const { store } = await open();
    await store.replaceArticles([article('1', 'en'), article('2', 'en'), article('3', 'en')]);

    const now = [article('2', 'en', 'Changed'), article('3', 'en'), article('4', 'en')];
    await store.replaceArticles(now);

    expect(byName(await store.articles())).toEqual(byName(now));
  });

  test('an article has its own text in every language', async () => {
    const { store } = await open();
    const both = [article('1', 'en', 'Returns'), article('1', 'de', 'Rückgabe')];

    await store.replaceArticles(both);

    expect(byName(await store.articles())).toEqual(byName(both));
  });

  test('an article comes back as it was, whatever stands in it', async () => {
    const { store } = await open();
    const odd = { ...article('1', 'en', 'NUL \0, half \ud83d, "quoted"'), text: '' };

    await store.replaceArticles([odd]);

    expect(await store.articles()).toEqual([odd]);
  });

  test('a store that works answers', async () => {
    const { store } = await open();
    await expect(store.ping()).resolves.toBeUndefined();
    await expect(store.ping()).resolves.toBeUndefined();
  });

  test('a store that is closed does not', async () => {
    const { store } = await open();
    await store.close();

    await expect(store.ping()).rejects.toBeInstanceOf(StoreUnavailable);
  });
}

function article(id: string, locale: string, title = `Article ${id}`): StoredArticle {
  const url = `https://example.zendesk.com/hc/${locale}/articles/${id}`;
  return { id, locale, title, url, text: `The text of ${title}.` };
}

/** Articles come in no particular order. */
function byName(articles: readonly StoredArticle[]): StoredArticle[] {
  return articles.toSorted((one, two) => (one.url < two.url ? -1 : 1));
}
