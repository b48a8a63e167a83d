import { Icon } from './Icon.tsx';
import { DEMO_LANGUAGES } from './language.ts';
import { THEMES, type Theme } from './theme.ts';

const THEME_NAMES: Record<Theme, string> = { auto: 'System', light: 'Light', dark: 'Dark' };

type Props = {
  language: string;
  onLanguage(language: string): void;
  theme: Theme;
  onTheme(theme: Theme): void;
  onReset(): void;
};

export function TopBar({ language, onLanguage, theme, onTheme, onReset }: Props) {
  return (
    <header class="top-bar">
      <h1>
        <Icon name="baton" />
        Baton
      </h1>
      <span class="chip">Local demo</span>
      <label class="choice">
        <span>Language</span>
        <select onChange={({ currentTarget }) => onLanguage(currentTarget.value)}>
          {DEMO_LANGUAGES.map(({ tag, name }) => (
            <option key={tag} value={tag} lang={tag} selected={tag === language}>
              {name}
            </option>
          ))}
        </select>
      </label>
      <label class="choice">
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
