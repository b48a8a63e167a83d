import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchChromium } from '../chromium.ts';
import { eventually } from './processes.ts';
import { chatOn, startWorld, visit } from './site.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(() => browser.close());

test('what a visitor thinks of an answer and of a chat is asked when it can be, and is there in other tabs and after a reload', async () => {
  const world = await startWorld();
  try {
    const { chat, page, troubles } = await visit(browser, world);
    const fetched: string[] = [];
    page.on('request', (request) => fetched.push(request.url()));
    await chat.open();
    await page.getByRole('heading', { name: /^Hi, I’m Finch/ }).waitFor();
    expect(fetched.filter((url) => /\/(Feedback|Rating)-/.test(url))).toEqual([]);
    await chat.say('My teapot arrived broken, what now?');
    await chat.button('Not helpful').click();
    await page.getByRole('group', { name: 'Sorry about that. What was wrong?' }).waitFor();
    await chat.button('Incomplete').click();

    const other = await page.context().newPage();
    await other.goto(page.url());
    const otherChat = chatOn(other);
    await otherChat.open();
    await other.getByRole('button', { name: 'Incomplete', pressed: true }).waitFor();

    await chat.handoff.click();
    const ticket = await eventually('there is a ticket', async () => {
      const [first] = await world.simulator.tickets();
      return first;
    });
    await world.simulator.act(ticket.id, 'accept');
    await world.simulator.act(ticket.id, 'reply', { text: 'Hi, I have read the chat.' });
    await chat.said('Hi, I have read the chat.').waitFor();
    expect(fetched.filter((url) => url.includes('/Rating-'))).toEqual([]);
    await world.simulator.act(ticket.id, 'end');
    await page.getByRole('radiogroup', { name: 'How did Maya do?' }).waitFor();
    await page.getByRole('radio', { name: 'Good' }).focus();
    await page.keyboard.press('ArrowRight');
    await chat.button('Send rating').click();
    await page.getByText('Thanks for the rating.').waitFor();

    await other.getByText('Thanks for the rating.').waitFor();
    await page.reload();
    await chat.open();
    await page.getByText('Thanks for the rating.').waitFor();
    await page.getByRole('button', { name: 'Incomplete', pressed: true }).waitFor();
    expect(await page.getByRole('form', { name: 'Rate this chat' }).count()).toBe(0);
    expect(troubles).toEqual([]);
  } finally {
    await world.stop();
  }
});
