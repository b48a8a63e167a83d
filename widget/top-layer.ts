/**
 * Puts the chat above everything on the page, and out of reach of ancestors that are transformed: what is fixed would move
 * with them and be cut off by them. Does nothing where the browser has no popovers.
 */
export function raise(chat: HTMLElement): void {
  chat.popover = 'manual';
  chat.showPopover?.();
}

/**
 * Raises the chat while a customer wants it, whatever else the page has put on top, and lets it down again. A site that has
 * said where it stands, by `--baton-z-index`, keeps it there.
 */
export function standAbove(chat: Element, isWanted: boolean): void {
  if (!(chat instanceof HTMLElement)) return;
  chat.popover = null;
  const isPlaced = getComputedStyle(chat).getPropertyValue('--baton-z-index') !== '';
  // What is fixed has a parent for its place only where that parent is transformed.
  if ((isWanted && !isPlaced) || chat.offsetParent) raise(chat);
}
