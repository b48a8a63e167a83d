import type { Language } from '../../src/protocol/languages.ts';
import type { texts as conversation } from './en/conversation.ts';
import type { texts as later } from './en/later.ts';
import type { texts as panel } from './en/panel.ts';

/** What is loaded together: `panel` to open it, `conversation` when somebody writes, `later` for what not every chat has. */
type English = { panel: typeof panel; conversation: typeof conversation; later: typeof later };
export type Part = keyof English;
export type TextKey = { [P in Part]: keyof English[P] }[Part];

/** The plural categories of each language, as `Intl.PluralRules` has them for counting. */
type Categories = {
  en: 'one' | 'other';
  es: 'one' | 'many' | 'other';
  fr: 'one' | 'many' | 'other';
  de: 'one' | 'other';
  pt: 'one' | 'many' | 'other';
  it: 'one' | 'many' | 'other';
  nl: 'one' | 'other';
  pl: 'one' | 'few' | 'many' | 'other';
  tr: 'one' | 'other';
  ja: 'other';
  ko: 'other';
  zh: 'other';
  ar: 'zero' | 'one' | 'two' | 'few' | 'many' | 'other';
  he: 'one' | 'two' | 'other';
} & Record<Language, string>;

/** The texts of a part in a language: the keys of the English one, and every plural that the language has. */
export type Texts<P extends Part, L extends Language> = {
  [Key in keyof English[P]]: English[P][Key] extends string
    ? string
    : Record<Categories[L], string>;
};

export type Plural = { other: string } & Partial<Record<Intl.LDMLPluralRule, string>>;
/** Any texts, of whatever part and language. */
export type SomeTexts = Partial<Record<TextKey, string | Plural>>;

/** Where the texts of a language come from, part by part. */
export type Catalogue = Record<Part, () => Promise<{ texts: SomeTexts }>> & {
  /** The tag of what is written there, if that is not what any region of the language would write. */
  locale?: string;
  isRightToLeft?: boolean;
};
