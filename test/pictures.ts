import { mkdir, writeFile } from 'node:fs/promises';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { launchChromium } from './chromium.ts';
import { startDemo } from './journeys/processes.ts';
import { chatOn } from './journeys/site.ts';
import { statePictures } from './state-pictures.ts';

const FOLDER = 'docs/pictures';
const QUESTION = 'My teapot arrived with a broken spout. What now?';
const PHONE: BrowserContextOptions = {
  viewport: { width: 390, height: 844 },
  hasTouch: true,
  isMobile: true,
};

async function visitShop(browser: Browser, url: string, options: BrowserContextOptions) {
  const page = await browser.newPage({ viewport: { width: 900, height: 800 }, ...options });
  await page.goto(url);
  return { page, chat: chatOn(page) };
}

/** Once nothing moves any more. */
async function take(page: Page, name: string): Promise<void> {
  await page.screenshot({ path: `${FOLDER}/${name}.png`, animations: 'disabled' });
  process.stdout.write(`${FOLDER}/${name}.png\n`);
}

/** The path of a customer in the shop: welcome, answer, waiting. */
async function shopPictures(
  browser: Browser,
  url: string,
  name: string,
  options: BrowserContextOptions,
): Promise<void> {
  const { page, chat } = await visitShop(browser, url, options);
  await take(page, `launcher-${name}`);
  await chat.open();
  await take(page, `welcome-${name}`);
  await chat.composer.fill(QUESTION);
  await chat.send.click();
  await page
    .getByRole('link', { name: /^Source 1: / })
    .first()
    .waitFor();
  await take(page, `answer-${name}`);
  await chat.handoff.click();
  await page.getByRole('group', { name: 'Waiting for a person' }).waitFor();
  await take(page, `waiting-${name}`);
  await chat.button('Cancel request').click();
  await page.close();
}

/** Customer and agent side by side, in the middle of a chat. */
async function demoPicture(browser: Browser, url: string): Promise<void> {
  const page = await browser.newPage({ viewport: { width: 1440, height: 860 } });
  await page.goto(url);
  const shop = page.frameLocator('iframe');
  const chat = chatOn(shop);
  await chat.open();
  await chat.say(QUESTION);
  await shop
    .getByRole('link', { name: /^Source 1: / })
    .first()
    .waitFor();
  await chat.handoff.click();
  await page.getByRole('button', { name: 'Accept' }).click();
  await page
    .getByRole('textbox', { name: 'Reply' })
    .fill('Hi! I have read the chat, no need to repeat anything. A new one is on its way.');
  await page.getByRole('button', { name: 'Send reply' }).click();
  await chat.said(/no need to repeat anything/).waitFor();
  await chat.say('That was quick, thank you!');
  await page
    .getByRole('log', { name: 'Ticket conversation' })
    .getByText('That was quick')
    .waitFor();
  await take(page, 'demo');
  await page.close();
}

await mkdir(FOLDER, { recursive: true });
const browser = await launchChromium();
const demo = await startDemo();
try {
  await demoPicture(browser, `http://localhost:${demo.port}/`);
  const shop = `http://127.0.0.1:${demo.port}/shop`;
  await shopPictures(browser, `${shop}?theme=light`, 'light', {});
  await shopPictures(browser, `${shop}?theme=dark`, 'dark', {});
  await shopPictures(browser, `${shop}?theme=light`, 'phone', PHONE);
  await statePictures(browser, async (name, png) => {
    await writeFile(`${FOLDER}/state-${name}.png`, png);
    process.stdout.write(`${FOLDER}/state-${name}.png\n`);
  });
} finally {
  await browser.close();
  await demo.stop();
}
