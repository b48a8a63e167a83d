import type { Kysely } from 'kysely';
import type { StoredArticle } from './store.ts';
import type { Tables } from './tables.ts';

export async function readArticles(db: Kysely<Tables>): Promise<StoredArticle[]> {
  const rows = await db
    .selectFrom('article')
    .select(['id', 'locale', 'body'])
    .orderBy('id')
    .orderBy('locale')
    .execute();
  return rows.map(({ id, locale, body }) => ({ id, locale, ...textsOf(body) }));
}

/** Makes the stored articles exactly these. What has not changed is not written again. */
export async function replaceArticles(
  db: Kysely<Tables>,
  articles: readonly StoredArticle[],
): Promise<void> {
  const gone = new Map<string, { id: string; locale: string }>();
  for (const known of await db.selectFrom('article').select(['id', 'locale']).execute()) {
    gone.set(nameOf(known), known);
  }
  for (const { id, locale, ...texts } of articles) {
    gone.delete(nameOf({ id, locale }));
    await db
      .insertInto('article')
      .values({ id, locale, body: JSON.stringify(texts) })
      .onConflict((conflict) =>
        conflict
          .columns(['id', 'locale'])
          .doUpdateSet(({ ref }) => ({ body: ref('excluded.body') }))
          .whereRef('article.body', '<>', 'excluded.body'),
      )
      .execute();
  }
  for (const { id, locale } of gone.values()) {
    await db.deleteFrom('article').where('id', '=', id).where('locale', '=', locale).execute();
  }
}

function nameOf({ id, locale }: { id: string; locale: string }): string {
  return `${locale} ${id}`;
}

function textsOf(body: string): Omit<StoredArticle, 'id' | 'locale'> {
  return JSON.parse(body);
}
