import { readFileSync } from 'node:fs';

/** The chat's own colours in each theme, by name without `--baton-`. */
export const light = tokensIn('tokens.css');
export const dark = tokensIn('dark.css');

function tokensIn(file: string): Record<string, string> {
  const css = readFileSync(new URL(`../../../widget/styles/${file}`, import.meta.url), 'utf8');
  const found = css.matchAll(/--baton-([\w-]+):\s*(#[0-9a-f]{6});/gi);
  return Object.fromEntries([...found].map(([, name, value]) => [name, value]));
}
