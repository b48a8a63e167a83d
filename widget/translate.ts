import { signal } from '@preact/signals';
import type { ComponentChildren, VNode } from 'preact';
import { h } from 'preact';
import { texts } from './strings/en/panel.ts';
import type { SomeTexts, TextKey } from './strings/texts.ts';

export type { TextKey };
export type Values = Record<string, string | number>;

type Language = {
  /** A tag that `Intl` knows: numbers, dates and plurals are written by its rules. */
  locale: string;
  isRightToLeft?: boolean;
  texts: SomeTexts;
  /** What the site says in other words. */
  own?: SomeTexts;
};

/** The language in use. There is one chat on a page, so there is one language; components that read it follow a change. */
export const language = signal<Language>({ locale: 'en', texts });

const PLACEHOLDER = /\{(\w+)\}/;

/** The text of a key, its placeholders filled in. Numbers are written as the language writes them. */
export function t(key: TextKey, values: Values = {}): string {
  return parts(key, values).join('');
}

/** As `t`, but what was filled in is set apart in its own direction: a Hebrew name must not turn an English sentence. */
export function rich(key: TextKey, values: Values = {}): ComponentChildren {
  return parts(key, values).map((part, index): string | VNode =>
    isFilled(index) ? h('bdi', null, part) : part,
  );
}

function parts(key: TextKey, values: Values): string[] {
  return template(key, values)
    .split(PLACEHOLDER)
    .map((part, index) => (isFilled(index) ? written(values[part]) : part));
}

/** Every second part was a placeholder. */
function isFilled(index: number): boolean {
  return index % 2 === 1;
}

function template(key: TextKey, { count }: Values): string {
  const { locale, texts, own } = language.value;
  const text = own?.[key] ?? texts[key] ?? '';
  if (typeof text === 'string') return text;
  const category = new Intl.PluralRules(locale).select(Number(count));
  return text[category] ?? text.other;
}

function written(value: string | number = ''): string {
  return typeof value === 'number'
    ? new Intl.NumberFormat(language.value.locale).format(value)
    : value;
}
