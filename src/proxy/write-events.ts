import type { Store } from '../store/store.ts';
import type { FrameStream } from './frame-stream.ts';

/** So many events of a long log are held in memory for one reader. */
const PAGE = 50;

/** Writes the events after `cursor`, no faster than they are read; gives the seq of the last one. */
export async function writeEvents(
  store: Pick<Store, 'read'>,
  conversationId: string,
  cursor: number,
  stream: FrameStream,
): Promise<number> {
  let isOpen = true;
  void stream.closed.then(() => (isOpen = false));
  let last = cursor;
  let page;
  do {
    page = await store.read(conversationId, last, PAGE);
    for (const stored of page) {
      stream.write({ type: 'event', stored });
      last = stored.seq;
      await stream.room();
    }
  } while (isOpen && page.length === PAGE);
  return last;
}
