import { effect, signal, type Signal } from '@preact/signals';
import { LANGUAGES } from '../../protocol/languages.ts';

const KEY = 'baton-demo:language';

/** The languages of the chat, each by its own name, and two that only try the layout. */
export const DEMO_LANGUAGES: readonly { tag: string; name: string }[] = [
  ...LANGUAGES.map((tag) => ({ tag, name: ownName(tag) })),
  { tag: 'en-XA', name: 'Longer words (en-XA)' },
  { tag: 'ar-XB', name: 'Right to left (ar-XB)' },
];

/** The chosen language, remembered. */
export function createLanguage(storage: Pick<Storage, 'getItem' | 'setItem'>): Signal<string> {
  const kept = storage.getItem(KEY);
  const language = signal(DEMO_LANGUAGES.find(({ tag }) => tag === kept)?.tag ?? 'en');
  effect(() => storage.setItem(KEY, language.value));
  return language;
}

function ownName(tag: string): string {
  return new Intl.DisplayNames(tag, { type: 'language' }).of(tag) ?? tag;
}
