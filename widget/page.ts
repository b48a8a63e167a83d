/** What happens to the page around the chat. `hidden-away`: it is left or frozen; `back`: it was shown again as it was. */
export type PageEvent = 'online' | 'offline' | 'visible' | 'hidden-away' | 'back';

/** What the chat needs to know about the page it is on. */
export interface Page {
  isOnline(): boolean;
  address(): { url: string; title: string };
  listen(onEvent: (event: PageEvent) => void): () => void;
}

const MAX_URL = 2000;
const MAX_TITLE = 300;

export const browserPage: Page = {
  isOnline: () => navigator.onLine,
  address: () => ({
    url: location.href.slice(0, MAX_URL),
    title: document.title.slice(0, MAX_TITLE),
  }),
  listen(onEvent) {
    const stop = new AbortController();
    const { signal } = stop;
    addEventListener('online', () => onEvent('online'), { signal });
    addEventListener('offline', () => onEvent('offline'), { signal });
    addEventListener('pagehide', () => onEvent('hidden-away'), { signal });
    // A page comes out of the back/forward cache with its connections cut.
    addEventListener('pageshow', ({ persisted }) => persisted && onEvent('back'), { signal });
    document.addEventListener(
      'visibilitychange',
      () => document.visibilityState === 'visible' && onEvent('visible'),
      { signal },
    );
    return () => stop.abort();
  },
};
