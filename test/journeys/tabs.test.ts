import { rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, BrowserContext, Page, Request } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchChromium } from '../chromium.ts';
import { eventually } from './processes.ts';
import { chatOn, startWorld, type World } from './site.ts';

let browser: Browser;
let world: World;
beforeAll(async () => {
  const CONFIG = join(tmpdir(), `baton-tabs-${process.pid}.json`);
  await writeFile(CONFIG, JSON.stringify({ limits: { messagesPerMinute: 10_000 } }));
  [browser, world] = await Promise.all([launchChromium(), startWorld({ CONFIG })]);
  await rm(CONFIG);
});
afterAll(async () => {
  await browser.close();
  await world.stop();
});

/** A visitor who talks to a person; `about` tells their chat from those of others. */
async function inTalk(context: BrowserContext, about: string) {
  const page = await context.newPage();
  await page.goto(world.site.url);
  const chat = chatOn(page);
  await chat.open();
  await chat.say(about);
  await chat.said(about).waitFor();
  await chat.handoff.click();
  await page.locator('[data-state="queued"]').waitFor();
  const ticket = () =>
    eventually('there is a ticket', async () =>
      (await world.simulator.tickets()).find(({ messages }) =>
        messages.some(({ text }) => text === about),
      ),
    );
  const { id } = await ticket();
  const reply = (text: string) => world.simulator.act(id, 'reply', { text });
  await reply('Hello, this is Maya.');
  await chat.said('Hello, this is Maya.').waitFor();
  return {
    page,
    reply,
    ticketTexts: async () => (await ticket()).messages.map(({ text }) => text),
  };
}

async function newTab(context: BrowserContext): Promise<Page> {
  const page = await context.newPage();
  await page.goto(world.site.url);
  await chatOn(page).open();
  await chatOn(page).said('Hello, this is Maya.').waitFor();
  return page;
}

function shownOn(page: Page): Promise<string[]> {
  return chatOn(page).log.locator('[data-message]').allInnerTexts();
}

/** How many streams the tabs of this browser hold open. */
function streamsOf(context: BrowserContext): () => number {
  const streams = new Set<Request>();
  context.on('request', (request) => {
    if (request.url().endsWith('/events')) streams.add(request);
  });
  context.on('requestfinished', (request) => streams.delete(request));
  context.on('requestfailed', (request) => streams.delete(request));
  return () => [...streams].filter((request) => !request.frame().page().isClosed()).length;
}

const NO_LOCKS = 'Object.defineProperty(Navigator.prototype, "locks", { value: undefined });';
const NO_CHANNEL = 'delete window.BroadcastChannel;';

const count = (texts: readonly string[], text: string) =>
  texts.filter((each) => each === text).length;

describe.concurrent('several tabs', () => {
  test(
    'write two hundred messages while offline, with a reload in between: each arrives once, in the order of its tab',
    { timeout: 300_000 },
    async () => {
      const context = await browser.newContext();
      const { page, ticketTexts } = await inTalk(
        context,
        'I would like to order two hundred pots.',
      );
      const reloaded = await newTab(context);
      const closed = await newTab(context);
      const tabs = new Map<Page, string[]>([page, reloaded, closed].map((tab) => [tab, []]));
      const write = async (tab: Page) => {
        const mine = tabs.get(tab) ?? [];
        const text = `Tab ${[...tabs.keys()].indexOf(tab) + 1}, message ${mine.length + 1}.`;
        mine.push(text);
        await chatOn(tab).say(text);
      };

      await context.setOffline(true);
      for (let time = 0; time < 33; time += 1) for (const tab of tabs.keys()) await write(tab);
      // A page cannot be loaded offline. So for a moment only the chat is cut off.
      await context.route('**/conversations/**', (route) => route.abort());
      await context.setOffline(false);
      await reloaded.reload();
      await chatOn(reloaded).open();
      await context.setOffline(true);
      for (let time = 0; time < 33; time += 1) for (const tab of tabs.keys()) await write(tab);
      await closed.close();
      for (const tab of [page, reloaded]) await write(tab);
      await context.unroute('**/conversations/**');
      await context.setOffline(false);

      const all = [...tabs.values()].flat();
      expect(all).toHaveLength(200);
      for (const text of all) {
        await eventually(`"${text}" is in the ticket`, async () =>
          (await ticketTexts()).includes(text),
        );
      }
      const arrived = await ticketTexts();
      for (const mine of tabs.values()) {
        expect(arrived.filter((text) => mine.includes(text))).toEqual(mine);
      }
      for (const tab of [page, reloaded]) {
        await eventually('everything is shown once', async () => {
          const shown = await shownOn(tab);
          return all.every((text) => count(shown, text) === 1);
        });
        expect(await chatOn(tab).button('Retry').count()).toBe(0);
      }
      await context.close();
    },
  );

  test.for([
    ['with locks and a channel', '', 1],
    ['without locks', NO_LOCKS, 1],
    ['without a channel', NO_CHANNEL, 2],
    ['without either', NO_LOCKS + NO_CHANNEL, 2],
  ] as const)('%s hear everything once', async ([circumstances, script, expected]) => {
    const context = await browser.newContext();
    const streams = streamsOf(context);
    await context.addInitScript(script);
    const { page, reply, ticketTexts } = await inTalk(context, `Two tabs ${circumstances}.`);
    const second = await newTab(context);

    await reply('To both of you.');
    await chatOn(page).said('To both of you.').waitFor();
    await chatOn(second).said('To both of you.').waitFor();
    await chatOn(second).say('From the second.');
    await chatOn(page).said('From the second.').waitFor();
    await eventually('the agent has it', async () =>
      (await ticketTexts()).includes('From the second.'),
    );
    expect(streams()).toBe(expected);

    await page.close();
    await reply('To the one that is left.');
    await chatOn(second).said('To the one that is left.').waitFor();
    const shown = await shownOn(second);
    expect(count(shown, 'To both of you.')).toBe(1);
    expect(count(shown, 'From the second.')).toBe(1);
    expect(streams()).toBe(1);
    await context.close();
  });

  test.for([
    ['', ''],
    [', also without locks', NO_LOCKS],
  ] as const)('leave room for a ninth: eight hold one connection%s', async ([where, script]) => {
    const context = await browser.newContext();
    const streams = streamsOf(context);
    await context.addInitScript(script);
    const { page, reply } = await inTalk(context, `I have many tabs open${where}.`);
    for (let tab = 2; tab <= 8; tab += 1) await newTab(context);
    expect(streams()).toBe(1);

    const ninth = await newTab(context);
    await chatOn(ninth).say('From the ninth.');

    await chatOn(page).said('From the ninth.').waitFor();
    await reply('To the ninth.');
    await chatOn(ninth).said('To the ninth.').waitFor();
    await context.close();
  });
});
