import axe from 'axe-core';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchChromium } from '../chromium.ts';
import { scenes } from '../widget/stage/scenes.ts';
import { buildStage, change, type Stage } from './stage.ts';

let browser: Browser;
let context: BrowserContext;
let stage: Stage;
beforeAll(async () => {
  [stage, browser] = await Promise.all([buildStage(), launchChromium()]);
  // What is still fading in has less contrast than it will have.
  context = await browser.newContext({ reducedMotion: 'reduce' });
});
afterAll(() => browser.close());

/** What axe finds wrong, with the elements it is wrong with. */
async function faults(page: Page): Promise<string[]> {
  return page.evaluate<string[]>(
    `axe.run({ resultTypes: ['violations'] }).then(({ violations }) => violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => id + ': ' + html)))`,
  );
}

describe.each(['light', 'dark'] as const)('in the %s theme', (theme) => {
  let page: Page;
  beforeAll(async () => {
    page = await stage.show(context, { scene: 'idle', theme });
    await page.addScriptTag({ content: axe.source });
  });

  test.each(Object.keys(scenes))('the panel, %s, has no faults that axe finds', async (scene) => {
    await change(page, scene);

    expect(await faults(page)).toEqual([]);
    await page.locator('[part=panel]').evaluate((panel) => panel.setAttribute('dir', 'rtl'));
    expect(await faults(page)).toEqual([]);
  });
});

type Role = Parameters<Page['getByRole']>[0];

/** What is found in each state by role and name, as a screen reader and a test from outside find it. */
const CONTRACT: Record<string, [role: Role, name: string | RegExp][]> = {
  idle: [
    ['region', 'Chat'],
    ['heading', 'Finch'],
    ['button', 'Talk to a person'],
    ['button', 'More options'],
    ['button', 'Close chat'],
    ['log', 'Conversation'],
    ['group', 'Suggested questions'],
    ['textbox', 'Message'],
    ['button', 'Send'],
  ],
  ai: [
    ['article', /^You, \d/],
    ['article', /^Finch, AI assistant, \d/],
    ['link', 'Source 1: Damaged on arrival'],
    ['list', 'Sources'],
    ['link', 'Damaged on arrival (opens in a new tab)'],
    ['group', 'Was this answer helpful?'],
    ['button', 'Helpful'],
    ['button', 'Not helpful'],
    ['button', 'Copy answer'],
  ],
  miss: [['group', 'Quick replies']],
  streaming: [['button', 'Stop answer']],
  'answer-failed': [['button', 'Try again']],
  requesting: [['button', 'Connecting…']],
  queued: [
    ['group', 'Waiting for a person'],
    ['button', 'Cancel request'],
    ['button', 'See what was shared'],
  ],
  human: [
    ['heading', 'Maya Okafor'],
    ['article', /^Maya Okafor, person, \d/],
  ],
  ended: [
    ['form', 'Rate this chat'],
    ['radiogroup', 'How did Maya do?'],
    ['radio', 'Bad'],
    ['radio', 'Poor'],
    ['radio', 'Okay'],
    ['radio', 'Good'],
    ['radio', 'Great'],
    ['button', 'Send rating'],
  ],
  'not-sent': [
    ['button', 'Retry'],
    ['button', 'Delete'],
  ],
  reconnecting: [['button', 'Try now']],
  'rich-carousel': [
    ['group', 'These are in stock'],
    ['article', /^1 of \d/],
    ['button', 'Previous item'],
    ['button', 'Next item'],
  ],
};

describe.concurrent('by role and name', () => {
  test.each(Object.entries(CONTRACT))(
    'the panel, %s, has all that it promises',
    async (scene, rows) => {
      const page = await stage.show(context, { scene });

      for (const [role, name] of rows) {
        const found = page.getByRole(role, { name, exact: true });
        await found.first().waitFor();
        expect([role, name, await found.count()]).toEqual([role, name, 1]);
      }

      await page.close();
    },
  );

  test('headings, states and lists say what they are', async () => {
    const page = await stage.show(context, { scene: 'human' });
    const menu = page.getByRole('button', { name: 'More options', expanded: false });

    await page.getByRole('heading', { level: 2, name: 'Maya Okafor' }).waitFor();
    expect(await menu.getAttribute('aria-haspopup')).toBe('menu');
    await menu.click();
    await page.getByRole('menu', { name: 'More options' }).waitFor();
    for (const name of ['Download transcript', 'Start a new chat', 'End chat', 'Privacy']) {
      expect([name, await page.getByRole('menuitem', { name, exact: true }).count()]).toEqual([
        name,
        1,
      ]);
    }
    expect(await page.getByRole('menuitemcheckbox', { name: 'Large window' }).count()).toBe(1);
    expect(await page.getByRole('button', { name: 'More options', expanded: true }).count()).toBe(
      1,
    );

    await page.getByRole('menuitem', { name: 'End chat' }).click();
    await page.getByRole('dialog', { name: 'End this chat?' }).waitFor();
    await page.close();
  });

  test('with nothing to send, Send can be reached and says that it does nothing', async () => {
    const page = await stage.show(context, { scene: 'idle' });
    const send = page.getByRole('button', { name: 'Send', exact: true });

    expect(await send.getAttribute('aria-disabled')).toBe('true');
    await send.focus();
    expect(await send.evaluate((button) => button.matches(':focus'))).toBe(true);
    await page.getByRole('textbox', { name: 'Message' }).fill('Hello');
    expect(await send.getAttribute('aria-disabled')).toBeNull();
    await page.close();
  });

  test('what is wrong with the connection is a status', async () => {
    const page = await stage.show(context, { scene: 'not-sent' });

    const banner = page.locator('[part=connection]').and(page.getByRole('status'));
    await banner.getByText('You’re offline. Messages will send when you reconnect.').waitFor();
    expect(await banner.count()).toBe(1);
    await page.close();
  });

  test('on a phone the panel is a dialog that covers the page', async () => {
    const phone = await browser.newContext({ viewport: { width: 390, height: 844 } });
    const page = await stage.show(phone, { scene: 'ai' });

    const dialog = page.getByRole('dialog', { name: 'Chat', exact: true });
    await dialog.waitFor();
    expect(await dialog.getAttribute('aria-modal')).toBe('true');
    await phone.close();
  });
});
