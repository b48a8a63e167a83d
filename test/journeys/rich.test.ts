import axe from 'axe-core';
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

/** What axe finds wrong, with the elements it is wrong with. */
async function faults(page: Page, colorScheme: 'light' | 'dark'): Promise<string[]> {
  // What is still fading in has less contrast than it will have.
  await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
  return page.evaluate<string[]>(
    `axe.run({ resultTypes: ['violations'], rules: { region: { enabled: false } } }).then(({ violations }) => violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => id + ': ' + html)))`,
  );
}

test('a visitor sees everything that a team can send, and answers it', async () => {
  const { chat, page, troubles } = await visit(browser, world);
  await page.addScriptTag({ content: axe.source });
  const { simulator } = world;
  await chat.open();
  await chat.say('My teapot arrived broken, what now?');
  await page
    .getByRole('link', { name: /^Source 1: / })
    .first()
    .waitFor();
  await chat.handoff.click();
  await page.getByRole('group', { name: 'Waiting for a person' }).waitFor();
  const ticket = await eventually('there is a ticket', async () => (await simulator.tickets())[0]);
  await simulator.act(ticket.id, 'accept');
  const send = (kind: string, text = 'In words') =>
    simulator.act(ticket.id, 'inject', { kind, text });
  const inTicket = (text: string) =>
    eventually(`“${text}” is in the ticket`, async () =>
      (await simulator.tickets())[0]?.messages.some((message) => message.text === text),
    );

  await send('html', '<p>Please send <b>both</b> photos <img src=x onerror="alert(1)"></p>');
  await chat.log.locator('strong', { hasText: 'both' }).waitFor();
  await send('file', 'Your label');
  const saved = page.waitForEvent('download');
  await chat.button('Download returns-label.txt').click();
  expect((await saved).suggestedFilename()).toBe('returns-label.txt');
  await send('location');
  await page.getByRole('link', { name: /^Open map/ }).waitFor();
  await send('template');
  await chat.said('This message can’t be shown here.').waitFor();
  await send('svg');
  await chat.said('teapot.svg can’t be shown here.').waitFor();
  await send('list');
  await page.getByRole('link', { name: /^See all teapots/ }).waitFor();
  await send('carousel', 'In stock');
  const carousel = page.getByRole('group', { name: 'In stock' });
  await carousel.locator('img').first().waitFor();
  await carousel.getByRole('button', { name: 'Next item' }).click();

  await send('image', 'This one?');
  const image = chat.button('A moss green teapot on a table');
  await image.click();
  const lightbox = page.getByRole('dialog', { name: 'Image moss-teapot.png' });
  await lightbox.getByRole('img', { name: 'A moss green teapot on a table' }).waitFor();
  expect(await faults(page, 'light')).toEqual([]);
  await page.keyboard.press('Escape');
  await lightbox.waitFor({ state: 'detached' });

  await send('buttons', 'What would you like?');
  const postback = chat.button('Send a new one');
  await postback.click();
  await inTicket('Send a new one');
  expect(await postback.getAttribute('aria-disabled')).toBe('true');

  await send('form');
  const form = page.getByRole('form', { name: 'Form' });
  await form.getByRole('button', { name: 'Submit' }).click();
  await form.getByText('Enter Postcode.').waitFor();
  expect(await faults(page, 'light')).toEqual([]);
  expect(await faults(page, 'dark')).toEqual([]);
  await form.getByRole('textbox', { name: 'Postcode' }).fill('BS1 4ST');
  await form.getByRole('textbox', { name: 'Email' }).fill('ana@example.com');
  await form.getByRole('textbox', { name: 'Number of pieces' }).fill('2');
  await form.getByRole('combobox', { name: 'Colour' }).selectOption('Moss teapot');
  await form.getByRole('button', { name: 'Submit' }).click();
  await inTicket(
    'Postcode: BS1 4ST\nEmail: ana@example.com\nNumber of pieces: 2\nColour: Moss teapot',
  );
  await form.waitFor({ state: 'detached' });

  await send('csat', 'How was this chat?');
  const survey = page.getByRole('group', { name: 'Rate this chat' });
  await survey.getByRole('button', { name: 'Good' }).click();
  await survey.waitFor({ state: 'detached' });
  await inTicket('Good');
  await send('quick-replies', 'Anything else?');
  await page.getByRole('group', { name: 'Quick replies' }).waitFor();

  await send('transfer-to-email');
  await chat.said('The support team will continue by email.').waitFor();
  await simulator.act(ticket.id, 'reply', { text: 'My password is canary' });
  await chat.said('My password is canary').waitFor();
  const secret = await eventually('the agent’s words are in the ticket', async () =>
    (await simulator.tickets())[0]?.messages.find(({ text }) => text === 'My password is canary'),
  );
  await simulator.act(ticket.id, 'delete-message', { messageId: secret.id });
  await chat.said('This message was deleted.').waitFor();
  expect(await faults(page, 'light')).toEqual([]);
  expect(await faults(page, 'dark')).toEqual([]);

  await page.reload();
  await chat.open();
  await chat.log.locator('img').first().waitFor();
  await chat.log.getByText('Sent', { exact: true }).first().waitFor();
  expect(await chat.button('Send a new one').getAttribute('aria-disabled')).toBe('true');
  expect(await chat.log.getByText('canary').count()).toBe(0);
  // A file that is refused is a failed request to the browser.
  expect(troubles.filter((trouble) => !trouble.includes('415'))).toEqual([]);
});
