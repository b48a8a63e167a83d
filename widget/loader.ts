import { createBaton, replay } from './commands.ts';
import { addStyle, createChatElement } from './element.ts';
import { createLauncher } from './launcher.ts';
import type { Panel, PanelHost } from './panel-host.ts';
import { ownScript, readOptions, serverOf } from './script-options.ts';
import { raise } from './top-layer.ts';

const warned = new Set<string>();

function warn(text: string): void {
  if (warned.has(text)) return;
  warned.add(text);
  // oxlint-disable-next-line no-console -- the site owner's only way to see a typing mistake
  console.warn(`Baton: ${text}`);
}

function start(script: HTMLScriptElement): void {
  const server = serverOf(script);
  const options = readOptions(script, document.documentElement, warn);
  const { element, root } = createChatElement(options);
  const launcher = createLauncher(root, options.theme, {
    onPress: () => void open('customer'),
    onNear: loadPanel,
  });
  let loading: Promise<Panel | null> | null = null;
  let isOpen = false;
  let unread = 0;
  let isGone = false;
  let opener: Element | null = null;

  const host: PanelHost = {
    ...options,
    server,
    root,
    settings: ask(options.locale),
    onChange(nowOpen, nowUnread, name) {
      if (nowOpen) launcher.remove();
      else launcher.show(nowUnread, name);
      if (nowOpen !== isOpen) emit(nowOpen ? 'open' : 'close');
      if (nowUnread !== unread) emit('unread', nowUnread);
      isOpen = nowOpen;
      unread = nowUnread;
    },
    returnFocus() {
      if (opener instanceof HTMLElement && opener.isConnected) opener.focus();
      else launcher.focus();
    },
  };

  function ask(locale: string): PanelHost['settings'] {
    const settings = get(`${server}/api/widget?locale=${locale}`).then((response) =>
      response.json(),
    );
    // That there are none the panel says when it is opened.
    settings.then(
      ({ launcher: texts, look, proactive }) => {
        launcher.speak(texts);
        if (look) addStyle(root, look);
        if (proactive) setTimeout(loadPanel, proactive.afterSeconds * 1000);
      },
      () => {},
    );
    return settings;
  }

  function loadPanel(): Promise<Panel | null> {
    loading ??= importPanel(`${server}/${__PANEL_URL__}`)
      .then(({ startPanel }) => (isGone ? null : startPanel(host)))
      .catch((error: unknown) => {
        loading = null;
        warn(String(error));
        return null;
      });
    return loading;
  }

  async function open(by: 'customer' | 'page'): Promise<void> {
    const { activeElement } = document;
    opener = by === 'page' && activeElement !== document.body ? activeElement : null;
    const panel = await loadPanel();
    if (panel) panel.open(by);
    else launcher.fail();
  }

  async function change(facts: Partial<PanelHost>): Promise<void> {
    Object.assign(host, facts);
    await (await loading)?.refresh();
  }

  const close = async () => (await loading)?.close();

  function emit(name: string, detail?: unknown): void {
    dispatchEvent(new CustomEvent(`baton:${name}`, { detail }));
  }

  function mount(): void {
    if (isGone) return;
    launcher.show(unread);
    document.body.append(element);
    if (element.offsetParent) raise(element);
    if (hasConversation(server)) (window.requestIdleCallback ?? setTimeout)(loadPanel);
    if (options.isOpen) void open('page');
    emit('ready');
    isMounted();
  }

  let isMounted = () => {};
  const mounted = new Promise<void>((resolve) => {
    isMounted = resolve;
  });

  const early = window.Baton?.q;
  const baton = createBaton(
    {
      open: () => open('page'),
      close,
      toggle: () => (isOpen ? close() : open('page')),
      show() {
        element.hidden = false;
      },
      hide() {
        element.hidden = true;
        return close();
      },
      async destroy() {
        isGone = true;
        element.remove();
        delete window.Baton;
        (await loading)?.dispose();
      },
      setLocale(tag) {
        const locale = String(tag);
        return change({ locale, settings: ask(locale) });
      },
      setStrings: (strings) => change({ strings }),
      ready: () => mounted,
      on(name, listener) {
        const type = `baton:${String(name)}`;
        const hear = (event: Event) => {
          if (typeof listener === 'function')
            listener(event instanceof CustomEvent && event.detail);
        };
        addEventListener(type, hear);
        return () => removeEventListener(type, hear);
      },
    },
    warn,
  );
  window.Baton = baton;
  replay(early, baton);
  // After the calls made early, so that a listener among them hears of it.
  if (document.body) mount();
  else document.addEventListener('DOMContentLoaded', mount, { once: true });
}

/**
 * Many browsers remember that a module did not load, and would not try again. So the file comes into the cache first. Another
 * address would not do: what is loaded later imports the panel by this one.
 */
async function importPanel(url: string): Promise<{ startPanel(host: PanelHost): Panel }> {
  await (await get(url)).blob();
  return import(/* @vite-ignore */ url);
}

async function get(url: string): Promise<Response> {
  const response = await fetch(url, { credentials: 'omit' });
  if (!response.ok) throw new Error(`${response.status}`);
  return response;
}

/** Whether there is something to come back to. Nothing is written before the visitor does something. */
function hasConversation(server: string): boolean {
  try {
    return localStorage.getItem(`baton:${server}:session`) !== null;
  } catch {
    return false;
  }
}

const script = ownScript(document);
// Included twice, it works once.
if (script && !(window.Baton && 'open' in window.Baton)) {
  try {
    start(script);
  } catch (error) {
    warn(String(error));
  }
} else if (!script) warn('no script with src=…/baton.js');
