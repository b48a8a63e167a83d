import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchChromium } from '../chromium.ts';
import { startDemo, type Running } from './processes.ts';
import { chatOn } from './site.ts';

let browser: Browser;
let demo: Running;
beforeAll(async () => {
  browser = await launchChromium();
  demo = await startDemo();
});
afterAll(async () => {
  await browser.close();
  await demo.stop();
});

test('a developer walks the whole path on the demo page, as customer and as agent', async () => {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  page.setDefaultTimeout(60_000);
  const troubles: string[] = [];
  page.on('pageerror', (error) => troubles.push(error.message));
  await page.goto(`http://localhost:${demo.port}/`);
  const shop = page.frameLocator('iframe');
  const chat = chatOn(shop);
  const workspace = page.getByRole('region', { name: /^Agent workspace/ });
  await workspace
    .getByText('No tickets yet. Press “Talk to a person” in the widget.')
    .first()
    .waitFor();

  await chat.open();
  await chat.say('My teapot arrived broken, what now?');
  await shop
    .getByRole('link', { name: /^Source 1: / })
    .first()
    .waitFor();
  await chat.handoff.click();
  await shop.getByRole('group', { name: 'Waiting for a person' }).waitFor();

  await workspace.getByRole('button', { name: 'Accept' }).click();
  await workspace.getByText('Summary from the AI assistant').waitFor();
  await workspace
    .getByRole('log', { name: 'Ticket conversation' })
    .getByText('My teapot arrived broken, what now?')
    .first()
    .waitFor();
  await workspace.getByRole('textbox', { name: 'Reply' }).fill('Hi, I have read the chat.');
  await workspace.getByRole('button', { name: 'Send reply' }).click();
  await chat.said('Hi, I have read the chat.').waitFor();
  await chat.said(/Maya Okafor joined the chat\./).waitFor();

  await chat.say('A new one, please.');
  await workspace.getByText('A new one, please.').first().waitFor();
  await workspace.getByRole('button', { name: 'End session' }).click();
  await chat.said(/Maya Okafor ended this chat\./).waitFor();
  await chat.say('How do I care for stoneware?');
  await shop
    .getByRole('article', { name: /^Finch, AI assistant/ })
    .nth(1)
    .waitFor();

  expect(troubles).toEqual([]);

  await page.getByRole('button', { name: 'Reset' }).click();
  await workspace
    .getByText('No tickets yet. Press “Talk to a person” in the widget.')
    .first()
    .waitFor();
  await chat.open();
  await shop.getByRole('heading', { name: /^Hi, I’m Finch/ }).waitFor();
});
