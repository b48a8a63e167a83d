import { Hono } from 'hono';
import { html, raw } from 'hono/html';
import { locales, sections } from '../articles.ts';
import { shopName } from './account.ts';
import { articleText, articleUrl, listArticles } from './article-answers.ts';
import type { Zendesk } from './zendesk.ts';

/** Scripts and frames in an article do nothing here: it is a page to look at. */
const POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; img-src 'self' data:; sandbox allow-top-navigation-by-user-activation allow-popups";

/** `/hc/{locale}/articles/{id}-{title}`: where the links in answers lead. */
export function helpCenterPages(zendesk: Zendesk) {
  const pages = new Hono();

  pages.get('/:locale/articles/:id', (context) => {
    const locale = locales.find((known) => known === context.req.param('locale'));
    const id = Number.parseInt(context.req.param('id'), 10);
    const article =
      locale && listArticles(locale, { everything: false }).find((entry) => entry.id === id);
    const text = locale && article && articleText(zendesk.origin, article, locale);
    if (!text) return context.text('Not found', 404);
    const section = sections.find((entry) => entry.id === article.section)?.names[locale] ?? '';
    return context.html(page(locale, section, text.title, raw(text.body)), 200, {
      'content-security-policy': POLICY,
    });
  });

  pages.get('/:locale', (context) => {
    const locale = locales.find((known) => known === context.req.param('locale'));
    if (!locale) return context.text('Not found', 404);
    const links = listArticles(locale, { everything: false }).map(
      (article) =>
        html`<li>
          <a href="${articleUrl(zendesk.origin, article, locale)}"
            >${article.translations[locale]?.title}</a
          >
        </li>`,
    );
    return context.html(
      page(
        locale,
        shopName,
        'Help Center',
        html`<ul>
          ${links}
        </ul>`,
      ),
      200,
      {
        'content-security-policy': POLICY,
      },
    );
  });

  /** Pictures in articles. */
  pages.get('/article_attachments/:name', (context) =>
    context.body(picture, 200, { 'content-type': 'image/svg+xml' }),
  );

  return pages;
}

function page(locale: string, above: string, title: string, body: unknown) {
  return html`<!doctype html>
    <html lang="${locale}">
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <title>${title} · ${shopName}</title>
      <style>
        body {
          font:
            17px/1.6 Georgia,
            serif;
          max-width: 42rem;
          margin: 3rem auto;
          padding: 0 1.25rem;
          color: #2b2a27;
          background: #faf8f4;
        }
        nav {
          font:
            14px/1.4 system-ui,
            sans-serif;
          color: #6b6760;
        }
        img {
          max-width: 100%;
        }
        table {
          border-collapse: collapse;
        }
        td,
        th {
          border: 1px solid #d8d2c4;
          padding: 0.35rem 0.7rem;
          text-align: start;
        }
      </style>
      <nav>${shopName} Help Center · ${above}</nav>
      <h1>${title}</h1>
      ${body}
    </html>`;
}

const picture =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 320 180"><rect width="320" height="180" fill="#e8e2d5"/><ellipse cx="160" cy="100" rx="70" ry="50" fill="#7E9A87"/></svg>';
