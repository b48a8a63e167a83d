/** What a page may say on the script tag. */
export type ScriptOptions = {
  theme: 'auto' | 'light' | 'dark';
  position: 'left' | 'right';
  /** A BCP 47 tag; the page's own language if the script names none, '' if the page names none either. */
  locale: string;
  isOpen: boolean;
};

/** The script element of the loader, also where `document.currentScript` is not set: added by a tag manager, as a module. */
export function ownScript(page: Document): HTMLScriptElement | null {
  const current = page.currentScript;
  if (current instanceof HTMLScriptElement) return current;
  for (const script of page.scripts) {
    if (/\/baton(-[\d.]+)?\.js([?#]|$)/.test(script.src)) return script;
  }
  return null;
}

/** The server that a script came from, with the path before `baton.js`, without a slash at the end. */
export function serverOf(script: HTMLScriptElement): string {
  return new URL('.', script.src).href.slice(0, -1);
}

/** Reads `data-*` of the script, and the page's language from its root. What cannot be meant is left at its default and said. */
export function readOptions(
  { dataset }: HTMLElement,
  { lang, dir }: HTMLElement,
  warn: (text: string) => void,
): ScriptOptions {
  function oneOf<T extends string>(name: string, known: readonly [T, ...T[]]): T {
    const value = dataset[name];
    const choice = known.find((candidate) => candidate === value);
    if (value !== undefined && !choice) warn(`data-${name}="${value}": use ${known.join(' or ')}`);
    return choice ?? known[0];
  }
  return {
    theme: oneOf('theme', ['auto', 'light', 'dark']),
    position: oneOf('position', dir === 'rtl' ? ['left', 'right'] : ['right', 'left']),
    isOpen: oneOf('open', ['false', 'true']) === 'true',
    locale: dataset.locale || lang,
  };
}
