import { focusedIn } from '../focus.ts';
import { nextIndex } from '../next-index.ts';

/**
 * Arrow keys, Home and End walk through the messages of the log; `told` hears the key of the one that has the focus.
 * Returns the function that stops it.
 */
export function walkMessages(log: HTMLElement, told: (key: string) => void): () => void {
  function onKeyDown(event: KeyboardEvent) {
    const focused = focusedIn(log);
    // Inside a message the keys are its own: a wide table scrolls.
    if (focused && focused !== log && focused.tagName !== 'ARTICLE') return;
    const articles = [...log.querySelectorAll<HTMLElement>('article[data-key]')];
    const at = articles.findIndex((article) => article === focused);
    const index = nextIndex(event.key, at, articles.length);
    const article = index === null ? undefined : articles[index];
    if (!article) return;
    event.preventDefault();
    article.focus();
  }
  function onFocus({ target }: FocusEvent) {
    const article =
      target instanceof Element ? target.closest<HTMLElement>('article[data-key]') : null;
    if (article) told(article.dataset.key ?? '');
  }
  log.addEventListener('keydown', onKeyDown);
  log.addEventListener('focusin', onFocus);
  return () => {
    log.removeEventListener('keydown', onKeyDown);
    log.removeEventListener('focusin', onFocus);
  };
}
