import { describe, expect, test } from 'vitest';
import { brandRules, brandTokens } from '../../src/proxy/brand-colour.ts';
import { contrast } from '../widget/styles/contrast.ts';
import { dark, light } from '../widget/styles/tokens.ts';

const BRANDS = [
  ['yellow', '#ffd400'],
  ['white', '#ffffff'],
  ['black', '#000000'],
  ['mid-grey', '#808080'],
  ['red', '#ff0000'],
  ['lime', '#00ff66'],
  ['sky blue', '#7ec8ff'],
  ['the chat’s own', '#2a3fd0'],
] as const;

const THEMES = [
  ['light', light],
  ['dark', dark],
] as const;

describe.each(THEMES)('in the %s theme', (theme, own) => {
  test.each(BRANDS)(
    'a brand that is %s can be read, and be told from what is around it',
    (_name, brand) => {
      const tokens: Record<string, string> = { ...own, ...brandTokens(brand)[theme] };
      const between = (front: string, back: string) =>
        contrast(tokens[front] ?? '', tokens[back] ?? '');

      expect(between('on-accent', 'accent')).toBeGreaterThanOrEqual(4.5);
      expect(between('on-user', 'user')).toBeGreaterThanOrEqual(4.5);
      expect(between('accent', 'canvas')).toBeGreaterThanOrEqual(3);
      expect(between('user', 'canvas')).toBeGreaterThanOrEqual(3);
      for (const ground of ['canvas', 'surface', 'sunken', 'accent-soft', 'human-soft']) {
        expect(between('accent-text', ground)).toBeGreaterThanOrEqual(4.5);
        expect(between('focus', ground)).toBeGreaterThanOrEqual(3);
      }
    },
  );
});

test('a brand that can be read stays as it is', () => {
  expect(brandTokens('#0b6e46').light).toMatchObject({ accent: '#0b6e46', 'on-accent': '#ffffff' });
  expect(brandTokens('#ffd400').dark).toMatchObject({ accent: '#ffd400', 'on-accent': '#1a1c23' });
});

test('a brand that gives in keeps its hue', () => {
  const { accent } = brandTokens('#ffd400').light;
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) =>
    Number.parseInt(accent.slice(at, at + 2), 16),
  );

  expect(red).toBeGreaterThan(green);
  expect(green).toBeGreaterThan(4 * blue);
});

test('the rules say the light colours for every theme, and the dark ones where dark is wanted', () => {
  const rules = brandRules('#ffd400');
  const accents = [...rules.matchAll(/([^{}]*)\{--baton-accent:(#\w+)/g)].map(
    ([, where, colour]) => [where, colour],
  );

  const tokens = brandTokens('#ffd400');
  expect(accents).toEqual([
    [':host(baton-chat)', tokens.light.accent],
    [':host([data-theme=dark])', tokens.dark.accent],
    [':host([data-theme=auto])', tokens.dark.accent],
  ]);
});
