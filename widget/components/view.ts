import { signal, type ReadonlySignal, type Signal } from '@preact/signals';
import type { Announcer } from '../announcer.ts';
import { createLogScroll, type LogScroll } from './log-scroll.ts';

export type DialogName = 'shared' | 'end' | 'restart';

/** What the panel knows of itself, beside the chat: nothing here outlives the page. */
export type View = {
  dialog: Signal<DialogName | null>;
  isLarge: Signal<boolean>;
  /** A phone: the panel covers the page. */
  isFullScreen: ReadonlySignal<boolean>;
  scroll: LogScroll;
  announcer: Pick<Announcer, 'say' | 'alert'>;
  /** The text field, while it is there. */
  composer: { current: HTMLTextAreaElement | null };
  position: 'left' | 'right';
  returnFocus(): void;
};

export function createView(options: {
  announcer: Pick<Announcer, 'say' | 'alert'>;
  position: 'left' | 'right';
  isFullScreen: ReadonlySignal<boolean>;
  returnFocus(): void;
}): View {
  return {
    ...options,
    dialog: signal<DialogName | null>(null),
    isLarge: signal(false),
    scroll: createLogScroll(),
    composer: { current: null },
  };
}
