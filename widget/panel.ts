import { effect } from '@preact/signals';
import { createChat } from './chat.ts';
import { systemClock } from './clock.ts';
import { mountPanel } from './components/Panel.tsx';
import { browserPage } from './page.ts';
import type { Panel, PanelHost } from './panel-host.ts';
import { browserKeyValue, createStorage } from './storage.ts';
import { openTabs } from './tabs.ts';
import { makeUuid } from './uuid.ts';

/** Makes the chat of this page and puts its panel into the shadow root. */
export function startPanel(host: PanelHost): Panel {
  const { server, root, settings, theme, position, locale, onChange, returnFocus } = host;
  const chat = createChat({
    server,
    settings,
    locale,
    fetch: fetch.bind(window),
    storage: createStorage(server, browserKeyValue(), systemClock.now),
    tabs: openTabs(server),
    clock: systemClock,
    page: browserPage,
    makeId: makeUuid,
  });
  // Before the panel is mounted, so that the launcher is back when the panel returns the focus to it.
  const stopTelling = effect(() => onChange(chat.isOpen.value, chat.unread.value));
  const unmount = mountPanel(root, chat, { theme, position, returnFocus });
  return {
    open: chat.open,
    close: chat.close,
    dispose() {
      stopTelling();
      unmount();
      chat.dispose();
    },
  };
}
