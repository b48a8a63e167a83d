import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchChromium } from '../chromium.ts';
import { agentSaid, today } from '../widget/chat-events.ts';
import { agentSent, image } from '../widget/rich-events.ts';
import { eventually } from './processes.ts';
import { buildStage, happens, set, type Stage } from './stage.ts';

/** On a very low screen the whole panel scrolls instead of the log. */
const DEVICES: [string, BrowserContextOptions][] = [
  ['on a desktop', { viewport: { width: 1000, height: 800 } }],
  ['with four times the zoom', { viewport: { width: 320, height: 256 } }],
];

let browser: Browser;
let stage: Stage;
beforeAll(async () => {
  [stage, browser] = await Promise.all([buildStage(), launchChromium()]);
});
afterAll(() => browser.close());

async function show(options: BrowserContextOptions, scene: string): Promise<Page> {
  const context = await browser.newContext({ reducedMotion: 'reduce', ...options });
  const page = await stage.show(context, { scene });
  await eventually('the end is in view', async () => (await place(page)).below <= 1);
  return page;
}

/** Where the reader is: pixels above what is seen, and below it. */
function place(page: Page): Promise<{ above: number; below: number }> {
  return page.evaluate(() => {
    const root = document.querySelector('baton-chat')?.shadowRoot;
    const log = root?.querySelector('[part=log]');
    const box =
      log && getComputedStyle(log).overflowY === 'visible' ? root?.querySelector('.main') : log;
    if (!box) throw new Error('There is no log.');
    return { above: box.scrollTop, below: box.scrollHeight - box.clientHeight - box.scrollTop };
  });
}

/** Scrolls with the wheel, as a reader does, until this much is below. */
async function scrollUp(page: Page, below: number): Promise<void> {
  const box = await page.locator('[part=log]').boundingBox();
  const { width = 0, height = 0 } = page.viewportSize() ?? {};
  const middle = Math.max(60, Math.min((box?.y ?? 0) + 60, height - 100));
  await page.mouse.move(Math.min((box?.x ?? 0) + 100, width - 20), middle);
  await page.mouse.wheel(0, -below);
  await eventually('it has scrolled', async () => (await place(page)).below >= below - 1);
}

const latest = (page: Page) => page.getByRole('button', { name: 'Go to latest message' });

const said = (page: Page, text: string) => page.getByRole('log').getByText(text);

const lines = (count: number) =>
  Array.from({ length: count }, (_, index) => `Line ${index + 1} of a long answer.`).join('\n\n');

const stream = (page: Page, text: string) =>
  set(page, 'answer', { id: 'coming', replyTo: 'long-29', text, askedAt: Date.now() });

describe.concurrent.each(DEVICES)('%s', (_device, options) => {
  test('who is at the end follows what comes, and so does who is nearly there', async () => {
    const page = await show(options, 'long');

    await happens(page, agentSaid('One more.', '10:50'));
    await said(page, 'One more.').waitFor();
    await eventually('the end is in view', async () => (await place(page)).below <= 1);
    await scrollUp(page, 40);
    await happens(page, agentSaid('And another.', '10:51'));
    await said(page, 'And another.').waitFor();

    await eventually('the end is in view', async () => (await place(page)).below <= 1);
    expect(await latest(page).count()).toBe(0);
    await page.context().close();
  });

  test('who reads further up is moved by nothing, is told, and gets to the end with one press', async () => {
    const page = await show(options, 'long');
    await scrollUp(page, 900);
    await latest(page).waitFor();
    const { above } = await place(page);

    await happens(page, agentSaid('One more.', '10:50'));
    await stream(page, lines(3));
    await stream(page, lines(30));
    await set(page, 'answer', null);
    await happens(page, agentSent({ id: 'picture', body: 'This one?', content: image }));
    await said(page, 'This one?').waitFor({ state: 'attached' });
    await set(page, 'unread', 2);

    const pill = page.getByRole('button', { name: '2 new messages' });
    await pill.waitFor();
    expect((await place(page)).above).toBe(above);
    await pill.click();
    await eventually('the end is in view', async () => (await place(page)).below <= 1);
    await pill.waitFor({ state: 'detached' });
    await page.context().close();
  });

  test('an answer longer than the view is followed until its first line is at the top', async () => {
    const page = await show(options, 'long');

    for (const count of [1, 4, 12, 30, 60]) await stream(page, lines(count));
    await said(page, 'Line 60 of').waitFor({ state: 'attached' });
    await latest(page).waitFor();
    const { above } = await place(page);
    const first = await said(page, 'Line 1 of').boundingBox();
    await stream(page, lines(90));
    await said(page, 'Line 90 of').waitFor({ state: 'attached' });

    expect(first?.y).toBeGreaterThan(0);
    expect(first?.y).toBeLessThan((page.viewportSize()?.height ?? 0) * 0.75);
    expect((await place(page)).above).toBe(above);
    await page.context().close();
  });

  test('who sends sees what they sent, wherever they were reading', async () => {
    const page = await show(options, 'long');
    await scrollUp(page, 900);
    await latest(page).waitFor();

    await set(page, 'unsent', [
      { id: 'mine', text: 'And the lid?', at: today('10:59'), state: 'sending' },
    ]);
    await said(page, 'And the lid?').waitFor();

    await eventually('the end is in view', async () => (await place(page)).below <= 1);
    await page.context().close();
  });

  test('a chat opened again stands where it was left, or at what is new', async () => {
    const page = await show(options, 'long');
    await scrollUp(page, 900);
    await latest(page).waitFor();
    const { above } = await place(page);

    await set(page, 'isOpen', false);
    await set(page, 'isOpen', true);
    await latest(page).waitFor();
    expect(Math.abs((await place(page)).above - above)).toBeLessThanOrEqual(1);

    await set(page, 'isOpen', false);
    await happens(page, agentSaid(lines(40), '10:50'));
    await set(page, 'unread', 1);
    await set(page, 'isOpen', true);

    const line = page.getByRole('log').getByText('New', { exact: true });
    await line.waitFor();
    const box = await line.boundingBox();
    expect(box?.y).toBeGreaterThanOrEqual(-1);
    expect(box?.y).toBeLessThan((page.viewportSize()?.height ?? 0) / 2);
    await page.context().close();
  });
});
