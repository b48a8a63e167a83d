import { describe, expect, test } from 'vitest';
import { LANGUAGES } from '../../src/protocol/languages.ts';
import { Settings } from '../../src/protocol/settings.ts';
import { LAUNCHER_TEXTS } from '../../src/proxy/launcher-texts.ts';
import { widgetSettings } from '../../src/proxy/widget-settings.ts';
import { findCatalogue } from '../../widget/strings/catalogues.ts';
import { texts as panel } from '../../widget/strings/en/panel.ts';
import { createRig } from './rig.ts';

const none = async () => ({ texts: {} });
const ENGLISH = { panel: async () => ({ texts: panel }), conversation: none, later: none };

function ask(locale?: string, acceptLanguage?: string, own: unknown = {}) {
  const settings = Settings.parse({ widget: { strings: own } });
  const facts = {
    settings,
    canHandOff: true,
    canLeaveTicket: true,
    team: { state: 'unknown' } as const,
  };
  return widgetSettings({ ...facts, locale, acceptLanguage });
}

describe('what the launcher is called', () => {
  test.each([
    ['the page’s language', 'de', 'fr', 'Chat öffnen'],
    ['the page’s language without its region', 'de-AT', undefined, 'Chat öffnen'],
    ['the reader’s, where the page names none', '', 'fr-CA,fr;q=0.9,en;q=0.8', 'Ouvrir le chat'],
    ['the reader’s, where the page’s is unknown', 'sv', 'es', 'Abrir el chat'],
    ['English, where nothing is known', undefined, undefined, 'Open chat'],
    ['English, where nothing makes sense', '<script>', ';;,,', 'Open chat'],
  ])('is in %s', (_which, locale, acceptLanguage, name) => {
    expect(ask(locale, acceptLanguage).launcher.open).toBe(name);
  });

  test.each(LANGUAGES)('is the same there as in the chat: %s', async (language) => {
    const { texts } = await findCatalogue([language], ENGLISH).catalogue.panel();

    expect(LAUNCHER_TEXTS[language]).toEqual({
      open: texts['launcher.open'],
      unavailable: texts['composer.unavailable'],
    });
  });

  test('is asked for by the page through the front door', async () => {
    const rig = await createRig({ account: null, before: () => {} });
    const answer = await rig.request('/api/widget?locale=ja');

    expect(await answer.json()).toMatchObject({ launcher: { open: 'チャットを開く' } });
    await rig.close();
  });
});

test('a site’s own words come in the language that is spoken, and no others', () => {
  const own = {
    en: { 'handoff.request': 'Ask our team' },
    de: { 'handoff.request': 'Team fragen', 'launcher.open': 'Fragen?' },
  };

  expect(ask('de', '', own)).toMatchObject({
    strings: { 'handoff.request': 'Team fragen' },
    launcher: { open: 'Fragen?', unavailable: 'Der Chat ist nicht verfügbar' },
  });
  expect(ask('fr', '', own).strings).toBeUndefined();
});

test('own words in a language that there is none of stop the start', () => {
  expect(() => ask('de', '', { xx: { 'handoff.request': 'Hm' } })).toThrow(/strings/);
});

test('a message before the visitor’s first waits twenty seconds at least', () => {
  const proactive = { message: 'Looking for a teapot?', afterSeconds: 20, onUrl: '/teapots/*' };
  const facts = { canHandOff: true, canLeaveTicket: true, team: { state: 'unknown' } as const };
  const settings = Settings.parse({ widget: { proactive } });

  const shown = widgetSettings({ ...facts, settings, locale: 'en', acceptLanguage: '' });
  expect(shown.proactive).toEqual(proactive);
  expect(() =>
    Settings.parse({ widget: { proactive: { ...proactive, afterSeconds: 19 } } }),
  ).toThrow(/afterSeconds/);
});
