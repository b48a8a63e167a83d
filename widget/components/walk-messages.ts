import { focusedIn, nextIndex } from '../focus.ts';

/**
 * Arrow keys, Home and End walk through the messages of the log; `told` hears the key of each one that is reached.
 * Returns the function that stops it.
 */
export function walkMessages(log: HTMLElement, told: (key: string) => void): () => void {
  function onKeyDown(event: KeyboardEvent) {
    const focused = focusedIn(log);
    // Inside a message the keys are its own: a wide table scrolls.
    if (focused && focused !== log && focused.tagName !== 'ARTICLE') return;
    const articles = [...log.querySelectorAll('article')];
    const at = articles.findIndex((article) => article === focused);
    const index = nextIndex(event.key, at, articles.length);
    const article = index === null ? undefined : articles[index];
    if (!article) return;
    event.preventDefault();
    told(article.dataset.key ?? '');
    article.focus();
  }
  log.addEventListener('keydown', onKeyDown);
  return () => log.removeEventListener('keydown', onKeyDown);
}
