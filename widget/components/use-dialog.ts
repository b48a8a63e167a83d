import type { RefObject } from 'preact';
import { useLayoutEffect } from 'preact/hooks';
import { focusedIn } from '../focus.ts';
import { addStyle } from './stylesheets.ts';
import type { View } from './view.ts';

/**
 * What is true of anything that opens over the panel: the rest of it is inert meanwhile, the focus comes in, to what is
 * marked `data-first-focus` or the first button, and goes back to where it was.
 */
export function useDialog(dialog: RefObject<HTMLElement | null>, view: View, styles: string): void {
  useLayoutEffect(() => {
    const element = dialog.current;
    const rest = element?.closest('.panel')?.querySelector<HTMLElement>('.main');
    if (!element || !rest) return undefined;
    addStyle(element, styles);
    const opener = focusedIn(rest);
    rest.toggleAttribute('inert', true);
    const first =
      element.querySelector<HTMLElement>('[data-first-focus]') ?? element.querySelector('button');
    first?.focus();
    return () => {
      rest.toggleAttribute('inert', false);
      (opener?.isConnected ? opener : view.composer.current)?.focus();
    };
  }, []);
}
