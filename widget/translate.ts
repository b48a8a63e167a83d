import { signal } from '@preact/signals';
import type { ComponentChildren, VNode } from 'preact';
import { h } from 'preact';
import { en } from './strings/en.ts';

export type TextKey = keyof typeof en;
type Text = string | ({ other: string } & Partial<Record<Intl.LDMLPluralRule, string>>);
type Catalogue = Record<TextKey, Text>;
export type Values = Record<string, string | number>;

/** The language in use. There is one chat on a page, so there is one language; components that read it follow a change. */
export const language = signal<{ locale: string; texts: Catalogue }>({ locale: 'en', texts: en });

const PLACEHOLDER = /\{(\w+)\}/;

/** The text of a key, its placeholders filled in. Numbers are written as the language writes them. */
export function t(key: TextKey, values: Values = {}): string {
  return parts(key, values)
    .map(({ text }) => text)
    .join('');
}

/** As `t`, but what was filled in is set apart in its own direction: a Hebrew name must not turn an English sentence. */
export function rich(key: TextKey, values: Values = {}): ComponentChildren {
  return parts(key, values).map(({ text, filled }): string | VNode =>
    filled ? h('bdi', null, text) : text,
  );
}

function parts(key: TextKey, values: Values): { text: string; filled: boolean }[] {
  const { locale } = language.value;
  return template(key, values)
    .split(PLACEHOLDER)
    .map((part, index) => {
      const filled = index % 2 === 1;
      return { text: filled ? written(values[part], locale) : part, filled };
    });
}

function template(key: TextKey, { count }: Values): string {
  const { locale, texts } = language.value;
  const text = texts[key];
  if (typeof text === 'string') return text;
  const category = new Intl.PluralRules(locale).select(Number(count));
  return text[category] ?? text.other;
}

function written(value: string | number | undefined, locale: string): string {
  return typeof value === 'number' ? new Intl.NumberFormat(locale).format(value) : (value ?? '');
}
