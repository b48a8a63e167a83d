import { signal, type ReadonlySignal, type Signal } from '@preact/signals';
import type { LogScroll } from './log-scroll.ts';
import type { OpenImage } from './rich/Lightbox.tsx';

/** What can open over the panel: a sheet, or a picture. */
type Dialog = 'shared' | 'end' | 'restart' | OpenImage;

/** What the panel knows of itself, beside the chat: nothing here outlives the page. */
export type View = {
  dialog: Signal<Dialog | null>;
  isLarge: Signal<boolean>;
  /** A phone: the panel covers the page. */
  isFullScreen: ReadonlySignal<boolean>;
  /** The end of the log is in view and stays in view. */
  isPinned: Signal<boolean>;
  /** Where the log is; null before the first message. */
  scroll: LogScroll | null;
  /** Tells a screen reader. */
  say(text: string): void;
  /** The text field, while it is there. */
  composer: { current: HTMLTextAreaElement | null };
  position: 'left' | 'right';
  returnFocus(): void;
};

export function createView(options: {
  say(text: string): void;
  position: 'left' | 'right';
  isFullScreen: ReadonlySignal<boolean>;
  returnFocus(): void;
}): View {
  return {
    ...options,
    dialog: signal<Dialog | null>(null),
    isLarge: signal(false),
    isPinned: signal(true),
    scroll: null,
    composer: { current: null },
  };
}
