import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { LANGUAGES } from '../../src/protocol/languages.ts';
import { launchChromium } from '../chromium.ts';
import { startWorld, visit, type World } from './site.ts';

let browser: Browser;
let world: World;
beforeAll(async () => {
  [browser, world] = await Promise.all([launchChromium(), startWorld()]);
});
afterAll(async () => {
  await browser.close();
  await world.stop();
});

/** As a menu of languages on the site would do it. */
const speak = (page: Page, tag: string) =>
  page.evaluate((locale) => void window.Baton?.('setLocale', locale), tag);

const panelIn = (page: Page, language: string) =>
  page.locator(`[part~="panel"][lang|="${language}"]`);

/** Texts and buttons that reach out of the panel, or are wider than their place. */
const misfits = (page: Page) =>
  page.evaluate(() => {
    const panel = document
      .querySelector('baton-chat')
      ?.shadowRoot?.querySelector('[part~="panel"]');
    const edges = panel?.getBoundingClientRect();
    if (!panel || !edges) return ['there is no panel'];
    return [...panel.querySelectorAll('button, h2, h3, h4, p, textarea, .banner, .card')]
      .filter((element) => {
        const { left, right, width } = element.getBoundingClientRect();
        const sticksOut = left < edges.left - 1 || right > edges.right + 1;
        return width > 0 && (sticksOut || element.scrollWidth > element.clientWidth + 1);
      })
      .map(({ textContent }) => textContent);
  });

test('a visitor is spoken to in German from the launcher on, without a word of English being loaded', async () => {
  const { context, page, chat, troubles } = await visit(browser, world);
  const asked: string[] = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  await chat.launcher.waitFor();

  await speak(page, 'de-AT');
  await chat.button('Chat öffnen').click();
  await page.getByRole('heading', { name: 'Hallo, ich bin Finch. Wie kann ich helfen?' }).waitFor();
  await page.getByText('KI-Assistent', { exact: true }).waitFor();
  await page.getByRole('textbox', { name: 'Nachricht' }).fill('Wo ist meine Bestellung?');
  await chat.button('Senden').click();
  await page.getByRole('article', { name: /^Finch, KI-Assistent, / }).waitFor();

  expect(asked.filter((path) => /\/de-\w+-texts-/.test(path)).length).toBeGreaterThan(0);
  expect(asked.filter((path) => /\/(conversation|later)-texts-/.test(path))).toEqual([]);
  expect(troubles).toEqual([]);
  await context.close();
});

test('the open chat changes its language and direction at once, and keeps what was written', async () => {
  const { context, page, chat } = await visit(browser, world);
  await chat.open();
  await chat.composer.fill('مرحبا');

  await speak(page, 'ar');

  await panelIn(page, 'ar').waitFor();
  await page.getByRole('button', { name: 'إغلاق الدردشة' }).waitFor();
  expect(await panelIn(page, 'ar').getAttribute('dir')).toBe('rtl');
  expect(await page.getByRole('textbox', { name: 'الرسالة' }).inputValue()).toBe('مرحبا');
  await page.evaluate(() => void window.Baton?.('setStrings', { 'composer.send': 'أرسل الآن' }));
  await page.getByRole('button', { name: 'أرسل الآن' }).waitFor();
  // The panel stays where the site wants it; what is in it is mirrored.
  const [speaker, close] = await Promise.all([
    page.getByRole('heading', { level: 2 }).boundingBox(),
    page.getByRole('button', { name: 'إغلاق الدردشة' }).boundingBox(),
  ]);
  expect(close?.x).toBeLessThan(speaker?.x ?? 0);
  await context.close();
});

test('in every language all words fit on a small phone', async () => {
  const { context, page, chat } = await visit(browser, world, {
    viewport: { width: 320, height: 640 },
    hasTouch: true,
    isMobile: true,
  });
  await chat.open();
  const wrong: Record<string, (string | null)[]> = {};

  for (const language of [...LANGUAGES.filter((each) => each !== 'en'), 'en']) {
    await speak(page, language);
    await panelIn(page, language).waitFor();
    const found = await misfits(page);
    if (found.length > 0) wrong[language] = found;
  }
  await speak(page, 'en-XA');
  await page.getByText('~~~~').first().waitFor();
  const longer = await misfits(page);

  expect(wrong).toEqual({});
  expect(longer).toEqual([]);
  await context.close();
});
