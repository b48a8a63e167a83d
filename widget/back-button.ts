/**
 * While the panel covers the page of a phone, the system's Back takes away what is on top, as Escape does, one thing each
 * time. A close watcher hears it without an entry in the page's history; where there is none, Back does what it did before.
 * Returns the function that stops it.
 */
export function closeOnBack(panel: HTMLElement): () => void {
  const { CloseWatcher } = window;
  if (!CloseWatcher) return () => {};
  let watcher: InstanceType<typeof CloseWatcher> | null = null;

  function watch(Watcher: NonNullable<typeof CloseWatcher>): void {
    watcher = new Watcher();
    watcher.addEventListener('close', () => {
      watcher = null;
      const top = panel.querySelector('[role=menu], dialog') ?? panel;
      top.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }));
      // A watcher hears one Back only.
      if (panel.isConnected) watch(Watcher);
    });
  }

  // What Escape has closed by itself must not close the next thing as well.
  function onKeyDown(event: KeyboardEvent): void {
    if (event.key === 'Escape') event.preventDefault();
  }

  watch(CloseWatcher);
  panel.addEventListener('keydown', onKeyDown, true);
  return () => {
    watcher?.destroy();
    panel.removeEventListener('keydown', onKeyDown, true);
  };
}
