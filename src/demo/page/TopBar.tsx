import { Icon } from './Icon.tsx';
import { THEMES, type Theme } from './theme.ts';

const THEME_NAMES: Record<Theme, string> = { auto: 'System', light: 'Light', dark: 'Dark' };

type Props = { theme: Theme; onTheme(theme: Theme): void; onReset(): void };

export function TopBar({ theme, onTheme, onReset }: Props) {
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
            if (chosen) onTheme(chosen);
          }}
        >
          {THEMES.map((each) => (
            <option key={each} value={each} selected={each === theme}>
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
