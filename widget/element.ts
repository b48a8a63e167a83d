import type { ScriptOptions } from './script-options.ts';

/**
 * Nothing of the page reaches in: `!important` inside a shadow root wins over `!important` outside of it, and a fixed box
 * takes no place in the page's layout. Custom properties pass, on purpose: with `--baton-*` a site sets its look.
 */
const STYLE = `
:host{all:initial!important;position:fixed!important;z-index:var(--baton-z-index,2147483000)!important}
:host([hidden]){display:none!important}`;

/** Makes the one element of the chat. Everything that is seen is in its open shadow root. */
export function createChatElement({ position, theme }: Pick<ScriptOptions, 'position' | 'theme'>): {
  element: HTMLElement;
  root: ShadowRoot;
} {
  const element = document.createElement('baton-chat');
  Object.assign(element.dataset, { position, theme });
  const root = element.attachShadow({ mode: 'open' });
  addStyle(root, STYLE);
  return { element, root };
}

/** Adds rules in a way that a strict content security policy allows. */
export function addStyle(root: ShadowRoot, rules: string): void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(rules);
  root.adoptedStyleSheets.push(sheet);
}
