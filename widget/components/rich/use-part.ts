import type { RefObject } from 'preact';
import { useLayoutEffect } from 'preact/hooks';
import { addStyle } from '../stylesheets.ts';
import { placeInTabOrder } from '../tab-order.ts';

/** For a part of a message that comes in a file of its own: its styles with it, and its controls where they belong. */
export function usePart(place: RefObject<HTMLElement | null>, styles: string): void {
  useLayoutEffect(() => {
    if (place.current) addStyle(place.current, styles);
  }, []);
  useLayoutEffect(() => {
    if (place.current) placeInTabOrder(place.current);
  });
}
