import { render } from '@testing-library/preact';
import { beforeEach, expect, test } from 'vitest';
import { en } from '../../widget/strings/en.ts';
import { language, rich, t } from '../../widget/translate.ts';

beforeEach(() => {
  language.value = { locale: 'en', texts: en };
});

test('placeholders are filled in, numbers as the language writes them', () => {
  expect(t('composer.used', { used: 3700, limit: 4000 })).toBe('3,700 of 4,000');
  language.value = { locale: 'de', texts: en };
  expect(t('composer.used', { used: 3700, limit: 4000 })).toBe('3.700 of 4.000');
});

test('the plural is chosen by the rules of the language', () => {
  expect(t('log.new.count', { count: 1 })).toBe('1 new message');
  expect(t('log.new.count', { count: 0 })).toBe('0 new messages');

  const few = {
    few: '{count} nowe',
    many: '{count} nowych',
    one: '{count} nowa',
    other: '{count}',
  };
  language.value = { locale: 'pl', texts: { ...en, 'log.new.count': few } };

  expect([1, 2, 5].map((count) => t('log.new.count', { count }))).toEqual([
    '1 nowa',
    '2 nowe',
    '5 nowych',
  ]);
});

test('a name keeps its own direction inside a sentence', () => {
  const { container } = render(<p>{rich('notice.ended.agent', { agent: 'מאיה' })}</p>);

  expect(container.querySelector('bdi')?.textContent).toBe('מאיה');
  expect(container.textContent).toBe('מאיה ended this chat.');
});

test('the words "AI assistant" are said whatever the assistant is called', () => {
  const disclosures = [
    'role.ai',
    'role.ai.paused',
    'welcome.lead',
    'message.name.ai',
    'notice.back',
  ] as const;

  for (const key of disclosures) expect(t(key, { assistant: 'Bo' })).toContain('AI assistant');
});
