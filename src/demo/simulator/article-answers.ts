import { admin } from './account.ts';
import {
  articles,
  category,
  locales,
  sections,
  type Article,
  type Locale,
  type Section,
} from '../articles.ts';
import type { Zendesk } from './zendesk.ts';

/** Articles that exist in a locale: what everyone may read, or everything for the team. */
export function listArticles(locale: Locale, { everything }: { everything: boolean }): Article[] {
  return articles.filter(
    ({ translations, visibility }) =>
      translations[locale] !== undefined && (everything || visibility === 'public'),
  );
}

export function articleAnswer({ origin }: Zendesk, article: Article, locale: Locale) {
  const { title = '', body = '' } = articleText(origin, article, locale) ?? {};
  return {
    id: article.id,
    url: `${origin}/api/v2/help_center/${locale}/articles/${article.id}.json`,
    html_url: articleUrl(origin, article, locale),
    title,
    name: title,
    body,
    locale,
    source_locale: 'en-us',
    outdated: false,
    outdated_locales: [],
    author_id: admin.id,
    section_id: article.section,
    draft: article.visibility === 'draft',
    promoted: article.promoted ?? false,
    position: 0,
    comments_disabled: true,
    vote_sum: 0,
    vote_count: 0,
    label_names: article.labels,
    content_tag_ids: [],
    user_segment_id: article.visibility === 'restricted' ? STAFF_SEGMENT : null,
    user_segment_ids: article.visibility === 'restricted' ? [STAFF_SEGMENT] : [],
    permission_group_id: 7_285_114_901,
    created_at: article.editedAt,
    updated_at: article.editedAt,
    edited_at: article.editedAt,
  };
}

/** Title and body. Links within the Help Center follow it to where it is reached. */
export function articleText(origin: string, article: Article, locale: Locale) {
  const text = article.translations[locale];
  const base = new URL(origin).pathname.replace(/\/$/, '');
  return text && { title: text.title, body: text.body.replaceAll('"/hc/', `"${base}/hc/`) };
}

const STAFF_SEGMENT = 7_285_200_044; // "Agents and admins"

export function articleUrl(origin: string, article: Article, locale: Locale): string {
  const slug = (article.translations[locale]?.title ?? '')
    .normalize('NFKD')
    .replaceAll(/[^A-Za-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '');
  return `${origin}/hc/${locale}/articles/${article.id}-${slug}`;
}

export function sectionAnswer({ origin }: Zendesk, section: Section, locale: Locale) {
  return {
    id: section.id,
    url: `${origin}/api/v2/help_center/${locale}/sections/${section.id}.json`,
    html_url: `${origin}/hc/${locale}/sections/${section.id}`,
    name: section.names[locale],
    description: '',
    locale,
    source_locale: 'en-us',
    category_id: category.id,
    parent_section_id: null,
    position: sections.indexOf(section),
  };
}

export function categoryAnswer({ origin }: Zendesk, locale: Locale) {
  return {
    id: category.id,
    html_url: `${origin}/hc/${locale}/categories/${category.id}`,
    name: category.names[locale],
    description: '',
    locale,
    source_locale: locales[0],
    position: 0,
  };
}
