import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchChromium } from '../chromium.ts';
import { eventually, type Ticket } from './processes.ts';
import { chatOn, startWorld, visit, whatIsSeen, type World } from './site.ts';

const QUESTION = 'My teapot arrived broken, what now?';

let browser: Browser;
beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(() => browser.close());

async function inWorld(walk: (world: World) => Promise<void>): Promise<void> {
  const world = await startWorld();
  try {
    await walk(world);
  } catch (error) {
    throw new Error(await whatIsSeen(browser, world), { cause: error });
  } finally {
    await world.stop();
  }
}

function ticketOf({ simulator }: World): Promise<Ticket> {
  return eventually('there is a ticket', async () => (await simulator.tickets())[0]);
}

function stateIs(chat: Awaited<ReturnType<typeof visit>>['chat'], state: string): Promise<void> {
  return chat.panel.and(chat.panel.page().locator(`[data-state="${state}"]`)).waitFor();
}

const DEVICES = [
  ['on a desktop', {}],
  ['on a phone', { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true }],
] as const;

describe.concurrent('a visitor', () => {
  test.for(DEVICES)(
    '%s asks, is handed to a person, talks to them, and has the AI agent back',
    async ([, device]) => {
      await inWorld(async (world) => {
        const { chat, page, troubles } = await visit(browser, world, device);

        await chat.open();
        await page.getByRole('heading', { name: /^Hi, I’m Finch/ }).waitFor();
        await chat.composer.fill(QUESTION);
        await chat.send.click();
        await page
          .getByRole('link', { name: /^Source 1: / })
          .first()
          .waitFor();
        await stateIs(chat, 'ai');

        await chat.handoff.click();
        await stateIs(chat, 'queued');
        await page.getByRole('group', { name: 'Waiting for a person' }).waitFor();
        const ticket = await ticketOf(world);
        expect(ticket.messages[0]?.text).toMatch(/^Summary/);
        expect(ticket.messages.map(({ text }) => text)).toContain(QUESTION);

        await world.simulator.act(ticket.id, 'accept');
        await world.simulator.act(ticket.id, 'reply', { text: 'Hi, I have read the chat.' });
        await chat.said('Hi, I have read the chat.').waitFor();
        await chat.said(/Maya Okafor joined the chat\./).waitFor();
        await page.getByRole('heading', { name: 'Maya Okafor' }).waitFor();
        await stateIs(chat, 'human');

        await chat.composer.fill('A new one, please.');
        await chat.send.click();
        await eventually('the answer is in the ticket', async () =>
          (await ticketOf(world)).messages.some(({ text }) => text === 'A new one, please.'),
        );

        await world.simulator.act(ticket.id, 'end');
        await chat.said(/Maya Okafor ended this chat\./).waitFor();
        await stateIs(chat, 'ended');
        await chat.composer.fill('How do I care for stoneware?');
        await chat.send.click();
        await eventually(
          'the AI agent has answered again',
          async () =>
            (await page.getByRole('article', { name: /^Finch, AI assistant/ }).count()) >= 2,
        );
        expect(await world.simulator.tickets()).toHaveLength(1);
        expect(troubles).toEqual([]);
      });
    },
  );

  test('presses twice and gets one ticket', async () => {
    await inWorld(async (world) => {
      const { chat } = await visit(browser, world);
      await chat.open();
      await chat.say(QUESTION);
      await chat.said(QUESTION).waitFor();

      await chat.handoff.dblclick();

      await stateIs(chat, 'queued');
      expect(await world.simulator.tickets()).toHaveLength(1);
      const started = (await world.simulator.requests()).filter(
        ({ method, path }) => method === 'POST' && path.endsWith('/conversations'),
      );
      expect(started).toHaveLength(1);
    });
  });

  test('reloads while waiting and while talking to a person, and finds everything as it was', async () => {
    await inWorld(async (world) => {
      const { chat, page } = await visit(browser, world);
      await chat.open();
      await chat.say(QUESTION);
      await page
        .getByRole('link', { name: /^Source 1: / })
        .first()
        .waitFor();
      await chat.handoff.click();
      await stateIs(chat, 'queued');
      await chat.composer.fill('a draft');

      await page.reload();
      await chat.open();

      await stateIs(chat, 'queued');
      await chat.said(QUESTION).waitFor();
      expect(await chat.composer.inputValue()).toBe('a draft');

      const ticket = await ticketOf(world);
      await world.simulator.act(ticket.id, 'reply', { text: 'Hello, this is Maya.' });
      await stateIs(chat, 'human');
      await page.reload();
      await chat.open();
      await stateIs(chat, 'human');
      await world.simulator.act(ticket.id, 'reply', { text: 'Are you still there?' });
      await chat.said('Are you still there?').waitFor();
      await chat.composer.fill('');
      await chat.say('Yes, I am.');
      await eventually('the answer is in the ticket', async () =>
        (await ticketOf(world)).messages.some(({ text }) => text === 'Yes, I am.'),
      );
      expect(await chat.log.getByText('Hello, this is Maya.').count()).toBe(1);
    });
  });

  test('is offline while the agent writes, and gets it all in order afterwards, as the agent does', async () => {
    await inWorld(async (world) => {
      const { chat, context } = await visit(browser, world);
      await chat.open();
      await chat.say(QUESTION);
      await chat.said(QUESTION).waitFor();
      await chat.handoff.click();
      await stateIs(chat, 'queued');
      const ticket = await ticketOf(world);
      await world.simulator.act(ticket.id, 'reply', { text: 'First.' });
      await chat.said('First.').waitFor();

      await context.setOffline(true);
      await chat.said('First.').waitFor();
      await world.simulator.act(ticket.id, 'reply', { text: 'Second.' });
      await world.simulator.act(ticket.id, 'reply', { text: 'Third.' });
      await chat.say('Written in a tunnel.');
      await chat.panel
        .getByText('You’re offline. Messages will send when you reconnect.')
        .waitFor();
      await context.setOffline(false);

      await chat.said('Third.').waitFor();
      const text = await chat.log.innerText();
      expect(text.indexOf('First.')).toBeLessThan(text.indexOf('Second.'));
      expect(text.indexOf('Second.')).toBeLessThan(text.indexOf('Third.'));
      await eventually('what was written offline has arrived once', async () => {
        const { messages } = await ticketOf(world);
        return messages.filter((one) => one.text === 'Written in a tunnel.').length === 1;
      });
    });
  });

  test('has a second tab that shows the same chat', async () => {
    await inWorld(async (world) => {
      const first = await visit(browser, world);
      await first.chat.open();
      await first.chat.say(QUESTION);
      await first.page
        .getByRole('link', { name: /^Source 1: / })
        .first()
        .waitFor();
      await first.chat.handoff.click();
      await stateIs(first.chat, 'queued');

      const page = await first.context.newPage();
      await page.goto(world.site.url);
      const second = chatOn(page);
      await second.open();
      await stateIs(second, 'queued');
      const ticket = await ticketOf(world);
      await world.simulator.act(ticket.id, 'reply', { text: 'Hello to both of you.' });

      await second.said('Hello to both of you.').waitFor();
      await first.chat.said('Hello to both of you.').waitFor();
      await second.say('From the second tab.');
      await first.chat.said('From the second tab.').waitFor();
    });
  });

  test('writes while the server is down, and it arrives once it is back', async () => {
    await inWorld(async (world) => {
      const { chat } = await visit(browser, world);
      await chat.open();
      await chat.say(QUESTION);
      await chat.said(QUESTION).waitFor();
      await chat.handoff.click();
      await stateIs(chat, 'queued');

      await world.server.kill();
      await chat.say('Is anybody there?');
      await world.server.start();

      await eventually('it is in the ticket once', async () => {
        const { messages } = await ticketOf(world);
        return messages.filter(({ text }) => text === 'Is anybody there?').length === 1;
      });
    });
  });

  test('is told when the team is away, and can ask for a person all the same', async () => {
    await inWorld(async (world) => {
      await world.simulator.status('offline');
      const { chat, page } = await visit(browser, world);

      await chat.open();
      await page.getByText('The team is away').first().waitFor();
      await chat.say(QUESTION);
      await chat.said(QUESTION).waitFor();
      await chat.handoff.click();
      // Nobody has to leave an address.
      await chat.button('Send to the team').click();

      await stateIs(chat, 'queued');
      await chat.panel.getByText('The team is away').first().waitFor();
      await ticketOf(world);
    });
  });
});
