import type { WidgetSettings } from '../src/protocol/routes.ts';
import type { ScriptOptions } from './script-options.ts';

/** What the loader, which is always there, gives to the panel, which is loaded when somebody wants to chat. */
export type PanelHost = Pick<ScriptOptions, 'theme' | 'position' | 'locale'> & {
  server: string;
  root: ShadowRoot;
  settings: Promise<WidgetSettings>;
  /** Called at once, and whenever one of them changes. */
  onChange(isOpen: boolean, unread: number): void;
  /** The panel was closed: gives the focus back to where it came from. */
  returnFocus(): void;
};

export interface Panel {
  open(by: 'customer' | 'page'): void;
  close(): void;
  dispose(): void;
}
