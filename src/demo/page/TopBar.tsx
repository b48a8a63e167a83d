import type { Signal } from '@preact/signals';
import { Icon } from './Icon.tsx';
import { THEMES, type Theme } from './theme.ts';

const THEME_NAMES: Record<Theme, string> = { auto: 'System', light: 'Light', dark: 'Dark' };

export function TopBar({ theme, onReset }: { theme: Signal<Theme>; onReset(): void }) {
  return (
    <header class="top-bar">
      <h1>
        <Icon name="baton" />
        Baton
      </h1>
      <span class="chip">Local demo</span>
      <label class="theme">
        <span>Theme</span>
        <select
          onChange={({ currentTarget }) => {
            const chosen = THEMES.find((each) => each === currentTarget.value);
            if (chosen) theme.value = chosen;
          }}
        >
          {THEMES.map((each) => (
            <option key={each} value={each} selected={each === theme.value}>
              {THEME_NAMES[each]}
            </option>
          ))}
        </select>
      </label>
      <button type="button" class="quiet" onClick={onReset}>
        Reset
      </button>
    </header>
  );
}
