import { signal } from '@preact/signals';
import type { ComponentChild, ComponentType } from 'preact';

type Lazy<Props> = {
  (props: Props): ComponentChild;
  /** Fetches the component; fulfilled when it is there or could not be had at the first try. */
  preload(): Promise<void>;
};

const FIRST_PAUSE_MS = 500;
const LONGEST_PAUSE_MS = 30_000;

/**
 * A component that comes in a file of its own, fetched when it is first drawn and `mayLoad`, or earlier by `preload`, again
 * and again if that fails. Until it is there (offline, or the server has a newer release) `fallback` is shown.
 */
export function lazy<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
  fallback: (props: Props) => ComponentChild = () => null,
  mayLoad: (props: Props) => boolean = () => true,
): Lazy<Props> {
  const loaded = signal<{ component: ComponentType<Props> } | null>(null);
  let loading: Promise<void> | null = null;

  function preload(): Promise<void> {
    loading ??= fetchComponent();
    return loading;
  }

  async function fetchComponent(pauseMs = FIRST_PAUSE_MS) {
    try {
      loaded.value = { component: await load() };
    } catch {
      // Whatever is drawn stays as it is: nothing else would make it ask again.
      setTimeout(fetchComponent, pauseMs, Math.min(2 * pauseMs, LONGEST_PAUSE_MS));
    }
  }

  function Lazy(props: Props) {
    const Component = loaded.value?.component;
    if (Component) return <Component {...props} />;
    if (mayLoad(props)) void preload();
    return fallback(props);
  }
  return Object.assign(Lazy, { preload });
}
