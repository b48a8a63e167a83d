import { beforeEach, expect, test, vi } from 'vitest';

const asked = vi.fn<(file: string) => void>();

// Nothing of the test before: each has a page of its own.
async function open() {
  vi.resetModules();
  const { loadTexts, speak, useOwnTexts } = await import('../../widget/language.ts');
  const { language, t } = await import('../../widget/translate.ts');
  return { loadTexts, speak, useOwnTexts, t, language };
}

beforeEach(() => {
  vi.doUnmock('../../widget/strings/de/conversation.ts');
  vi.doUnmock('../../widget/strings/catalogues.ts');
  vi.doUnmock('../../widget/strings/de/panel.ts');
  asked.mockClear();
});

test.each([
  [['de'], 'de', 'Mit Menschen sprechen'],
  [['de-AT', 'en'], 'de-AT', 'Mit Menschen sprechen'],
  [['pt-PT'], 'pt-BR', 'Falar com uma pessoa'],
  [['zh-TW'], 'zh-Hans', '转人工客服'],
  [['iw'], 'he', 'לדבר עם אדם'],
  [['sv', 'fr', 'de'], 'fr', 'Parler à une personne'],
  [['sv', 'en-GB', 'de'], 'en-GB', 'Talk to a person'],
  [['sv'], 'en', 'Talk to a person'],
  [['en-GB', 'de'], 'en-GB', 'Talk to a person'],
  [['de_DE'], 'de-DE', 'Mit Menschen sprechen'],
  [['de-!'], 'de', 'Mit Menschen sprechen'],
  [['', 'english please'], 'en', 'Talk to a person'],
  [[], 'en', 'Talk to a person'],
])('who wants %j is spoken to in %s', async (wanted, locale, words) => {
  const { speak, language, t } = await open();

  await speak(wanted);

  expect(language.value.locale).toBe(locale);
  expect(t('handoff.request')).toBe(words);
});

test('Arabic and Hebrew run from right to left, others do not', async () => {
  const { speak, language } = await open();
  const directions = [];

  for (const tag of ['ar', 'he', 'ar-XB', 'de', 'en', 'en-XA']) {
    await speak([tag]);
    directions.push(language.value.isRightToLeft ?? false);
  }

  expect(directions).toEqual([true, true, true, false, false, false]);
});

test('whoever speaks English loads no other language, nor the list of them', async () => {
  vi.doMock('../../widget/strings/catalogues.ts', () => {
    asked('catalogues');
    return {};
  });
  const { speak, loadTexts, t } = await open();

  await speak(['en-US']);
  await loadTexts('conversation');

  expect(t('log.today')).toBe('Today');
  expect(asked).not.toHaveBeenCalled();
});

test('a part that comes later comes in the language spoken', async () => {
  const { speak, loadTexts, t } = await open();
  void speak(['de']);

  await loadTexts('conversation');

  expect(t('log.today')).toBe('Heute');
});

test('a change of language takes along every part in use', async () => {
  const { speak, loadTexts, t } = await open();
  await loadTexts('conversation');

  await speak(['ja']);

  expect([t('composer.send'), t('log.today')]).toEqual(['送信', '今日']);
});

test('of two changes the last one counts, whichever comes first', async () => {
  const { speak, language } = await open();

  await Promise.all([speak(['ar']), speak(['en'])]);

  expect(language.value).toMatchObject({ locale: 'en' });
  expect(language.value.isRightToLeft).toBeFalsy();
});

test('a part that cannot be had in the language is said in English', async () => {
  vi.doMock('../../widget/strings/de/conversation.ts', () => {
    throw new TypeError('Failed to fetch');
  });
  const { speak, loadTexts, t } = await open();
  await speak(['de']);

  await loadTexts('conversation');

  expect([t('composer.send'), t('log.today')]).toEqual(['Senden', 'Today']);
});

test('a language that cannot be had leaves the chat in English', async () => {
  vi.doMock('../../widget/strings/catalogues.ts', () => {
    throw new TypeError('Failed to fetch');
  });
  const { speak, t } = await open();

  await speak(['de']);

  expect(t('composer.send')).toBe('Send');
});

test('a language that does not come for long is not waited for, and spoken once it is there', async () => {
  vi.useFakeTimers();
  let arrive = () => {};
  const arrived = new Promise<void>((resolve) => (arrive = resolve));
  vi.doMock('../../widget/strings/de/panel.ts', async (original) => {
    await arrived;
    return original();
  });
  const { speak, loadTexts, t } = await open();

  const opened = Promise.all([speak(['de']), loadTexts('conversation')]);
  await vi.advanceTimersByTimeAsync(2000);
  await opened;
  expect([t('composer.send'), t('log.today')]).toEqual(['Send', 'Today']);
  vi.useRealTimers();
  arrive();

  await vi.waitFor(
    () => expect([t('composer.send'), t('log.today')]).toEqual(['Senden', 'Heute']),
    10_000,
  );
});

test('a site says what it likes in its own words, the page before the settings', async () => {
  const { useOwnTexts, t } = await open();

  await useOwnTexts(
    { 'handoff.request': 'Ask our team', 'composer.ask': 'Your question' },
    { 'handoff.request': 'Ask Maya', 'log.new.count': { one: 'One more', other: '{count} more' } },
  );

  expect([t('handoff.request'), t('composer.ask')]).toEqual(['Ask Maya', 'Your question']);
  expect([1, 2].map((count) => t('log.new.count', { count }))).toEqual(['One more', '2 more']);
});

test('a site’s own words stay when the language changes', async () => {
  const { speak, useOwnTexts, t } = await open();
  await useOwnTexts({ 'handoff.request': 'Team' });

  await speak(['de']);

  expect([t('handoff.request'), t('composer.send')]).toEqual(['Team', 'Senden']);
});

test('no words of a site hide that an AI assistant answers, and none that make no sense are taken', async () => {
  const { useOwnTexts, t } = await open();

  await useOwnTexts('nonsense', null, {
    'role.ai': 'Agent',
    'welcome.lead': 'I am Maya.',
    'composer.ask': 7,
    'log.new.count': { one: 'One' },
  });

  expect(t('role.ai')).toBe('AI assistant');
  expect(t('welcome.lead', { company: 'us' })).toContain('AI assistant');
  expect(t('composer.ask')).toBe('Ask a question…');
});
