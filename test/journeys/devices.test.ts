import { chromium, type Browser, type BrowserContextOptions, type Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { findChromium, launchChromium } from '../chromium.ts';
import { layoutFaults } from './layout-faults.ts';
import { eventually } from './processes.ts';
import { buildStage, change, type Stage } from './stage.ts';

const SCENES = [
  'idle',
  'away',
  'ai',
  'miss',
  'not-helpful',
  'streaming',
  'requesting-slow',
  'queued',
  'queued-place',
  'ticket',
  'sheet',
  'sheet-email',
  'human',
  'ended',
  'not-sent',
  'rate-limited',
  'wide',
  'rich-words',
  'rich-files',
  'rich-carousel',
  'rich-form',
];

/** WCAG 2.2, 1.4.12: what readers may set, and nothing may get lost by it. */
const TEXT_SPACING = `* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important }
p { margin-block-end: 2em !important }`;

type Device = BrowserContextOptions & { language?: string; hasLargeText?: boolean; css?: string };

const DEVICES: Record<string, Device> = {
  'on a small phone': { viewport: { width: 320, height: 640 }, hasTouch: true, isMobile: true },
  'on a phone': { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true },
  'with four times the zoom': { viewport: { width: 320, height: 256 } },
  'with letters twice as large': { viewport: { width: 1280, height: 900 }, hasLargeText: true },
  'on a phone with letters twice as large': {
    viewport: { width: 390, height: 844 },
    hasTouch: true,
    isMobile: true,
    hasLargeText: true,
  },
  'with more space in the text': { viewport: { width: 1280, height: 900 }, css: TEXT_SPACING },
  'in a language of longer words': { viewport: { width: 320, height: 640 }, language: 'en-XA' },
  'in a language from right to left': { viewport: { width: 390, height: 844 }, language: 'ar-XB' },
};

let browser: Browser;
/** Of somebody who has chosen letters twice as large in the browser's settings. */
let enlarged: Browser;
let stage: Stage;
beforeAll(async () => {
  [stage, browser, enlarged] = await Promise.all([
    buildStage(),
    launchChromium(),
    chromium.launch({
      executablePath: findChromium(),
      args: ['--no-sandbox', '--disable-gpu', '--blink-settings=defaultFontSize=32'],
    }),
  ]);
});
afterAll(() => Promise.all([browser.close(), enlarged.close()]));

/** As a reader's own style sheet would. */
function addRules(page: Page, css: string): Promise<void> {
  return page.evaluate((rules) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(rules);
    document.querySelector('baton-chat')?.shadowRoot?.adoptedStyleSheets.push(sheet);
  }, css);
}

test.concurrent.for(Object.entries(DEVICES))(
  '%s everything can be seen, reached and hit, and nothing scrolls sideways',
  async ([_name, { language = 'en', hasLargeText, css, ...options }], { onTestFinished }) => {
    const context = await (hasLargeText ? enlarged : browser).newContext({
      reducedMotion: 'reduce',
      ...options,
    });
    onTestFinished(() => context.close());
    const page = await stage.show(context, { scene: 'idle', language });
    const faults: Record<string, string[]> = {};

    for (const scene of SCENES) {
      await change(page, scene);
      if (css) await addRules(page, css);
      const found = await layoutFaults(page, options.hasTouch ? 44 : 36);
      if (found.length > 0) faults[scene] = found;
    }

    expect(faults).toEqual({});
  },
);

test.concurrent('on paper there is all that was said, after the page and without what can be pressed', async ({
  onTestFinished,
}) => {
  const context = await browser.newContext();
  onTestFinished(() => context.close());
  const page = await stage.show(context, { scene: 'long' });
  const chat = page.locator('baton-chat');
  // As it is for a customer who has opened it.
  await chat.evaluate((element) => {
    element.setAttribute('popover', 'manual');
    if (element instanceof HTMLElement) element.showPopover();
  });

  await page.emulateMedia({ media: 'print' });
  await page.evaluate(() => dispatchEvent(new Event('beforeprint')));

  expect(await page.getByRole('button').count()).toBe(0);
  expect(await page.getByRole('textbox').count()).toBe(0);
  await page.getByRole('heading', { name: 'Finch' }).waitFor();
  const heading = await page.getByRole('heading', { level: 1 }).boundingBox();
  const first = await page.getByText('Question 1', { exact: true }).boundingBox();
  const last = await page.getByText('Question 30', { exact: true }).boundingBox();
  const panel = await page.locator('[part=panel]').boundingBox();
  expect(first?.y).toBeGreaterThan(heading?.y ?? Infinity);
  expect(last?.y).toBeGreaterThan(first?.y ?? Infinity);
  expect((panel?.y ?? 0) + (panel?.height ?? 0)).toBeGreaterThan(last?.y ?? Infinity);

  await page.emulateMedia({ media: 'screen' });
  await page.evaluate(() => dispatchEvent(new Event('afterprint')));
  expect(await chat.evaluate((element) => element.matches(':popover-open'))).toBe(true);
});

test.concurrent('on a phone the panel keeps to what the keyboard leaves, and the page does not zoom', async ({
  onTestFinished,
}) => {
  const context = await browser.newContext({
    viewport: { width: 390, height: 844 },
    hasTouch: true,
    isMobile: true,
    reducedMotion: 'reduce',
  });
  onTestFinished(() => context.close());
  // A keyboard on the screen takes from the visual viewport only, and may push it down.
  await context.addInitScript(() => {
    const keyboard = Object.assign(new EventTarget(), { height: 844, offsetTop: 0 });
    Object.defineProperty(window, 'visualViewport', { value: keyboard });
    window.addEventListener('keyboard', () => {
      Object.assign(keyboard, { height: 480, offsetTop: 60 });
      keyboard.dispatchEvent(new Event('resize'));
    });
  });
  const page = await stage.show(context, { scene: 'ai' });
  const panel = page.locator('[part=panel]');
  const composer = page.getByRole('textbox', { name: 'Message' });
  const boxes = async () => {
    const [box, text] = [await panel.boundingBox(), await composer.boundingBox()];
    return { top: box?.y, height: box?.height, end: (text?.y ?? 0) + (text?.height ?? 0) };
  };
  await eventually('the panel covers the page', async () => (await boxes()).height === 844);

  await page.evaluate(() => dispatchEvent(new Event('keyboard')));

  await eventually('the panel is above the keyboard', async () => {
    const { top, height, end } = await boxes();
    return top === 60 && height === 480 && end < 540;
  });
  const size = await composer.evaluate((field) => getComputedStyle(field).fontSize);
  expect(Number.parseFloat(size)).toBeGreaterThanOrEqual(16);
});
