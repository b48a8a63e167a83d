import { signal } from '@preact/signals';
import type { ComponentChild, ComponentType } from 'preact';

type Lazy<Props> = {
  (props: Props): ComponentChild;
  /** Fetches the component; fulfilled when it is there or cannot be had. */
  preload(): Promise<void>;
};

/**
 * A component that comes in a file of its own, fetched when it is first drawn or earlier by `preload`. Until it is there,
 * and if it cannot be had (offline, or the server has a newer release), `fallback` is shown.
 */
export function lazy<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
  fallback: (props: Props) => ComponentChild = () => null,
): Lazy<Props> {
  const loaded = signal<{ component: ComponentType<Props> } | null>(null);
  let loading: Promise<void> | null = null;

  function preload(): Promise<void> {
    loading ??= fetchComponent();
    return loading;
  }

  async function fetchComponent() {
    try {
      loaded.value = { component: await load() };
    } catch {
      loading = null;
    }
  }

  function Lazy(props: Props) {
    const Component = loaded.value?.component;
    if (Component) return <Component {...props} />;
    void preload();
    return fallback(props);
  }
  return Object.assign(Lazy, { preload });
}
