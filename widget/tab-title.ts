import { effect, type ReadonlySignal } from '@preact/signals';
import { t } from './translate.ts';

/**
 * Says in the title of the page how many messages are unread. The page may change its title meanwhile: what it wrote last
 * is what comes back. Returns what undoes it.
 */
export function countInTitle(
  unread: ReadonlySignal<number>,
  page: Pick<Document, 'title'>,
): () => void {
  let ours: string | null = null;
  let theirs = '';

  function write(count: number): void {
    if (page.title !== ours) theirs = page.title;
    else if (count === 0) page.title = theirs;
    if (count > 0) page.title = t('attention.tab', { count, title: theirs });
    ours = count > 0 ? page.title : null;
  }

  const stop = effect(() => write(unread.value));
  return () => {
    stop();
    write(0);
  };
}
