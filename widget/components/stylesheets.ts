import dark from '../styles/dark.css?inline';
import first from '../styles/first.css?inline';
import modes from '../styles/modes.css?inline';

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
  rem = Number.parseFloat(getComputedStyle(root.host).fontSize) || rem;
  const sheets = [sheet(first), sheet(dark, DARK_WHEN[theme]), sheet(modes)];
  root.adoptedStyleSheets = [...root.adoptedStyleSheets, ...sheets];
}

/** What a letter measures that nobody has styled, in pixels: the customer's own choice, where 16 is what browsers begin with. */
let rem = 16;

const later = new Map<string, CSSStyleSheet>();

/** Adds the styles of a part that came later, once. Does nothing outside of a shadow root. */
export function addStyle(place: Node, css: string): void {
  const root = place.getRootNode();
  if (!(root instanceof ShadowRoot)) return;
  const made = later.get(css) ?? sheet(css);
  later.set(css, made);
  const sheets = root.adoptedStyleSheets;
  if (sheets.includes(made)) return;
  // Before the last: the rules for phones, forced colours and low screens are to win over it.
  root.adoptedStyleSheets = sheets.toSpliced(-1, 0, made);
}

/** In the browser `rem` is the page's, and many pages make it ten pixels. Here it is the customer's. */
function sheet(css: string, media = 'all'): CSSStyleSheet {
  const made = new CSSStyleSheet({ media });
  made.replaceSync(css.replace(/([\d.]+)rem\b/g, (_all, count) => `${Number(count) * rem}px`));
  return made;
}
