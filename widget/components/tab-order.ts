/** What can have the focus in a message; a wide block too, to be scrolled. */
const CONTROLS = 'a[href], button, input, select, pre, .table';

/**
 * Puts what is in a message into the Tab order if it is the message that the arrow keys are at, or takes it out. To be
 * called after each drawing of `place`, the message or a part of it.
 */
export function placeInTabOrder(place: Element): void {
  const isCurrent = place.closest<HTMLElement>('article[data-key]')?.dataset.current === 'true';
  for (const control of place.querySelectorAll(CONTROLS)) {
    control.setAttribute('tabindex', isCurrent ? '0' : '-1');
  }
}
