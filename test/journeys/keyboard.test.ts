import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchChromium } from '../chromium.ts';
import { eventually } from './processes.ts';
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

/** What the element with the focus is called. */
function focused(page: Page): Promise<string> {
  return page.evaluate(() => {
    const inChat = document.querySelector('baton-chat')?.shadowRoot?.activeElement;
    const element = inChat ?? document.activeElement;
    const ownLabel =
      element instanceof HTMLInputElement ? element.labels?.[0]?.textContent : undefined;
    return element?.ariaLabel ?? ownLabel ?? element?.textContent?.trim() ?? '';
  });
}

/** Presses a key until something called so has the focus. Gives all that had it on the way, in order. */
async function press(page: Page, key: string, name: string | RegExp): Promise<string[]> {
  const passed: string[] = [];
  for (let times = 0; times < 40; times += 1) {
    await page.keyboard.press(key);
    const at = await focused(page);
    if (typeof name === 'string' ? at === name : name.test(at)) return passed;
    passed.push(at);
  }
  throw new Error(`${key} never came to ${String(name)}, but to ${passed.join(' · ')}`);
}

test('a customer does everything with the keyboard alone', async () => {
  const { context, page, chat, troubles } = await visit(browser, world);
  await chat.launcher.waitFor();

  // In, and to an answer.
  await press(page, 'Tab', 'Open chat');
  await page.keyboard.press('Enter');
  await chat.composer.waitFor();
  await eventually('the text field has the focus', async () => (await focused(page)) === 'Message');
  await page.keyboard.type('My teapot arrived broken, what now?');
  await page.keyboard.press('Enter');
  await page.locator('[part=panel][data-state=ai]').waitFor();
  await page.getByRole('button', { name: 'Copy answer' }).waitFor();
  expect(await focused(page)).toBe('Message');

  // Through the newest answer to the log, which is one stop, and from there to the header.
  const passed = await press(page, 'Shift+Tab', 'Conversation');
  expect(passed.slice(0, 3)).toEqual(['Copy answer', 'Not helpful', 'Helpful']);
  expect(passed.filter((name) => name.startsWith('Source '))).not.toEqual([]);
  expect(await press(page, 'Shift+Tab', 'Talk to a person')).toEqual([
    'Close chat',
    'More options',
  ]);

  // From message to message.
  await press(page, 'Tab', 'Conversation');
  await page.keyboard.press('Home');
  expect(await focused(page)).toMatch(/^You, /);
  await page.keyboard.press('ArrowDown');
  expect(await focused(page)).toMatch(/^Finch, AI assistant, /);
  await page.keyboard.press('ArrowUp');
  expect(await focused(page)).toMatch(/^You, /);
  // Now what is in the answer is out of the Tab order: the question is where the arrow keys are.
  expect(await press(page, 'Tab', 'Message')).toEqual([]);

  // To a person. What has the focus goes away while waiting.
  await press(page, 'Shift+Tab', 'Talk to a person');
  await page.keyboard.press('Enter');
  await page.locator('[part=panel][data-state=queued]').waitFor();
  await eventually('the text field has the focus', async () => (await focused(page)) === 'Message');
  const { id } = await eventually(
    'there is a ticket',
    async () => (await world.simulator.tickets())[0],
  );
  await world.simulator.act(id, 'reply', { text: 'Hello, this is Maya.' });
  await chat.said('Hello, this is Maya.').waitFor();
  expect(await focused(page)).toBe('Message');

  // One layer for each Escape.
  await press(page, 'Shift+Tab', 'More options');
  await page.keyboard.press('ArrowDown');
  await page.getByRole('menu', { name: 'More options' }).waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('menu').waitFor({ state: 'detached' });
  expect(await focused(page)).toBe('More options');
  await page.keyboard.press('Enter');
  await page.getByRole('menuitem', { name: 'Download transcript' }).waitFor();
  await page.keyboard.press('e');
  expect(await focused(page)).toBe('End chat');
  await page.keyboard.press('Enter');
  await page.getByRole('dialog', { name: 'End this chat?' }).waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  expect(await focused(page)).toBe('More options');
  expect(await chat.panel.count()).toBe(1);

  // The end, and a rating.
  await page.keyboard.press('Enter');
  await page.getByRole('menuitem', { name: 'End chat' }).waitFor();
  await page.keyboard.press('e');
  await page.keyboard.press('Enter');
  await page.getByRole('dialog', { name: 'End this chat?' }).waitFor();
  await press(page, 'Tab', 'End chat');
  await page.keyboard.press('Enter');
  await page.getByRole('form', { name: 'Rate this chat' }).waitFor();
  await press(page, 'Tab', 'Message');
  await press(page, 'Shift+Tab', /^(Bad|Great)$/);
  await press(page, 'ArrowRight', 'Good');
  await press(page, 'Tab', 'Send rating');
  await page.keyboard.press('Enter');
  await chat.said('Thanks').waitFor();

  // Out.
  await press(page, 'Tab', 'Message');
  await page.keyboard.press('Escape');
  await chat.launcher.waitFor();
  expect(await focused(page)).toBe('Open chat');
  expect(troubles).toEqual([]);
  await context.close();
});

test('what takes the focus is seen to have it', async () => {
  const { context, page, chat } = await visit(browser, world);
  await chat.open();
  const isMarked = () =>
    page.evaluate(() => {
      const element = document.querySelector('baton-chat')?.shadowRoot?.activeElement;
      const around = element?.matches('textarea') ? element.closest('form') : element;
      if (!around) return false;
      const { outlineStyle, outlineWidth } = getComputedStyle(around);
      return outlineStyle !== 'none' && outlineWidth === '2px';
    });

  expect(await isMarked()).toBe(true);
  const unmarked: string[] = [];
  for (let stop = 0; stop < 12; stop += 1) {
    await page.keyboard.press('Shift+Tab');
    const name = await focused(page);
    if (name === 'Talk to a person') break;
    if (!(await isMarked())) unmarked.push(name);
  }

  expect(unmarked).toEqual([]);
  await context.close();
});

test('a page that opens the chat by itself keeps its focus, and gets it back', async () => {
  const { context, page, chat } = await visit(browser, world);
  await chat.launcher.waitFor();
  await page.evaluate(() => {
    const button = document.createElement('button');
    button.textContent = 'Help';
    button.addEventListener('click', () => window.Baton?.('open'));
    document.body.prepend(button);
    button.focus();
  });

  await page.keyboard.press('Enter');
  await chat.composer.waitFor();
  expect(await focused(page)).toBe('Help');
  await chat.composer.focus();
  await page.keyboard.press('Escape');
  await chat.launcher.waitFor();

  expect(await focused(page)).toBe('Help');
  await context.close();
});
