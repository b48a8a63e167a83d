import { effect } from '@preact/signals';
import { createChat } from './chat.ts';
import { systemClock } from './clock.ts';
import { mountPanel } from './components/Panel.tsx';
import { speak, useOwnTexts } from './language.ts';
import { pageLocks } from './locks.ts';
import { keepEvents } from './own-events.ts';
import { browserPage } from './page.ts';
import type { Panel, PanelHost } from './panel-host.ts';
import { browserKeyValue, createStorage } from './storage.ts';
import { openTabs } from './tabs.ts';
import { standAbove } from './top-layer.ts';
import { language, t } from './translate.ts';
import { makeUuid } from './uuid.ts';

/** Makes the chat of this page and puts its panel into the shadow root. */
export async function startPanel(host: PanelHost): Promise<Panel> {
  const { server, root, settings, theme, position, onChange, returnFocus } = host;
  await speak(wantedLanguages(host));
  const chat = createChat({
    server,
    settings,
    locale: () => host.locale || language.value.locale,
    fetch: fetch.bind(window),
    storage: createStorage(server, browserKeyValue(), systemClock.now),
    tabs: openTabs(server, pageLocks()),
    clock: systemClock,
    page: browserPage,
    makeId: makeUuid,
  });
  keepEvents(root);
  const useOwn = () => useOwnTexts(chat.settings.value?.strings, host.strings);
  const undo = [
    // Before the panel is mounted, so that the launcher is back when the panel returns the focus to it.
    effect(() => {
      const count = chat.unread.value;
      // The words for it come with the conversation.
      const name = (count > 0 && t('launcher.unread', { count })) || t('launcher.open');
      onChange(chat.isOpen.value, count, name);
    }),
    effect(() => void useOwn()),
    effect(() => standAbove(root.host, chat.isOpen.value && chat.openedBy.value === 'customer')),
    mountPanel(root, chat, { theme, position, returnFocus }),
    chat.dispose,
  ];
  settings
    .then(async ({ proactive }) => {
      if (!proactive) return;
      const { sayHello } = await import('./hello.tsx');
      undo.push(await sayHello(proactive, chat, host));
    })
    // Nobody misses it.
    .catch(() => {});
  return {
    open: chat.open,
    close: chat.close,
    async refresh() {
      chat.boot(host.settings);
      await Promise.all([speak(wantedLanguages(host)), useOwn()]);
    },
    dispose() {
      for (const stop of undo) stop();
    },
  };
}

/** As the site says, else as the page says, else as the customer reads. */
function wantedLanguages({ locale }: PanelHost): string[] {
  return [locale, document.documentElement.lang, ...navigator.languages].filter(Boolean);
}
