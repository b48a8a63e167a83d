import { chooseLanguage } from '../../src/conversation/choose-language.ts';
import type { Language } from '../../src/protocol/languages.ts';
import type { Pseudo } from './pseudo.ts';
import type { Catalogue, Part } from './texts.ts';

/** Without English, which the panel brings along. The last two are for tests of layout: longer words, and from right to left. */
const CATALOGUES: Record<Exclude<Language, 'en'> | 'en-XA' | 'ar-XB', Catalogue> = {
  es: {
    panel: () => import('./es/panel.ts'),
    conversation: () => import('./es/conversation.ts'),
    later: () => import('./es/later.ts'),
  },
  fr: {
    panel: () => import('./fr/panel.ts'),
    conversation: () => import('./fr/conversation.ts'),
    later: () => import('./fr/later.ts'),
  },
  de: {
    panel: () => import('./de/panel.ts'),
    conversation: () => import('./de/conversation.ts'),
    later: () => import('./de/later.ts'),
  },
  pt: {
    locale: 'pt-BR',
    panel: () => import('./pt-BR/panel.ts'),
    conversation: () => import('./pt-BR/conversation.ts'),
    later: () => import('./pt-BR/later.ts'),
  },
  it: {
    panel: () => import('./it/panel.ts'),
    conversation: () => import('./it/conversation.ts'),
    later: () => import('./it/later.ts'),
  },
  nl: {
    panel: () => import('./nl/panel.ts'),
    conversation: () => import('./nl/conversation.ts'),
    later: () => import('./nl/later.ts'),
  },
  pl: {
    panel: () => import('./pl/panel.ts'),
    conversation: () => import('./pl/conversation.ts'),
    later: () => import('./pl/later.ts'),
  },
  tr: {
    panel: () => import('./tr/panel.ts'),
    conversation: () => import('./tr/conversation.ts'),
    later: () => import('./tr/later.ts'),
  },
  ja: {
    panel: () => import('./ja/panel.ts'),
    conversation: () => import('./ja/conversation.ts'),
    later: () => import('./ja/later.ts'),
  },
  ko: {
    panel: () => import('./ko/panel.ts'),
    conversation: () => import('./ko/conversation.ts'),
    later: () => import('./ko/later.ts'),
  },
  zh: {
    locale: 'zh-Hans',
    panel: () => import('./zh-Hans/panel.ts'),
    conversation: () => import('./zh-Hans/conversation.ts'),
    later: () => import('./zh-Hans/later.ts'),
  },
  ar: {
    isRightToLeft: true,
    panel: () => import('./ar/panel.ts'),
    conversation: () => import('./ar/conversation.ts'),
    later: () => import('./ar/later.ts'),
  },
  he: {
    isRightToLeft: true,
    panel: () => import('./he/panel.ts'),
    conversation: () => import('./he/conversation.ts'),
    later: () => import('./he/later.ts'),
  },
  'en-XA': pseudo('longer'),
  'ar-XB': { ...pseudo('right-to-left'), isRightToLeft: true },
};

const KNOWN: readonly string[] = ['en', ...Object.keys(CATALOGUES)];

/** The first of the languages (BCP 47 tags) that there are texts for, and a tag of it that `Intl` knows. */
export function findCatalogue(
  tags: readonly string[],
  english: Catalogue,
): { catalogue: Catalogue; locale: string } {
  const chosen = chooseLanguage(tags, KNOWN);
  const catalogue =
    Object.entries(CATALOGUES).find(([language]) => language === chosen?.language)?.[1] ?? english;
  return { catalogue, locale: catalogue.locale ?? knownTag(chosen?.tag, chosen?.language ?? 'en') };
}

/** The tag as it is asked for, so that a Swiss gets Swiss numbers; without its region where it is written wrongly. */
function knownTag(tag: string | undefined, language: string): string {
  try {
    return Intl.getCanonicalLocales(tag?.replaceAll('_', '-'))[0] ?? language;
  } catch {
    return language;
  }
}

function pseudo(kind: Pseudo): Catalogue {
  const part = (name: Part) => async () => {
    const { pseudoTexts } = await import('./pseudo.ts');
    return { texts: pseudoTexts(name, kind) };
  };
  return {
    locale: 'en',
    panel: part('panel'),
    conversation: part('conversation'),
    later: part('later'),
  };
}
