/** What pages answer with shortcuts, own scrolling, own dropping, a focus that they take back, or a ban on copying. */
const OWN = 'keydown keypress keyup focusin wheel touchmove paste copy drop dragover contextmenu';

/**
 * Keeps what a customer does in the chat from the page, which hears it as if it happened to an element that nobody can
 * type in: each letter would count as a shortcut. Who listens while events are on their way down cannot be kept from it.
 */
export function keepEvents(root: ShadowRoot): void {
  for (const type of OWN.split(' ')) {
    root.addEventListener(type, (event) => event.stopPropagation(), { passive: true });
  }
}
