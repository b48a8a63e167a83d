import { describe, expect, test } from 'vitest';
import { helpCenter } from '../../src/zendesk/help-center.ts';
import type { Article } from '../../src/zendesk/help-center.ts';
import { createAsk } from '../../src/zendesk/request.ts';
import { ORIGIN, simulatedZendesk } from './simulated-zendesk.ts';
import { virtualClock } from './virtual-clock.ts';

async function all(articles: AsyncIterable<Article>): Promise<Article[]> {
  const found: Article[] = [];
  for await (const article of articles) found.push(article);
  return found;
}

function record(id: number, fields: Record<string, unknown> = {}) {
  return {
    id,
    title: `Article ${id}`,
    body: '<p>Text</p>',
    html_url: `${ORIGIN}/hc/en-us/articles/${id}`,
    locale: 'en-us',
    draft: false,
    user_segment_id: null,
    ...fields,
  };
}

/** A Help Center that answers by hand; `signedIn` says as whom it was asked. */
function staged(answer: (url: URL, isSignedIn: boolean) => Response) {
  const clock = virtualClock();
  const asked: string[] = [];
  const as = (isSignedIn: boolean) =>
    createAsk({
      clock,
      random: () => 0,
      async fetch(url) {
        asked.push(`${isSignedIn ? 'owner' : 'stranger'} ${url.slice(ORIGIN.length)}`);
        return answer(new URL(url), isSignedIn);
      },
    });
  const center = helpCenter({ origin: ORIGIN, ask: as(false), askSignedIn: as(true) });
  return { clock, asked, center, run: clock.run };
}

describe('a public Help Center', () => {
  test('is read without credentials, so that nothing private can come', async () => {
    const { helpCenter: center, run, simulator } = simulatedZendesk();

    const articles = await run(all(center.articles({ locales: ['en-us'] })));

    expect(articles.length).toBeGreaterThanOrEqual(16);
    expect(new Set(simulator.history.requests.map(({ authorization }) => authorization))).toEqual(
      new Set(['none']),
    );
    expect(articles[0]).toEqual({
      id: expect.stringMatching(/^\d+$/),
      locale: 'en-us',
      title: expect.any(String),
      url: expect.stringContaining(ORIGIN),
      html: expect.stringContaining('<'),
    });
  });

  test('is read in its default locale if none is named', async () => {
    const { helpCenter: center, run } = simulatedZendesk();

    const articles = await run(all(center.articles({ locales: [] })));
    const named = await run(all(center.articles({ locales: ['en-us'] })));

    expect(articles).toEqual(named);
  });

  test('is read in every locale that is named', async () => {
    const { helpCenter: center, run } = simulatedZendesk();
    const { locales, default: first } = await run(center.locales());

    const articles = await run(all(center.articles({ locales })));

    expect(locales.length).toBeGreaterThan(1);
    expect(new Set(articles.map(({ locale }) => locale))).toEqual(new Set(locales));
    expect(first).toBe('en-us');
  });

  test('says that a locale does not exist', async () => {
    const { helpCenter: center, run } = simulatedZendesk();

    await expect(run(all(center.articles({ locales: ['xx'] })))).rejects.toMatchObject({
      status: 404,
      outcome: 'refused',
    });
  });

  test('need not say who may read an article that every stranger can', async () => {
    const { center, run } = staged(() =>
      Response.json({ articles: [record(1, { draft: undefined, user_segment_id: undefined })] }),
    );

    expect(await run(all(center.articles({ locales: ['en-us'] })))).toHaveLength(1);
  });
});

