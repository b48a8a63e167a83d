import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { WidgetSettings } from '../../src/protocol/routes.ts';
import { launchChromium } from '../chromium.ts';
import { eventually, type Ticket } from './processes.ts';
import { startWorld, visit, type World } from './site.ts';

const QUESTION = 'My teapot arrived broken, what now?';
const ADDRESS = 'ana@example.com';

let browser: Browser;
beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(() => browser.close());

/** A world whose site owner has chosen these settings. */
async function inWorld(
  settings: { handoff?: object },
  story: (world: World) => Promise<void>,
): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'baton-settings-'));
  const file = join(folder, 'baton.config.json');
  await writeFile(file, JSON.stringify(settings));
  const world = await startWorld({ CONFIG: file });
  try {
    await story(world);
  } finally {
    await world.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

const sheet = (page: Page, name: string) => page.getByRole('dialog', { name });

/** The ticket whose requester left the address. */
function ticketByMail(world: World): Promise<Ticket> {
  return eventually('a ticket has the address', async () =>
    (await world.simulator.tickets()).find(({ requester }) => requester.email === ADDRESS),
  );
}

/** A server that has to wait for its first answer says meanwhile that it does not know. */
async function untilAway({ server }: World): Promise<void> {
  await eventually('the server knows that the team is away', async () => {
    const settings = await fetch(`${server.url}/api/widget`);
    const { team } = WidgetSettings.parse(await settings.json());
    return team.state === 'away';
  });
}

describe.concurrent('on the way to a person', () => {
  test('a visitor sees what will be shared, puts it into their own words, and is connected', async () => {
    await inWorld({ handoff: { preview: 'always' } }, async (world) => {
      const { chat, page, troubles } = await visit(browser, world);
      await chat.open();
      await chat.say(QUESTION);
      await chat.messages.nth(1).waitFor();
      await chat.handoff.click();
      const dialog = sheet(page, 'Talk to a person');
      await dialog.getByText('Full chat, 2 messages').waitFor();

      await dialog.getByRole('button', { name: 'Edit' }).click();
      const summary = dialog.getByRole('textbox', { name: 'Summary for the team' });
      await summary.fill('A broken teapot. I want a refund.');
      await dialog.getByRole('textbox', { name: 'Email' }).fill(ADDRESS);
      await chat.button('Share and connect').click();

      await dialog.waitFor({ state: 'detached' });
      const ticket = await eventually('the ticket has the whole story', async () => {
        const [first] = await world.simulator.tickets();
        return first?.messages.some(({ text }) => text.includes('I want a refund.')) && first;
      });
      expect(ticket.messages.some(({ text }) => text.includes(ADDRESS))).toBe(true);
      await chat.button('See what was shared').click();
      await sheet(page, 'What was shared').getByText('I want a refund.').waitFor();
      await page.keyboard.press('Escape');
      await world.simulator.act(ticket.id, 'accept');
      await world.simulator.act(ticket.id, 'reply', { text: 'The refund is on its way.' });
      await chat.said('The refund is on its way.').waitFor();
      expect(troubles).toEqual([]);
    });
  });

  test('a visitor who asks in words while the team is away leaves an email, and has a ticket', async () => {
    await inWorld({}, async (world) => {
      await world.simulator.status('away');
      await untilAway(world);
      const { chat, page, troubles } = await visit(browser, world);
      await chat.open();
      await chat.say('I want to talk to a person');

      const dialog = sheet(page, 'Talk to a person');
      await dialog.getByText('The team is away').waitFor();
      await dialog.getByRole('textbox', { name: 'Email' }).fill('ana@example');
      await chat.button('Send to the team').click();
      await dialog.getByText('Enter an email, like name@example.com.').waitFor();
      await dialog.getByRole('textbox', { name: 'Email' }).fill(ADDRESS);
      await chat.button('Send to the team').click();

      const ticket = await ticketByMail(world);
      const card = page.getByRole('group', { name: 'Your request is with the team' });
      await card.getByText(`Ticket #${ticket.id}. We’ll reply to ${ADDRESS}.`).waitFor();
      expect(ticket.notes.join()).toContain('I want to talk');
      await page.reload();
      await chat.open();
      await card.getByText(`Ticket #${ticket.id}.`).waitFor();
      await chat.say(QUESTION);
      await chat.said(`Ticket #${ticket.id}`).waitFor();
      await card.waitFor({ state: 'detached' });
      expect(await chat.handoff.isEnabled()).toBe(true);
      expect(troubles).toEqual([]);
    });
  });

  test('a visitor in line leaves an email instead, and nobody has to look for them there', async () => {
    await inWorld({}, async (world) => {
      const { chat, page, troubles } = await visit(browser, world);
      await chat.open();
      await chat.say(QUESTION);
      await chat.handoff.click();
      const queue = page.getByRole('group', { name: 'Waiting for a person' });
      await queue.getByRole('button', { name: 'Leave an email instead' }).click();
      const dialog = sheet(page, 'Leave your email');
      const email = dialog.getByRole('textbox', { name: 'Email' });
      await email.fill('ana@');
      await page.keyboard.press('Escape');
      await queue.getByRole('button', { name: 'Leave an email instead' }).click();
      expect(await email.inputValue()).toBe('ana@');

      await email.fill(ADDRESS);
      await email.press('Enter');

      const ticket = await ticketByMail(world);
      await page.getByText(`Ticket #${ticket.id}. We’ll reply to ${ADDRESS}.`).waitFor();
      await queue.waitFor({ state: 'detached' });
      await eventually('the agents know that nobody waits', async () => {
        const tickets = await world.simulator.tickets();
        const line = /left an e-mail address instead of waiting/;
        return tickets.some(({ messages }) => messages.some(({ text }) => line.test(text)));
      });
      expect(troubles).toEqual([]);
    });
  });
});
