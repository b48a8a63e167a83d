/** The element with the focus inside `root`, which a page only knows as its host. */
export function focusedIn(root: Node): HTMLElement | null {
  const tree = root.getRootNode();
  const active = tree instanceof Document || tree instanceof ShadowRoot ? tree.activeElement : null;
  return active instanceof HTMLElement && root.contains(active) ? active : null;
}

/**
 * Content that changes must not throw the focus out of the panel: when the focused control disappears, `fallback` takes
 * over. Returns the function that stops watching.
 */
export function keepFocus(panel: HTMLElement, fallback: () => void): () => void {
  let focused: EventTarget | null = null;

  function onFocus({ target }: FocusEvent) {
    focused = target;
  }
  function onBlur({ target }: FocusEvent) {
    // A removed element may also fire this, and is told from a customer who went elsewhere once it is out of the tree.
    queueMicrotask(() => {
      if (target === focused && target instanceof Node && target.isConnected) focused = null;
    });
  }
  const observer = new MutationObserver(() => {
    if (!(focused instanceof HTMLElement)) return;
    const gone = !focused.isConnected || focused.closest('[inert]') !== null;
    if (!gone || focusedIn(panel)) return;
    focused = null;
    fallback();
  });

  panel.addEventListener('focusin', onFocus);
  panel.addEventListener('focusout', onBlur);
  observer.observe(panel, { childList: true, subtree: true });
  return () => {
    panel.removeEventListener('focusin', onFocus);
    panel.removeEventListener('focusout', onBlur);
    observer.disconnect();
  };
}

/** True while an input method is composing; Safari ends the composition before the key that ended it. */
export function isComposing(event: KeyboardEvent): boolean {
  return event.isComposing || event.keyCode === 229;
}
