import { createServer, request as forward, type ServerResponse } from 'node:http';
import { chromium, type Browser, type FrameLocator, type Page } from 'playwright-core';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { findChromium, launchChromium } from '../chromium.ts';
import { eventually, freePort } from './processes.ts';
import { chatOn, startWorld, type World } from './site.ts';

let browser: Browser;
let world: World;
beforeAll(async () => {
  [browser, world] = await Promise.all([launchChromium(), startWorld()]);
});
afterAll(async () => {
  await browser.close();
  await world.stop();
});

/** Asks something, asks for a person, and hears from them. */
async function talk({ simulator }: World, place: Page | FrameLocator, about: string) {
  const chat = chatOn(place);
  await chat.open();
  await chat.say(about);
  await chat.said(about).waitFor();
  await chat.handoff.click();
  await place.locator('[data-state="queued"]').waitFor();
  const { id } = await eventually('there is a ticket', async () =>
    (await simulator.tickets()).find(({ messages }) => messages.some(({ text }) => text === about)),
  );
  const reply = (text: string) => simulator.act(id, 'reply', { text });
  await reply('Hello, this is Maya.');
  await chat.said('Hello, this is Maya.').waitFor();
  return { chat, reply };
}

/** Something on the way to the server that gives streams away only when they are over. Resolves with its port. */
async function startMiddlebox(port: number): Promise<number> {
  const box = createServer((request, response) => {
    const { method, headers, url: path } = request;
    const onward = forward({ host: '127.0.0.1', port, method, headers, path }, (answer) => {
      const isStream = answer.headers['content-type']?.startsWith('text/event-stream');
      if (!isStream) {
        response.writeHead(answer.statusCode ?? 502, answer.headers);
        answer.pipe(response);
        return;
      }
      const kept: Buffer[] = [];
      answer.on('data', (piece: Buffer) => kept.push(piece));
      answer.on('end', () => {
        response.writeHead(answer.statusCode ?? 502, answer.headers);
        response.end(Buffer.concat(kept));
      });
    });
    onward.on('error', () => response.destroy());
    response.on('close', () => onward.destroy());
    request.pipe(onward);
  });
  const answers = new Set<ServerResponse>();
  box.on('request', (_request, response) => answers.add(response));
  const own = await freePort();
  await new Promise<void>((resolve) => box.listen(own, '127.0.0.1', resolve));
  onTestFinished(() => {
    for (const response of answers) response.destroy();
    box.close();
  });
  return own;
}

test('where something on the way keeps streams back, the chat goes on by asking', async () => {
  const context = await browser.newContext();
  onTestFinished(() => context.close());
  world.site.embed(await startMiddlebox(world.server.port));
  onTestFinished(() => world.site.embed(world.server.port));
  const page = await context.newPage();
  const polls: string[] = [];
  page.on('request', (request) => {
    if (request.url().includes('&wait=')) polls.push(request.url());
  });
  await page.goto(world.site.url);

  const { chat, reply } = await talk(world, page, 'My teapot came through a tunnel.');
  await reply('Every word arrives.');
  await chat.said('Every word arrives.').waitFor();

  expect(polls.length).toBeGreaterThan(0);
  expect(await page.locator('[part=connection]').count()).toBe(0);
});

test('in a frame that may keep nothing the chat works as long as it is there', async () => {
  const own = await startWorld({ ALLOWED_ORIGINS: 'null' });
  onTestFinished(own.stop);
  const context = await browser.newContext();
  onTestFinished(() => context.close());
  const page = await context.newPage();
  await page.goto(own.site.url);
  await page.evaluate((address) => {
    const frame = document.createElement('iframe');
    frame.sandbox.add('allow-scripts');
    Object.assign(frame, { src: address, width: '600', height: '760' });
    document.body.replaceChildren(frame);
  }, `${own.site.url}framed`);

  const { chat } = await talk(own, page.frameLocator('iframe'), 'My teapot is in a sandbox.');
  await chat.say('It works without a memory.');

  await eventually('the agent has it', async () =>
    (await own.simulator.tickets())[0]?.messages.some(
      ({ text }) => text === 'It works without a memory.',
    ),
  );
});

test('a page with a chat is kept by the browser when it is left, and the chat goes on when it is back', async () => {
  const ordinary = await chromium.launch({
    executablePath: findChromium(),
    args: ['--no-sandbox', '--disable-gpu'],
    // Switched off for tests otherwise.
    ignoreDefaultArgs: ['--disable-back-forward-cache'],
  });
  onTestFinished(() => ordinary.close());
  const page = await ordinary.newPage();
  await page.addInitScript(() =>
    addEventListener('pageshow', ({ persisted }) => {
      if (persisted) document.documentElement.dataset['kept'] = 'true';
    }),
  );
  await page.goto(world.site.url);
  const { chat, reply } = await talk(world, page, 'My teapot is on another page.');

  await page.goto(`${world.site.url}elsewhere`);
  await reply('Written while you were away.');
  await page.evaluate(() => history.back());

  await page.locator('html[data-kept]').waitFor();
  expect(await page.locator('html').getAttribute('data-kept')).toBe('true');
  await chat.said('Written while you were away.').waitFor();
  await reply('Written when you were back.');
  await chat.said('Written when you were back.').waitFor();
});
