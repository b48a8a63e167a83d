import { german, french } from './article-translations.ts';
import { ordersAndDelivery } from './articles-delivery.ts';
import { productsAndCare } from './articles-products.ts';
import { returnsAndRepairs } from './articles-returns.ts';
import { staffOnly } from './articles-staff.ts';

/** The Help Center of Alder & Finch, a small fictitious shop for stoneware made by hand. */

export const locales = ['en-us', 'de', 'fr'] as const;
export type Locale = (typeof locales)[number];
export const defaultLocale: Locale = 'en-us';

export type ArticleText = { title: string; body: string };

export type Article = {
  id: number;
  section: number;
  labels: string[];
  promoted?: boolean;
  /** Drafts and restricted articles must never reach a customer. */
  visibility: 'public' | 'draft' | 'restricted';
  editedAt: string;
  translations: Partial<Record<Locale, ArticleText>>;
};

/** An article as it is written down: ids and translations are added here. */
export type WrittenArticle = ArticleText & {
  /** Short and lasting: translations and ids hang on it. */
  key: string;
  labels?: string[];
  promoted?: boolean;
  editedAt: string;
  visibility?: Article['visibility'];
};

export type Section = { id: number; names: Record<Locale, string> };

export const category = {
  id: 28_523_400_000_001,
  names: { 'en-us': 'Shop help', de: 'Hilfe zum Laden', fr: 'Aide de la boutique' },
};

const delivery: Section = {
  id: 28_523_410_000_001,
  names: {
    'en-us': 'Orders and delivery',
    de: 'Bestellung und Lieferung',
    fr: 'Commandes et livraison',
  },
};
const returns: Section = {
  id: 28_523_410_000_002,
  names: {
    'en-us': 'Damage, returns and refunds',
    de: 'Schäden, Rückgabe und Erstattung',
    fr: 'Casse, retours et remboursements',
  },
};
const products: Section = {
  id: 28_523_410_000_003,
  names: {
    'en-us': 'Our pots and their care',
    de: 'Keramik und Pflege',
    fr: 'Nos pièces et leur entretien',
  },
};
const staff: Section = {
  id: 28_523_410_000_004,
  names: { 'en-us': 'For the team', de: 'Für das Team', fr: 'Pour l’équipe' },
};

export const sections = [delivery, returns, products, staff];

const FIRST_ID = 28_523_513_700_011;

const written = [
  ...inSection(delivery, ordersAndDelivery),
  ...inSection(returns, returnsAndRepairs),
  ...inSection(products, productsAndCare),
  ...inSection(staff, staffOnly),
].map((article, index) => ({ ...article, id: FIRST_ID + index * 137 }));

const ids = new Map(written.map(({ key, id }) => [key, id]));

export const articles: readonly Article[] = written.map(
  ({ key, title, body, labels = [], visibility = 'public', ...rest }) => ({
    ...rest,
    labels,
    visibility,
    translations: {
      'en-us': linked('en-us', { title, body }),
      de: german[key] && linked('de', german[key]),
      fr: french[key] && linked('fr', french[key]),
    },
  }),
);

function inSection({ id }: Section, list: WrittenArticle[]) {
  return list.map((article) => ({ ...article, section: id }));
}

/** Articles link to each other by key, as `article:refunds`. */
function linked(locale: Locale, { title, body }: ArticleText): ArticleText {
  const link = (_: string, key: string) => `/hc/${locale}/articles/${ids.get(key)}`;
  return { title, body: body.replaceAll(/article:([a-z-]+)/g, link).trim() };
}
