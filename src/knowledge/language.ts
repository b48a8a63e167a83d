import { SYNONYMS } from './synonyms.ts';
import { STOP_WORDS } from './stop-words.ts';

/** What a language makes of a text: the terms that search compares. */
export interface Language {
  /** Whether it writes words together into longer ones, as in `Lieferzeit`. */
  readonly writesTogether: boolean;
  /** The words that carry meaning, in order, reduced to their stems. */
  terms(text: string): string[];
  /** Terms that may stand for this one in an article, itself first. */
  alike(term: string): readonly string[];
  /** The text in sentences, without the space between them. */
  sentences(text: string): string[];
}

type Stem = (word: string) => string;

const STEMMERS: Readonly<Record<string, () => Promise<{ stemmer: Stem }>>> = {
  ar: () => import('@orama/stemmers/arabic'),
  da: () => import('@orama/stemmers/danish'),
  de: () => import('@orama/stemmers/german'),
  en: () => import('@orama/stemmers/english'),
  es: () => import('@orama/stemmers/spanish'),
  fi: () => import('@orama/stemmers/finnish'),
  fr: () => import('@orama/stemmers/french'),
  hu: () => import('@orama/stemmers/hungarian'),
  it: () => import('@orama/stemmers/italian'),
  nl: () => import('@orama/stemmers/dutch'),
  no: () => import('@orama/stemmers/norwegian'),
  pt: () => import('@orama/stemmers/portuguese'),
  ro: () => import('@orama/stemmers/romanian'),
  ru: () => import('@orama/stemmers/russian'),
  sv: () => import('@orama/stemmers/swedish'),
  tr: () => import('@orama/stemmers/turkish'),
};

/** Languages written without spaces between words. */
const UNSPACED = new Set(['ja', 'th', 'zh']);

const COMPOUNDING = new Set(['da', 'de', 'fi', 'hu', 'nl', 'no', 'sv']);

/** Languages that change the ends of their words, for which there is no stemmer. */
const INFLECTED = new Set(['bg', 'cs', 'el', 'hr', 'lt', 'lv', 'pl', 'sk', 'sl', 'sr', 'uk']);

const known = new Map<string, Promise<Language>>();

/** The language of a locale such as `pt-br`; one without a stemmer compares whole words. */
export function languageOf(locale: string): Promise<Language> {
  const code = baseOf(locale);
  const language = known.get(code) ?? load(code);
  known.set(code, language);
  return language;
}

/** `pt-br` → `pt` */
export function baseOf(locale: string): string {
  return locale.toLowerCase().split(/[-_]/)[0] ?? '';
}

async function load(code: string): Promise<Language> {
  const stemmer = (await STEMMERS[code]?.())?.stemmer;
  const ignored = STOP_WORDS[code];
  const stems = new Map<string, string>();

  function stem(word: string): string {
    if (!stemmer) return INFLECTED.has(code) ? beginning(unaccented(word)) : unaccented(word);
    const known = stems.get(word);
    if (known !== undefined) return known;
    const made = unaccented(stemmer(word));
    if (stems.size < 50_000) stems.set(word, made);
    return made;
  }

  const groups = (SYNONYMS[code] ?? []).map((words) => words.split(' ').map(stem));
  const synonyms = new Map(groups.flatMap((group) => group.map((term) => [term, group] as const)));
  const sentenceCutter = segmenter(code, 'sentence');
  const wordCutter = UNSPACED.has(code) ? segmenter(code, 'word') : null;

  return {
    writesTogether: COMPOUNDING.has(code),
    terms(text) {
      const folded = fold(text);
      const found = wordCutter ? segmented(wordCutter, folded) : spaced(folded);
      const meaningful = found.filter((word) => !ignored?.has(unaccented(word)));
      return code === 'ko' ? meaningful.flatMap(pairs) : meaningful.map(stem);
    },
    alike(term) {
      return [...new Set([term, ...(synonyms.get(term) ?? [])])];
    },
    sentences(text) {
      return [...sentenceCutter.segment(text)]
        .map(({ segment }) => segment.trim())
        .filter((sentence) => sentence !== '');
    },
  };
}

function fold(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll('ß', 'ss')
    .replace(/\be-mail/g, 'email')
    .replace(/\bwi-fi\b/g, 'wifi');
}

/** Words and numbers; a single letter is what an apostrophe left over, a single digit says nothing. */
function spaced(text: string): string[] {
  return text.match(/\p{L}[\p{L}\p{M}\p{N}]+|\p{N}{2,}/gu) ?? [];
}

function segmented(cutter: Intl.Segmenter, text: string): string[] {
  return [...cutter.segment(text)]
    .filter(({ isWordLike }) => isWordLike)
    .map(({ segment }) => segment);
}

/** Where there is no stemmer, how a word begins says what it is about: five letters, four of a short one. */
function beginning(word: string): string {
  return word.slice(0, word.length > 5 ? 5 : Math.max(3, word.length - 1));
}

/** Korean glues particles to its words; neighbouring syllables match with any of them. */
function pairs(word: string): string[] {
  if (word.length < 3) return [word];
  return Array.from({ length: word.length - 1 }, (_, start) => word.slice(start, start + 2));
}

/** People leave accents out when they type, so both sides go without. */
function unaccented(word: string): string {
  return word
    .normalize('NFD')
    .replace(/[\u0300-\u036f\u0591-\u05c7\u064b-\u0655]/g, '')
    .normalize('NFC');
}

function segmenter(code: string, granularity: 'sentence' | 'word'): Intl.Segmenter {
  try {
    return new Intl.Segmenter(code, { granularity });
  } catch {
    return new Intl.Segmenter('en', { granularity });
  }
}
