import { chooseLanguage } from '../conversation/choose-language.ts';
import { LANGUAGES, type Language } from '../protocol/languages.ts';
import { arabic } from './phrases/arabic.ts';
import { chinese } from './phrases/chinese.ts';
import { dutch } from './phrases/dutch.ts';
import { english } from './phrases/english.ts';
import { french } from './phrases/french.ts';
import { german } from './phrases/german.ts';
import { hebrew } from './phrases/hebrew.ts';
import { italian } from './phrases/italian.ts';
import { japanese } from './phrases/japanese.ts';
import { korean } from './phrases/korean.ts';
import { polish } from './phrases/polish.ts';
import { portuguese } from './phrases/portuguese.ts';
import { spanish } from './phrases/spanish.ts';
import { turkish } from './phrases/turkish.ts';
import type { Phrases } from './phrases/phrases.ts';

const PHRASES: Record<Language, Phrases> = {
  en: english,
  es: spanish,
  fr: french,
  de: german,
  pt: portuguese,
  it: italian,
  nl: dutch,
  pl: polish,
  tr: turkish,
  ja: japanese,
  ko: korean,
  zh: chinese,
  ar: arabic,
  he: hebrew,
};

/** What the AI agent says in the customer's language (BCP 47), in English where it does not speak it. */
export function phrasesOf(locale: string): Phrases {
  const { language } = chooseLanguage([locale], LANGUAGES) ?? { language: 'en' };
  return PHRASES[language];
}
