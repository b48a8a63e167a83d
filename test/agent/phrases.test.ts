import { describe, expect, test } from 'vitest';
import { phrasesOf } from '../../src/agent/phrases.ts';
import { LANGUAGES, type Language } from '../../src/protocol/languages.ts';

/** How each language says what answers. */
const AI_ASSISTANT: Record<Language, RegExp> = {
  en: /an AI assistant/,
  es: /asistente de IA/,
  fr: /assistant IA/,
  de: /KI-Assistent/,
  pt: /assistente de IA/,
  it: /assistente IA/,
  nl: /AI-assistent/,
  pl: /asystent AI/,
  tr: /yapay zekâ asistanı/,
  ja: /AIアシスタント/,
  ko: /AI 어시스턴트/,
  zh: /AI 助理/,
  ar: /مساعد ذكاء اصطناعي/,
  he: /עוזר בינה מלאכותית/,
};

describe.each(LANGUAGES)('the AI agent in %s', (language) => {
  const phrases = phrasesOf(language);

  test('says what it is, by its name and for whom it answers', () => {
    const said = [
      phrases.greeting('Finch', 'Alder'),
      phrases.aboutItself('Finch', 'Alder'),
      phrases.aboutItselfWithoutPerson('Finch', 'Alder'),
    ];

    for (const words of said) {
      expect(words).toMatch(AI_ASSISTANT[language]);
      expect(words).toContain('Finch');
      expect(words).toContain('Alder');
    }
    expect(phrases.nobodyHere('Alder')).toContain('Alder');
  });

  test('offers a person only where there is one', () => {
    expect(phrases.miss).not.toBe(phrases.missWithoutPerson);
    expect(phrases.miss.length).toBeGreaterThan(phrases.missWithoutPerson.length);
  });
});

test('a region is spoken to in its language, an unknown language in English', () => {
  expect(phrasesOf('de-CH')).toBe(phrasesOf('de'));
  expect(phrasesOf('iw-IL')).toBe(phrasesOf('he'));
  expect(phrasesOf('sv')).toBe(phrasesOf('en'));
  expect(phrasesOf('')).toBe(phrasesOf('en'));
});

test('no language borrows the words of another', () => {
  const said = LANGUAGES.map(phrasesOf).flatMap(
    ({ miss, cannotOpenFiles, pressForPerson, thanks, goodbye }) => [
      miss,
      cannotOpenFiles,
      pressForPerson,
      thanks,
      goodbye,
    ],
  );

  expect(new Set(said).size).toBe(said.length);
});
