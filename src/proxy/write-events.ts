import type { Store } from '../store/store.ts';
import { frameText } from './frame-text.ts';
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
  let last = cursor;
  let page;
  do {
    page = await store.read(conversationId, last, PAGE);
    for (const stored of page) {
      await stream.room();
      if (stream.isOver) return last;
      stream.send(frameText({ type: 'event', stored }));
      last = stored.seq;
    }
  } while (page.length === PAGE);
  return last;
}
