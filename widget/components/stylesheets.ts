import controls from '../styles/controls.css?inline';
import dark from '../styles/dark.css?inline';
import modes from '../styles/modes.css?inline';
import panel from '../styles/panel.css?inline';
import tokens from '../styles/tokens.css?inline';
import welcome from '../styles/welcome.css?inline';

export type Theme = 'auto' | 'light' | 'dark';

const DARK_WHEN = {
  auto: 'screen and (prefers-color-scheme: dark)',
  dark: 'screen',
  light: 'not all',
};

/**
 * Gives the shadow root the styles of the panel, as constructed sheets: they need neither a style element nor a rule in
 * the page's policy.
 */
export function addPanelStyles(root: ShadowRoot, theme: Theme): void {
  const sheets = [
    sheet(tokens),
    sheet(dark, DARK_WHEN[theme]),
    sheet(controls + panel + welcome),
    sheet(modes),
  ];
  root.adoptedStyleSheets = [...root.adoptedStyleSheets, ...sheets];
}

const added = new WeakMap<ShadowRoot, Set<string>>();

/** Adds the styles of a part that came later, once. Does nothing outside of a shadow root. */
export function addStyle(place: Node, css: string): void {
  const root = place.getRootNode();
  if (!(root instanceof ShadowRoot)) return;
  const known = added.get(root) ?? new Set();
  added.set(root, known);
  if (known.has(css)) return;
  known.add(css);
  // Before the last: the rules for phones, forced colours and print are to win over it.
  const sheets = [...root.adoptedStyleSheets];
  sheets.splice(-1, 0, sheet(css));
  root.adoptedStyleSheets = sheets;
}

function sheet(css: string, media = 'all'): CSSStyleSheet {
  const made = new CSSStyleSheet({ media });
  made.replaceSync(css);
  return made;
}
