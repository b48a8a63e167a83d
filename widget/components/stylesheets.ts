import cards from '../styles/cards.css?inline';
import controls from '../styles/controls.css?inline';
import dark from '../styles/dark.css?inline';
import log from '../styles/log.css?inline';
import modes from '../styles/modes.css?inline';
import panel from '../styles/panel.css?inline';
import text from '../styles/text.css?inline';
import tokens from '../styles/tokens.css?inline';

export type Theme = 'auto' | 'light' | 'dark';

/**
 * Gives the shadow root its styles, as constructed sheets: they need neither a style element nor a rule in the page's
 * policy. Returns the function that takes them away.
 */
export function addStyles(root: ShadowRoot, theme: Theme): () => void {
  const sheets = [sheet(tokens), sheet([controls, panel, log, text, cards, modes].join('\n'))];
  if (theme !== 'light') {
    sheets.splice(
      1,
      0,
      sheet(dark, theme === 'auto' ? 'screen and (prefers-color-scheme: dark)' : 'screen'),
    );
  }
  root.adoptedStyleSheets = [...root.adoptedStyleSheets, ...sheets];
  return () => {
    root.adoptedStyleSheets = root.adoptedStyleSheets.filter((each) => !sheets.includes(each));
  };
}

function sheet(css: string, media = 'all'): CSSStyleSheet {
  const made = new CSSStyleSheet({ media });
  made.replaceSync(css);
  return made;
}
