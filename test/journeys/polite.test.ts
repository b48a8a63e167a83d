import { gzipSync } from 'node:zlib';
import type { Browser, Page, Request } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchChromium } from '../chromium.ts';
import { chatOn, startWorld, type World } from './site.ts';

let browser: Browser;
let world: World;
beforeAll(async () => {
  [browser, world] = await Promise.all([launchChromium(), startWorld()]);
});
afterAll(async () => {
  await browser.close();
  await world.stop();
});

/** A page of the site, with everything that it asks of anybody but the site itself. */
async function watched() {
  const context = await browser.newContext();
  const page = await context.newPage();
  const asked: string[] = [];
  const requests: Request[] = [];
  page.on('request', (request) => requests.push(request));
  page.on('response', (response) => {
    if (response.url() === world.site.url) return;
    asked.push(new URL(response.url()).pathname);
  });
  await page.goto(world.site.url);
  await chatOn(page).launcher.waitFor();
  await page.waitForLoadState('networkidle');
  /** All script that was asked for before this request, or until now. */
  const scriptBytes = async (before?: Request) => {
    const end = before ? requests.indexOf(before) : requests.length;
    const sizes = await Promise.all(requests.slice(0, end).map(sizeOfScript));
    return sizes.reduce((sum, size) => sum + size, 0);
  };
  return { context, page, asked, scriptBytes };
}

/** What it weighs on its way, compressed with gzip; 0 for what is no script, or came from the browser's cache. */
async function sizeOfScript(request: Request): Promise<number> {
  const response = request.url().endsWith('.js') ? await request.response() : null;
  return response ? gzipSync(await response.body(), { level: 9 }).length : 0;
}

function keptOn(page: Page): Promise<number> {
  return page.evaluate(() => localStorage.length + sessionStorage.length + document.cookie.length);
}

function layoutShift(page: Page): Promise<number> {
  return page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        let total = 0;
        new PerformanceObserver((list) => {
          for (const entry of list.getEntries())
            total += 'value' in entry ? Number(entry.value) : 0;
        }).observe({ type: 'layout-shift', buffered: true });
        requestAnimationFrame(() => requestAnimationFrame(() => resolve(total)));
      }),
  );
}

test('a page that nobody chats on asks for two small things, keeps nothing and does not move', async () => {
  const { context, page, asked, scriptBytes } = await watched();

  expect(asked.toSorted()).toEqual(['/api/widget', '/baton.js']);
  expect(await scriptBytes()).toBeLessThanOrEqual(3_000);
  expect(await keptOn(page)).toBe(0);
  expect(await layoutShift(page)).toBe(0);
  expect(await page.evaluate(() => document.body.lastElementChild?.localName)).toBe('baton-chat');
  await context.close();
});

test('until the customer begins to write, nothing is kept and nothing moves', async () => {
  const { context, page } = await watched();

  await chatOn(page).open();
  await page.waitForLoadState('networkidle');

  expect(await keptOn(page)).toBe(0);
  expect(await layoutShift(page)).toBe(0);
  await context.close();
});

test('until the first message leaves, at most 28 KB of script are asked for', async () => {
  const { context, page, scriptBytes } = await watched();
  const chat = chatOn(page);

  await chat.open();
  const leaving = page.waitForRequest(isMessage);
  await chat.say('My teapot arrived broken, what now?');
  const message = await leaving;
  await page.waitForLoadState('networkidle');

  expect(await scriptBytes(message)).toBeLessThanOrEqual(28_000);
  // The whole of it came afterwards, or the figure above would mean nothing.
  expect(await scriptBytes()).toBeGreaterThan(await scriptBytes(message));
  await context.close();
});

test('a message is shown and arrives even if nothing that hears its answer can be loaded', async () => {
  const { context, page } = await watched();
  const chat = chatOn(page);
  await chat.open();
  await context.route(/\/assets\/answer-/, (route) => route.abort());

  const arrival = page.waitForResponse((response) => isMessage(response.request()));
  await chat.say('My teapot arrived broken, what now?');

  await chat.said('My teapot arrived broken, what now?').waitFor();
  expect((await arrival).status()).toBe(200);
  await context.unroute(/\/assets\/answer-/);
  await page.getByRole('article', { name: /^Finch, AI assistant/ }).waitFor();
  expect(await chat.log.getByText('My teapot arrived broken, what now?').count()).toBe(1);
  await context.close();
});

test('what closes things on a phone closes one thing each time, and leaves the history of the page alone', async () => {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 } });
  const page = await context.newPage();
  await page.goto(world.site.url);
  const chat = chatOn(page);
  const entries = () => page.evaluate(() => history.length);
  const before = await entries();
  await chat.open();
  await page.locator('body > [inert]').first().waitFor({ state: 'attached' });
  await chat.say('My teapot arrived broken, what now?');
  await page.getByRole('article', { name: /^Finch, AI assistant/ }).waitFor();
  await chat.button('More options').click();
  await page.getByRole('menu').waitFor();

  await page.keyboard.press('Escape');
  await page.getByRole('menu').waitFor({ state: 'detached' });
  expect(await chat.panel.count()).toBe(1);
  // From here on the key is heard by nobody but the browser, which asks as it does for Back.
  await page.evaluate(() =>
    document.querySelector('baton-chat')?.shadowRoot?.querySelector('textarea')?.blur(),
  );
  await page.keyboard.press('Escape');

  await chat.launcher.waitFor();
  expect(await entries()).toBe(before);
  await context.close();
});

function isMessage(request: Request): boolean {
  return request.method() === 'POST' && request.url().endsWith('/messages');
}

test('a page that includes the script twice has one chat', async () => {
  const { context, page } = await watched();

  await page.evaluate((source) => {
    const script = document.createElement('script');
    script.src = source;
    document.head.append(script);
    return new Promise((resolve) => script.addEventListener('load', resolve));
  }, `http://127.0.0.1:${world.server.port}/baton.js`);

  expect(await page.locator('baton-chat').count()).toBe(1);
  await context.close();
});
