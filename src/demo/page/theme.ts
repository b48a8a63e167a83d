import { effect, signal, type Signal } from '@preact/signals';
import { z } from 'zod';

const KEY = 'baton-demo:theme';

export const THEMES = ['auto', 'light', 'dark'] as const;
const Theme = z.enum(THEMES).catch('auto');
export type Theme = z.infer<typeof Theme>;

/** The chosen theme, remembered, and put on the root element for the style sheet; `auto` follows the system. */
export function createTheme(
  storage: Pick<Storage, 'getItem' | 'setItem'>,
  root: HTMLElement,
): Signal<Theme> {
  const theme = signal(Theme.parse(storage.getItem(KEY)));
  effect(() => {
    storage.setItem(KEY, theme.value);
    root.dataset['theme'] = theme.value;
  });
  return theme;
}
