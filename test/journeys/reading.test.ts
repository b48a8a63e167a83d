import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchChromium } from '../chromium.ts';
import { eventually } from './processes.ts';
import { startWorld, visit, type World } from './site.ts';

const DEVICES = [
  ['on a desktop', {}],
  ['on a phone', { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true }],
] as const;

let browser: Browser;
let world: World;
beforeAll(async () => {
  [browser, world] = await Promise.all([launchChromium(), startWorld()]);
});
afterAll(async () => {
  await browser.close();
  await world.stop();
});

/** How many pixels of the log are below what is seen. */
function belowView(page: Page): Promise<number> {
  return page
    .locator('[part=log]')
    .evaluate((log) => log.scrollHeight - log.clientHeight - log.scrollTop);
}

/** Two questions with long answers and one without: more than fits, with quick replies at the end. */
async function longChat({ chat, page }: Awaited<ReturnType<typeof visit>>): Promise<void> {
  await chat.open();
  const questions = [
    'My teapot arrived broken, what now?',
    'How do I care for stoneware?',
    'Xyzzy?',
  ];
  for (const [index, question] of questions.entries()) {
    await chat.composer.fill(question);
    await chat.send.click();
    const answers = page.getByRole('article', { name: /^Finch, AI assistant/ });
    await answers.nth(index).waitFor();
    await chat.panel.and(page.locator('[data-state="ai"]')).waitFor();
  }
  await page.getByRole('group', { name: 'Quick replies' }).waitFor();
}

describe.concurrent.each(DEVICES)('%s a long chat', (_name, device) => {
  test('stands at its end when it is opened again, with quick replies below it', async () => {
    const visitor = await visit(browser, world, device);
    const { chat, context, page } = visitor;
    await longChat(visitor);

    await page.reload();
    await chat.open();
    await page.getByRole('group', { name: 'Quick replies' }).waitFor();

    await eventually('the end is in view', async () => (await belowView(page)) <= 1);
    // What is laid out late has been.
    await page.waitForLoadState('networkidle');
    expect(await belowView(page)).toBeLessThanOrEqual(1);
    expect(await page.getByRole('button', { name: 'Go to latest message' }).count()).toBe(0);
    await context.close();
  });

  test('has a way back to its end that covers none of it', async () => {
    const visitor = await visit(browser, world, device);
    const { chat, context, page } = visitor;
    await longChat(visitor);

    await chat.log.evaluate((log) => log.scrollTo({ top: 0 }));
    const latest = page.getByRole('button', { name: 'Go to latest message' });
    const [button, log] = await Promise.all([latest.boundingBox(), chat.log.boundingBox()]);

    expect(button?.y).toBeGreaterThanOrEqual((log?.y ?? 0) + (log?.height ?? 0));
    await latest.click();
    await latest.waitFor({ state: 'detached' });
    await eventually('the end is in view', async () => (await belowView(page)) <= 1);
    await context.close();
  });

  test('keeps its header in place while a person is being asked for', async () => {
    // A panel that is still growing to its size would be measured on its way.
    const still = { ...device, reducedMotion: 'reduce' } as const;
    const { chat, context, page } = await visit(browser, world, still);
    await chat.open();
    await context.route('**/handoff', () => {});
    const header = page.locator('.header');
    const [before, buttonBefore] = [await header.boundingBox(), await chat.handoff.boundingBox()];

    await chat.handoff.click();
    await chat.button('Still connecting…').waitFor();

    expect(await header.boundingBox()).toEqual(before);
    expect(await chat.handoff.boundingBox()).toEqual(buttonBefore);
    await context.close();
  });
});
