import type { WidgetSettings } from '../src/protocol/routes.ts';
import type { ScriptOptions } from './script-options.ts';

/** What the loader, which is always there, gives to the panel, which is loaded when somebody wants to chat. */
export type PanelHost = Pick<ScriptOptions, 'theme' | 'position' | 'locale'> & {
  server: string;
  root: ShadowRoot;
  settings: Promise<WidgetSettings>;
  /** Texts that the page wants instead of the chat's own, by their keys. */
  strings?: unknown;
  /** Called at once, and whenever one of them changes. `name` is what the launcher is called. */
  onChange(isOpen: boolean, unread: number, name: string): void;
  /** The panel was closed: gives the focus back to where it came from. */
  returnFocus(): void;
};

export interface Panel {
  open(by: 'customer' | 'page'): void;
  close(): void;
  /** The host wants another language, or other texts. */
  refresh(): Promise<void>;
  dispose(): void;
}
