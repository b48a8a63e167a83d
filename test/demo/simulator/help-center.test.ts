import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { articles } from '../../../src/demo/articles.ts';
import { createSimulator } from '../../../src/demo/simulator/simulator.ts';
import { startWire, type Wire } from './wire.ts';

const Listed = z.object({
  articles: z.array(
    z.object({
      id: z.number(),
      title: z.string(),
      body: z.string(),
      html_url: z.url(),
      locale: z.string(),
      draft: z.boolean(),
      user_segment_id: z.number().nullable(),
      edited_at: z.string(),
    }),
  ),
  meta: z.object({ has_more: z.boolean(), after_cursor: z.string() }).optional(),
  links: z.object({ next: z.string().nullable() }).optional(),
});

const visit = (wire: Wire, path: string) => wire.send('GET', `/api/v2/help_center${path}`);

async function everyArticle(read: (path: string) => Promise<{ body: unknown }>, locale = 'en-us') {
  const found = [];
  let after: string | undefined = '';
  while (after !== undefined) {
    const { body } = await read(
      `/${locale}/articles?page[size]=7${after && `&page[after]=${after}`}`,
    );
    const page = Listed.parse(body);
    found.push(...page.articles);
    after = page.meta?.has_more ? page.meta.after_cursor : undefined;
  }
  return found;
}

describe('visitors', () => {
  test('see every public article, page by page, and nothing else', async () => {
    const wire = await startWire();

    const found = await everyArticle((path) => visit(wire, path));

    const open = articles.filter(({ visibility }) => visibility === 'public');
    expect(found.map(({ id }) => id)).toEqual(open.map(({ id }) => id));
    expect(found.length).toBeGreaterThanOrEqual(16);
    expect(found.every(({ draft, user_segment_id }) => !draft && user_segment_id === null)).toBe(
      true,
    );
    expect(JSON.stringify(found)).not.toMatch(/SNOWQUARRY|Kilncredit|GREENHERON|Tallowmere/);
  });

  test('find a hidden article neither by id nor by searching nor as a page', async () => {
    const wire = await startWire();

    for (const { id } of articles.filter(({ visibility }) => visibility !== 'public')) {
      expect((await visit(wire, `/en-us/articles/${id}`)).status).toBe(404);
      expect((await wire.send('GET', `/hc/en-us/articles/${id}`)).status).toBe(404);
    }
    const { body } = await visit(wire, '/articles/search?query=SNOWQUARRY%20GREENHERON');
    expect(body).toMatchObject({ results: [], count: 0 });
  });

  test('read in German and French what is translated', async () => {
    const wire = await startWire();

    const german = await everyArticle((path) => visit(wire, path), 'de');
    const french = await everyArticle((path) => visit(wire, path), 'fr');

    expect(german.map(({ title }) => title)).toContain('Bei der Ankunft beschädigt');
    expect(french.map(({ title }) => title)).toContain('Échanges et remboursements');
    expect(german.every(({ locale }) => locale === 'de')).toBe(true);
    expect((await visit(wire, '/it/articles')).status).toBe(404);
    expect((await visit(wire, '/locales')).body).toMatchObject({
      locales: ['en-us', 'de', 'fr'],
      default_locale: 'en-us',
    });
  });

  test('can follow the link of an article to a page where nothing runs', async () => {
    const wire = await startWire();
    const found = await everyArticle((path) => visit(wire, path));

    for (const { html_url } of found) {
      const page = await wire.send('GET', new URL(html_url).pathname);
      expect(page.status).toBe(200);
      expect(page.headers.get('content-security-policy')).toMatch(/default-src 'none'.*sandbox/);
    }
  });

  test('reach every article that another one points to', async () => {
    const wire = await startWire();
    const bodies = articles.flatMap(({ translations }) =>
      Object.values(translations).map((text) => text?.body ?? ''),
    );
    const paths = bodies.flatMap((body) => [...body.matchAll(/"(\/hc\/[^"]*articles\/[^"]+)"/g)]);

    expect(paths.length).toBeGreaterThanOrEqual(3);
    for (const [, path] of paths) {
      expect((await wire.send('GET', path ?? '')).status).toBe(200);
    }
  });

  test('get links that fit where the Help Center is reached', async () => {
    const simulator = createSimulator({ origin: 'http://localhost:3000/zendesk-simulator' });

    const answer = await simulator.fetch(
      new Request('http://localhost:3000/api/v2/help_center/en-us/articles?page[size]=100'),
    );

    const { articles: found } = Listed.parse(await answer.json());
    const links = found.flatMap(({ body }) => body.match(/"[^"]*\/hc\/[^"]*"/g) ?? []);
    expect(links.length).toBeGreaterThan(3);
    expect(links.every((link) => link.startsWith('"/zendesk-simulator/hc/'))).toBe(true);
    expect(found.every(({ html_url }) => html_url.includes('/zendesk-simulator/hc/'))).toBe(true);
  });

  test('search in words, with the hits marked', async () => {
    const wire = await startWire();

    const { body } = await visit(wire, '/articles/search?query=dishwasher&locale=en-us');

    expect(body).toMatchObject({
      results: [{ title: 'How to care for stoneware', snippet: expect.stringMatching(/<em>/) }],
    });
    expect((await visit(wire, '/articles/search')).status).toBe(400);
  });

  test('see sections and the articles in them', async () => {
    const wire = await startWire();
    const { body } = await visit(wire, '/en-us/sections');
    const { sections } = z
      .object({ sections: z.array(z.object({ id: z.number(), name: z.string() })) })
      .parse(body);

    const inFirst = await visit(wire, `/en-us/sections/${sections[0]?.id}/articles`);

    expect(sections[0]?.name).toBe('Orders and delivery');
    expect(Listed.parse(inFirst.body).articles.map(({ title }) => title)).toContain(
      'Where is my order?',
    );
  });
});

describe('the team', () => {
  test('sees drafts and restricted articles too, marked as such', async () => {
    const wire = await startWire();

    const found = await everyArticle((path) => wire.support('GET', `/help_center${path}`));

    expect(found.filter(({ draft }) => draft).length).toBeGreaterThanOrEqual(2);
    expect(
      found.filter(({ user_segment_id }) => user_segment_id !== null).length,
    ).toBeGreaterThanOrEqual(2);
    expect(found).toHaveLength(articles.length);
  });

  test('can ask what changed since a time', async () => {
    const wire = await startWire();
    const since = Date.parse('2026-11-01T00:00:00Z') / 1000;

    const { body } = await wire.support(
      'GET',
      `/help_center/incremental/articles?start_time=${since}`,
    );

    const { articles: changed } = Listed.parse(body);
    expect(changed.length).toBeGreaterThan(0);
    expect(changed.every(({ edited_at }) => Date.parse(edited_at) / 1000 > since)).toBe(true);
    expect((await visit(wire, '/incremental/articles?start_time=0')).status).toBe(401);
  });
});

describe('a Help Center', () => {
  test('that asks for signing in turns visitors away', async () => {
    const wire = await startWire();
    wire.simulator.workspace.configure({ helpCenter: 'sign-in' });

    expect((await visit(wire, '/en-us/articles')).status).toBe(401);
    expect((await wire.support('GET', '/help_center/en-us/articles')).status).toBe(200);
  });

  test('that is not there answers 404', async () => {
    const wire = await startWire();
    wire.simulator.workspace.configure({ helpCenter: 'off' });
    expect((await wire.support('GET', '/help_center/en-us/articles')).status).toBe(404);
  });
});
