import { gzipSync } from 'node:zlib';
import type { Browser, Page } from 'playwright-core';
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
  const sizes: Promise<number>[] = [];
  page.on('response', (response) => {
    if (response.url() === world.site.url) return;
    asked.push(new URL(response.url()).pathname);
    if (response.request().resourceType() !== 'script' && !response.url().endsWith('.js')) return;
    sizes.push(response.body().then((body) => gzipSync(body, { level: 9 }).length));
  });
  await page.goto(world.site.url);
  await chatOn(page).launcher.waitFor();
  await page.waitForLoadState('networkidle');
  const scriptBytes = async () => (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
  return { context, page, asked, scriptBytes };
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

test('until the customer begins to write, at most 28 KB of script are loaded, and nothing is kept', async () => {
  const { context, page, scriptBytes } = await watched();

  await chatOn(page).open();
  await page.waitForLoadState('networkidle');

  expect(await scriptBytes()).toBeLessThanOrEqual(28_000);
  expect(await keptOn(page)).toBe(0);
  expect(await layoutShift(page)).toBe(0);
  await context.close();
});

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
