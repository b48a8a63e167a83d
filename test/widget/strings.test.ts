import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { LANGUAGES, type Language } from '../../src/protocol/languages.ts';
import { findCatalogue } from '../../widget/strings/catalogues.ts';
import { texts as conversation } from '../../widget/strings/en/conversation.ts';
import { texts as later } from '../../widget/strings/en/later.ts';
import { texts as panel } from '../../widget/strings/en/panel.ts';
import type { Catalogue, Part, Plural } from '../../widget/strings/texts.ts';

type Text = string | Plural;

const PARTS: readonly Part[] = ['panel', 'conversation', 'later'];
const ENGLISH: Catalogue = {
  panel: async () => ({ texts: panel }),
  conversation: async () => ({ texts: conversation }),
  later: async () => ({ texts: later }),
};

/** A file of texts is its own small request. */
const MAX_GZIP = 6000;

/** How each language says what answers: people must be told, so these words may bend, but not go. */
const AI_ASSISTANT: Record<Language, RegExp> = {
  en: /AI assistant/,
  es: /asistente de IA/i,
  fr: /assistant IA/i,
  de: /KI-Assistent/,
  pt: /assistente de IA/i,
  it: /assistente IA/i,
  nl: /AI-assistent/,
  pl: /asystent(em|a)? AI/i,
  tr: /yapay zekâ asistanı/i,
  ja: /AIアシスタント/,
  ko: /AI 어시스턴트/,
  zh: /AI 助理/,
  ar: /مساعد ذكاء اصطناعي/,
  he: /עוזר בינה מלאכותית/,
};
const DISCLOSURES = [
  'role.ai',
  'role.ai.paused',
  'welcome.lead',
  'welcome.lead.knowledge',
  'chat.description.ai',
  'message.name.ai',
  'notice.back',
  'notice.cancelled.text',
  'transcript.ai',
  'say.answer',
  'hello.name',
];

/** Words that a language shares with English. */
const SHARED_WORDS: Partial<Record<Language, readonly string[]>> = {
  es: ['Chat'],
  fr: ['Chat', 'Conversation', 'Message', 'Sources', '{count} source.', 'Image {file}'],
  de: ['Chat', 'Name', 'Okay', 'Ticket #{id}'],
  pt: ['Chat'],
  it: ['Chat', 'Privacy', 'Email', 'File'],
  nl: ['Chat', 'AI', 'Privacy', 'Ticket #{id}'],
  pl: ['AI'],
  tr: ['Form'],
  ja: ['AI'],
  ko: ['AI'],
  zh: ['AI'],
  he: ['AI'],
};

async function textsOf(language: string): Promise<Record<Part, Map<string, Text>>> {
  const { catalogue } = findCatalogue([language], ENGLISH);
  const read = async (part: Part) =>
    new Map<string, Text>(Object.entries((await catalogue[part]()).texts));
  return {
    panel: await read('panel'),
    conversation: await read('conversation'),
    later: await read('later'),
  };
}

const forms = (text: Text): [string, string][] =>
  typeof text === 'string' ? [['', text]] : Object.entries(text);
const placeholders = (text: string) => (text.match(/\{\w+\}/g) ?? []).toSorted();
const all = (texts: Record<Part, Map<string, Text>>) =>
  new Map([...texts.panel, ...texts.conversation, ...texts.later]);

const written = (texts: Record<Part, Map<string, Text>>) =>
  [...all(texts).values()].flatMap((text) => forms(text).map(([, words]) => words));

const english = await textsOf('en');
const englishOf = (key: string) => all(english).get(key) ?? '';

test('every language of the list has its texts', () => {
  const found = LANGUAGES.map((language) => findCatalogue([language], ENGLISH).catalogue);

  expect(new Set(found).size).toBe(LANGUAGES.length);
});

describe.each([...LANGUAGES, 'en-XA', 'ar-XB'])('%s', async (language) => {
  const texts = await textsOf(language);
  const { locale } = findCatalogue([language], ENGLISH);

  test.each(PARTS)('has every text of the part "%s", and no other', (part) => {
    const empty = [...texts[part].values()].filter((text) =>
      forms(text).some(([, words]) => words.trim() === ''),
    );

    expect([...texts[part].keys()].toSorted()).toEqual([...english[part].keys()].toSorted());
    expect(empty).toEqual([]);
  });

  test('fills in what English fills in, and nothing else', () => {
    const wrong = [...all(texts)].filter(([key, text]) => {
      const expected = new Set(forms(englishOf(key)).flatMap(([, words]) => placeholders(words)));
      const filled = forms(text).map(([, words]) => placeholders(words));
      // A form for one or two may say the number in words; the last one says all that is known.
      return (
        filled.flat().some((name) => !expected.has(name)) ||
        filled.at(-1)?.join() !== [...expected].toSorted().join()
      );
    });

    expect(wrong).toEqual([]);
  });

  test('counts in every plural of the language, and in no other', () => {
    const { pluralCategories } = new Intl.PluralRules(locale).resolvedOptions();

    const wrong = [...all(texts)].filter(([key, text]) =>
      typeof englishOf(key) === 'string'
        ? typeof text !== 'string'
        : Object.keys(text).toSorted().join() !== pluralCategories.toSorted().join(),
    );

    expect(wrong).toEqual([]);
  });
});

describe.each(LANGUAGES)('%s, as it is written,', async (language) => {
  const texts = await textsOf(language);

  test('says that an AI assistant answers, in every state', () => {
    const silent = DISCLOSURES.filter((key) =>
      forms(all(texts).get(key) ?? '').some(([, words]) => !AI_ASSISTANT[language].test(words)),
    );

    expect(silent).toEqual([]);
  });

  test('has the quotes, apostrophes and dots of print', () => {
    expect(written(texts).filter((words) => /['"]|\.\.\.|^\s|\s$/.test(words))).toEqual([]);
  });

  test.each(PARTS)('sends the part "%s" in one small file', (part) => {
    const bytes = gzipSync(JSON.stringify(Object.fromEntries(texts[part]))).length;

    expect(bytes).toBeLessThanOrEqual(MAX_GZIP);
  });
});

test.each(LANGUAGES.filter((language) => language !== 'en'))(
  '%s leaves nothing in English',
  async (language) => {
    const texts = await textsOf(language);
    const left = [...all(texts)].filter(([key, text]) => {
      const words = forms(text).map(([, form]) => form);
      const hasWords = words.some((form) => /\p{L}/u.test(form.replace(/\{\w+\}/g, '')));
      const isSame = words.some((form) => forms(englishOf(key)).some(([, own]) => own === form));
      return hasWords && isSame && !SHARED_WORDS[language]?.includes(words[0] ?? '');
    });

    expect(left).toEqual([]);
  },
);

test('French keeps its signs with their word', async () => {
  const loose = written(await textsOf('fr')).filter((words) => /[^\u202f][?!:;]( |$)/.test(words));

  expect(loose).toEqual([]);
});

test('the pseudo-languages are seen at once: longer, or run from right to left', async () => {
  const longer = (await textsOf('en-XA')).panel.get('composer.mistakes');
  const backwards = (await textsOf('ar-XB')).panel.get('composer.mistakes');

  expect(longer).toHaveProperty('length', Math.ceil(panel['composer.mistakes'].length * 1.4));
  expect(backwards).toBe(`\u202e${panel['composer.mistakes']}\u202c`);
});
