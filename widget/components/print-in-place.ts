import { raise } from '../top-layer.ts';

/**
 * On paper the chat stands after the page: what is in the top layer would lie on the first sheet. Returns the function that
 * stops it.
 */
export function printInPlace(log: HTMLElement): () => void {
  const root = log.getRootNode();
  const host = root instanceof ShadowRoot ? root.host : null;
  if (!(host instanceof HTMLElement)) return () => {};
  const chat = host;
  let wasRaised = false;

  function letDown() {
    wasRaised = chat.matches(':popover-open');
    chat.popover = null;
  }
  function raiseAgain() {
    if (wasRaised) raise(chat);
  }
  addEventListener('beforeprint', letDown);
  addEventListener('afterprint', raiseAgain);
  return () => {
    removeEventListener('beforeprint', letDown);
    removeEventListener('afterprint', raiseAgain);
  };
}
