/** The panel's script, relative to the server, such as `assets/panel-1a2b3c.js`. The build puts it in. */
// oxlint-disable-next-line no-underscore-dangle -- looks like what it is: not a variable of this program
declare const __PANEL_URL__: string;

interface Window {
  Baton?: import('./commands.ts').Baton;
  /** Hears the system's wish to close what is on top. Not in every browser yet. */
  CloseWatcher?: new () => EventTarget & { destroy(): void };
}
