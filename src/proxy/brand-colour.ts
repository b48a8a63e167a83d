import { contrast, toHex, toOklch } from './oklch.ts';

/** The colours of the chat that follow the brand's, by the names of its custom properties. */
export type BrandTokens = {
  accent: string;
  'on-accent': string;
  user: string;
  'on-user': string;
  'accent-soft': string;
  'accent-text': string;
  focus: string;
  'rail-ai': string;
};

/** What the brand's colour is put on in a theme, and which way it gives in: darker, or lighter. */
type Theme = {
  /** The panel, its cards, its pressed buttons, a person's words. */
  grounds: readonly [canvas: string, ...others: string[]];
  step: number;
  soft: { lightness: number; chroma: number };
  rail: { lightness: number; chroma: number };
};

const LIGHT: Theme = {
  grounds: ['#faf8f3', '#ffffff', '#f1eee6', '#ffefe0'],
  step: -0.005,
  soft: { lightness: 0.945, chroma: 0.028 },
  rail: { lightness: 0.79, chroma: 0.08 },
};
const DARK: Theme = {
  grounds: ['#12131a', '#1a1c25', '#23262f', '#40291a'],
  step: 0.005,
  soft: { lightness: 0.305, chroma: 0.075 },
  rail: { lightness: 0.46, chroma: 0.1 },
};

const WHITE = '#ffffff';
const INK = '#1a1c23';
/** WCAG 2.2: 1.4.3 for text, 1.4.11 for what is only a shape. */
const TEXT = 4.5;
const SHAPE = 3;

/**
 * The chat's colours for a brand's, in both themes. What a reader could not tell apart gives in: the colour gets darker on
 * light ground and lighter on dark ground until its text has a contrast of 4.5, and it one of 3 with what it lies on.
 *
 * @param brand such as `#2a3fd0`
 */
export function brandTokens(brand: string): { light: BrandTokens; dark: BrandTokens } {
  return { light: tokensFor(brand, LIGHT), dark: tokensFor(brand, DARK) };
}

/**
 * The same as rules for the shadow root, where `data-theme` of the host says which theme is wanted. They win over the chat's
 * own colours, and a site's rules for the element over them.
 */
export function brandRules(brand: string): string {
  const { light, dark } = brandTokens(brand);
  const darkRules = declarations(dark);
  return [
    `:host(baton-chat){${declarations(light)}}`,
    `@media screen{:host([data-theme=dark]){${darkRules}}}`,
    `@media screen and (prefers-color-scheme:dark){:host([data-theme=auto]){${darkRules}}}`,
  ].join('');
}

function declarations(tokens: BrandTokens): string {
  return Object.entries(tokens)
    .map(([name, value]) => `--baton-${name}:${value}`)
    .join(';');
}

function tokensFor(brand: string, { grounds, step, soft, rail }: Theme): BrandTokens {
  const { hue, chroma } = toOklch(brand);
  const [canvas] = grounds;
  const like = (look: Theme['soft']) =>
    toHex({ hue, lightness: look.lightness, chroma: Math.min(look.chroma, chroma) });

  const accent = giveIn(
    brand,
    step,
    (colour) => contrast(colour, textOn(colour)) >= TEXT && contrast(colour, canvas) >= SHAPE,
  );
  const accentSoft = like(soft);
  const accentText = giveIn(brand, step, (colour) =>
    [...grounds, accentSoft].every((ground) => contrast(colour, ground) >= TEXT),
  );
  return {
    accent,
    'on-accent': textOn(accent),
    user: accent,
    'on-user': textOn(accent),
    'accent-soft': accentSoft,
    'accent-text': accentText,
    focus: accentText,
    'rail-ai': like(rail),
  };
}

function textOn(colour: string): string {
  return contrast(colour, WHITE) >= contrast(colour, INK) ? WHITE : INK;
}

/** The first colour of this hue, from the brand's own on, that is good enough; black or white in the end. */
function giveIn(brand: string, step: number, isGood: (colour: string) => boolean): string {
  const wanted = toOklch(brand);
  if (isGood(brand)) return brand;
  for (let { lightness } = wanted; lightness >= 0 && lightness <= 1; lightness += step) {
    const colour = toHex({ ...wanted, lightness });
    if (isGood(colour)) return colour;
  }
  return step < 0 ? '#000000' : WHITE;
}
