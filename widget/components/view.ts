import { signal, type ReadonlySignal, type Signal } from '@preact/signals';
import type { Contact } from '../../src/protocol/contact.ts';
import type { LogScroll } from './log-scroll.ts';
import type { OpenImage } from './rich/Lightbox.tsx';

/** What can open over the panel: a sheet, or a picture. */
type Dialog = 'handoff' | 'email' | 'shared' | 'end' | 'restart' | OpenImage;

/** What somebody has typed on the way to a person and not sent yet. */
export type Typed = {
  name: string;
  email: string;
  /** The summary in their own words, if they changed it. */
  summary: { conversationId: string; text: string } | null;
};

/** What the panel knows of itself, beside the chat: nothing here outlives the page. */
export type View = {
  /** The id of the conversation that was there when the panel began, '' if there was none. */
  keptConversation: string;
  dialog: Signal<Dialog | null>;
  isLarge: Signal<boolean>;
  /** A phone: the panel covers the page. */
  isFullScreen: ReadonlySignal<boolean>;
  /** The end of the log is in view and stays in view. */
  isPinned: Signal<boolean>;
  /** Where the log is; null before the first message. */
  scroll: LogScroll | null;
  /** How the customer can be reached, as they said when they asked for a person. */
  contact: Signal<Contact | undefined>;
  typed: Signal<Typed>;
  /** Tells a screen reader. */
  say(text: string): void;
  /** Tells a screen reader at once, whatever it is saying. */
  alert(text: string): void;
  /** The text field, while it is there. */
  composer: { current: HTMLTextAreaElement | null };
  position: 'left' | 'right';
  returnFocus(): void;
};

export function createView(options: {
  keptConversation: string;
  say(text: string): void;
  alert(text: string): void;
  position: 'left' | 'right';
  isFullScreen: ReadonlySignal<boolean>;
  returnFocus(): void;
}): View {
  return {
    ...options,
    dialog: signal<Dialog | null>(null),
    contact: signal<Contact | undefined>(undefined),
    typed: signal<Typed>({ name: '', email: '', summary: null }),
    isLarge: signal(false),
    isPinned: signal(true),
    scroll: null,
    composer: { current: null },
  };
}
