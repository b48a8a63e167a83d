import { signal, type ReadonlySignal } from '@preact/signals';
import type { WidgetSettings } from '../src/protocol/routes.ts';
import type { Surroundings } from './surroundings.ts';

const ANSWER_WITHIN_MS = 20_000;

export interface Settings {
  settings: ReadonlySignal<WidgetSettings | null>;
  /** False after they could not be loaded. */
  isAvailable: ReadonlySignal<boolean>;
  /** Waits for them, asked for by somebody else already or else now. */
  load(asked?: Promise<WidgetSettings>): Promise<void>;
  /** Nobody waits for them any more. */
  stop(): void;
}

/** How the site owner has set up the chat. */
export function createSettings({ server, fetch, clock, locale }: Surroundings): Settings {
  const settings = signal<WidgetSettings | null>(null);
  const isAvailable = signal(true);
  let waiting = new AbortController();

  async function ask({ signal }: AbortController): Promise<WidgetSettings> {
    const response = await fetch(`${server}/api/widget?locale=${locale()}`, {
      credentials: 'omit',
      signal,
    });
    if (!response.ok) throw new TypeError(`${response.status}`);
    return response.json();
  }

  return {
    settings,
    isAvailable,
    async load(asked) {
      const mine = new AbortController();
      waiting = mine;
      const callOff = clock.after(ANSWER_WITHIN_MS, () => mine.abort());
      mine.signal.addEventListener('abort', callOff);
      try {
        settings.value = await (asked ?? ask(mine));
        isAvailable.value = true;
      } catch {
        // What is known stays true when it cannot be asked for again.
        isAvailable.value = waiting !== mine || settings.value !== null;
      }
      callOff();
    },
    stop() {
      const left = waiting;
      waiting = new AbortController();
      left.abort();
    },
  };
}
