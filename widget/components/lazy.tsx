import { signal } from '@preact/signals';
import type { ComponentChild, ComponentType } from 'preact';

/**
 * A component that comes in a file of its own, fetched when it is first drawn or earlier by `preload`. Until it is there,
 * and if it cannot be had (offline, or the server has a newer release), `fallback` is shown.
 */
export function lazy<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
  fallback: (props: Props) => ComponentChild,
): { (props: Props): ComponentChild; preload(): void } {
  const loaded = signal<{ component: ComponentType<Props> } | null>(null);
  let isLoading = false;

  function preload() {
    if (isLoading || loaded.value) return;
    isLoading = true;
    void fetchOnce();
  }

  async function fetchOnce() {
    try {
      loaded.value = { component: await load() };
    } catch {
      isLoading = false;
    }
  }

  function Lazy(props: Props) {
    preload();
    const Component = loaded.value?.component;
    return Component ? <Component {...props} /> : fallback(props);
  }
  return Object.assign(Lazy, { preload });
}