describe('a closed Help Center', () => {
  test('is read with credentials, and gives exactly what a public one would', async () => {
    const { helpCenter: center, run, simulator } = simulatedZendesk();
    const open = await run(all(center.articles({ locales: ['en-us'] })));
    simulator.workspace.configure({ helpCenter: 'sign-in' });

    const closed = await run(all(center.articles({ locales: ['en-us'] })));

    expect(closed).toEqual(open);
    expect(simulator.history.requests.at(-1)?.authorization).toBe('bearer');
  });

  test('stays closed without credentials', async () => {
    const { helpCenter: center, run, simulator } = simulatedZendesk();
    simulator.workspace.configure({ helpCenter: 'off' });

    await expect(run(all(center.articles({ locales: [] })))).rejects.toMatchObject({ status: 404 });
  });

  test.each<[string, () => Response]>([
    ['401', () => new Response(null, { status: 401 })],
    ['403', () => new Response(null, { status: 403 })],
    ['404', () => new Response(null, { status: 404 })],
    [
      'a redirect to the sign-in',
      () => new Response(null, { status: 302, headers: { location: '/hc/signin' } }),
    ],
    [
      'the sign-in page itself',
      () => new Response('<form>', { headers: { 'content-type': 'text/html' } }),
    ],
  ])('is known by %s', async (_, refuse) => {
    const { center, run } = staged((url, isSignedIn) =>
      isSignedIn ? Response.json({ articles: [record(1)] }) : refuse(),
    );

    expect(await run(all(center.articles({ locales: ['en-us'] })))).toHaveLength(1);
  });

  test('keeps drafts and articles for certain readers to itself', async () => {
    const { center, run } = staged((url, isSignedIn) =>
      isSignedIn
        ? Response.json({
            articles: [
              record(1),
              record(2, { draft: true }),
              record(3, { user_segment_id: 99 }),
              record(4, { user_segment_ids: [99] }),
              record(5, { user_segment_ids: [] }),
              record(6, { draft: undefined }),
              record(7, { user_segment_id: undefined }),
              record(8, { permission_group_id: 99 }),
            ],
          })
        : new Response(null, { status: 403 }),
    );

    const articles = await run(all(center.articles({ locales: ['en-us'] })));

    expect(articles.map(({ id }) => id)).toEqual(['1', '5', '8']);
  });

  test('is not suspected behind a Help Center that is merely down', async () => {
    const { center, run, asked } = staged(() => new Response(null, { status: 500 }));

    await expect(run(all(center.articles({ locales: ['en-us'] })))).rejects.toMatchObject({
      status: 500,
    });
    expect(asked.every((request) => request.startsWith('stranger'))).toBe(true);
  });
});

describe('a long list of articles', () => {
  test('is read to its end by cursor, whatever host its links name', async () => {
    const { center, run, asked } = staged((url) => {
      const after = url.searchParams.get('page[after]');
      return Response.json({
        articles: [record(after === null ? 1 : 2)],
        meta: { has_more: after === null, after_cursor: 'abc=' },
        links: { next: 'https://evil.example.com/steal' },
      });
    });

    const articles = await run(all(center.articles({ locales: ['en-us'] })));

    expect(articles.map(({ id }) => id)).toEqual(['1', '2']);
    expect(asked).toEqual([
      'stranger /api/v2/help_center/en-us/articles?page%5Bsize%5D=100',
      'stranger /api/v2/help_center/en-us/articles?page%5Bsize%5D=100&page%5Bafter%5D=abc%3D',
    ]);
  });

  test.each(['same', null])('is no list when its cursor leads nowhere: %s', async (cursor) => {
    const { center, run } = staged(() =>
      Response.json({ articles: [record(1)], meta: { has_more: true, after_cursor: cursor } }),
    );

    await expect(run(all(center.articles({ locales: ['en-us'] })))).rejects.toMatchObject({
      code: 'no-cursor',
    });
  });

  test('is read in smaller pages when a page is too large', async () => {
    const huge = 'x'.repeat(600_000);
    const { center, run, asked } = staged((url) => {
      const size = Number(url.searchParams.get('page[size]'));
      const articles = Array.from({ length: Math.min(size, 12) }, (_, id) =>
        record(id, { body: huge }),
      );
      return Response.json({ articles: articles.slice(0, size === 10 ? 2 : 12) });
    });

    expect(await run(all(center.articles({ locales: ['en-us'] })))).toHaveLength(2);
    expect(asked).toHaveLength(2);
  });

  test('goes on after an article that cannot be read', async () => {
    const { center, run } = staged(() =>
      Response.json({
        articles: [
          record(1, { html_url: 'javascript:alert(1)' }),
          record(2, { title: null }),
          null,
          record(3, { body: null }),
        ],
      }),
    );

    expect(await run(all(center.articles({ locales: ['en-us'] })))).toEqual([
      {
        id: '3',
        locale: 'en-us',
        title: 'Article 3',
        url: `${ORIGIN}/hc/en-us/articles/3`,
        html: '',
      },
    ]);
  });

  test('still comes when the locales are kept secret', async () => {
    const { center, run, asked } = staged((url) =>
      url.pathname.endsWith('/locales')
        ? new Response(null, { status: 404 })
        : Response.json({ articles: [record(1)] }),
    );

    expect(await run(all(center.articles({ locales: [] })))).toHaveLength(1);
    expect(asked.at(-1)).toBe('stranger /api/v2/help_center/articles?page%5Bsize%5D=100');
  });
});
