import { screen as page } from '@testing-library/preact';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { SETTINGS } from './a-chat.ts';

const SERVER = 'https://chat.example.com/support';
const fetched = vi.fn<typeof fetch>();

beforeEach(() => {
  vi.resetModules();
  vi.stubGlobal('__PANEL_URL__', 'assets/panel-1.js');
  vi.stubGlobal('fetch', fetched);
  // jsdom has shadow roots, but no constructed sheets.
  vi.stubGlobal(
    'CSSStyleSheet',
    class {
      replaceSync() {}
    },
  );
  Object.defineProperty(ShadowRoot.prototype, 'adoptedStyleSheets', {
    value: [],
    writable: true,
    configurable: true,
  });
  fetched.mockImplementation(() => Promise.resolve(Response.json(SETTINGS)));
});

afterEach(() => {
  void Promise.resolve(window.Baton?.('destroy'));
  document.body.replaceChildren();
  document.head.replaceChildren();
  localStorage.clear();
  vi.restoreAllMocks();
  vi.clearAllMocks();
});

/** The page with the script tag in it. */
async function include(data: Record<string, string> = {}) {
  const script = document.createElement('script');
  script.type = 'application/json';
  script.src = `${SERVER}/baton.js?v=1`;
  Object.assign(script.dataset, data);
  document.head.append(script);
  await import('../../widget/loader.ts');
}

const elements = () => document.querySelectorAll('baton-chat');
const launcher = () => elements()[0]?.shadowRoot?.querySelector('button');

test('one script tag puts one launcher on the page, and asks the server for one thing', async () => {
  await include();

  expect(launcher()?.getAttribute('aria-label')).toBe('Open chat');
  expect(launcher()?.getAttribute('aria-expanded')).toBe('false');
  expect(fetched.mock.calls.map(([url]) => url)).toEqual([`${SERVER}/api/widget?locale=`]);
  expect(localStorage).toHaveLength(0);
  expect(document.cookie).toBe('');
  expect(page.queryByRole('dialog')).toBeNull();
});

test('the launcher is called what the language of the page calls it', async () => {
  const german = { open: 'Chat öffnen', unavailable: 'Der Chat ist nicht verfügbar' };
  fetched.mockImplementation(async () => Response.json({ ...SETTINGS, launcher: german }));

  await include({ locale: 'de' });

  await vi.waitFor(() => expect(launcher()?.getAttribute('aria-label')).toBe('Chat öffnen'));
  expect(fetched.mock.calls[0]?.[0]).toBe(`${SERVER}/api/widget?locale=de`);
});

test('a page that changes its language has a launcher in the new one, and nothing else is loaded for it', async () => {
  await include({ locale: 'de' });
  const french = { open: 'Ouvrir le chat', unavailable: 'Le chat est indisponible' };
  fetched.mockImplementation(async () => Response.json({ ...SETTINGS, launcher: french }));

  await window.Baton?.('setLocale', 'fr');

  await vi.waitFor(() => expect(launcher()?.getAttribute('aria-label')).toBe('Ouvrir le chat'));
  expect(fetched.mock.calls.map(([url]) => url)).toEqual([
    `${SERVER}/api/widget?locale=de`,
    `${SERVER}/api/widget?locale=fr`,
  ]);
});

test('the launcher is there even if the server is not', async () => {
  fetched.mockRejectedValue(new TypeError('Failed to fetch'));

  await include();

  expect(launcher()).toBeTruthy();
});

test('included twice it works once', async () => {
  await include();
  vi.resetModules();
  await include();

  expect(elements()).toHaveLength(1);
});

test('a panel that did not load is said on the launcher, and asked for again at the next press', async () => {
  const warn = vi.spyOn(console, 'warn').mockReturnValue();
  const panelRequests = () =>
    fetched.mock.calls.filter(([url]) => url === `${SERVER}/assets/panel-1.js`).length;
  await include();
  fetched.mockRejectedValue(new TypeError('Failed to fetch'));

  launcher()?.click();
  await vi.waitFor(() => expect(warn).toHaveBeenCalled());
  expect(panelRequests()).toBe(1);
  await vi.waitFor(() =>
    expect(launcher()?.getAttribute('aria-label')).toBe('Chat is unavailable'),
  );
  expect(launcher()?.title).toBe('Chat is unavailable');
  expect(launcher()?.textContent).toBe('!');
  launcher()?.click();

  await vi.waitFor(() => expect(panelRequests()).toBe(2));
  expect(launcher()).toBeTruthy();
});

test('calls made before the script arrived are made up for, in order', async () => {
  const heard: string[] = [];
  const early = (...call: unknown[]) => void queue.push(call);
  const queue: unknown[][] = [];
  window.Baton = Object.assign(early, { q: queue });
  early('on', 'ready', () => heard.push('ready'));
  early('hide');

  await include();

  expect(heard).toEqual(['ready']);
  expect(elements()[0]).toHaveProperty('hidden', true);
});

test('the calls of a page never throw, and a wrong one is said once', async () => {
  const warn = vi.spyOn(console, 'warn').mockReturnValue();
  await include({ theme: 'purple' });

  await window.Baton?.('dance');
  await window.Baton?.('dance');
  await window.Baton?.('constructor');

  expect(warn.mock.calls.map(([text]) => text)).toEqual([
    'Baton: data-theme="purple": use auto or light or dark',
    'Baton: there is no command "dance"',
    'Baton: there is no command "constructor"',
  ]);
});

test('listening gives back its undo', async () => {
  await include();
  const heard = vi.fn<(detail: unknown) => void>();
  const stop = window.Baton?.('on', 'open', heard);

  dispatchEvent(new CustomEvent('baton:open', { detail: 1 }));
  if (typeof stop === 'function') stop();
  dispatchEvent(new CustomEvent('baton:open', { detail: 2 }));

  expect(heard.mock.calls).toEqual([[1]]);
});

test('after destroy nothing of the chat is on the page, and it can be included again', async () => {
  await include();
  await window.Baton?.('destroy');
  expect(elements()).toHaveLength(0);
  expect(window.Baton).toBeUndefined();

  vi.resetModules();
  await include();

  expect(launcher()).toBeTruthy();
});
