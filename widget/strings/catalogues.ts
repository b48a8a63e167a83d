import { chooseLanguage } from '../../src/conversation/choose-language.ts';
import type { Language } from '../../src/protocol/languages.ts';
import type { Pseudo } from './pseudo.ts';
import type { Catalogue, Part } from './texts.ts';

/** Without English, which the panel brings along. The last two are for tests of layout: longer words, and from right to left. */
const CATALOGUES: Partial<Record<Exclude<Language, 'en'> | 'en-XA' | 'ar-XB', Catalogue>> = {
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
