import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, BrowserContextOptions, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { brandTokens } from '../../src/proxy/brand-colour.ts';
import { launchChromium } from '../chromium.ts';
import { eventually } from './processes.ts';
import { difference } from './same-picture.ts';
import { chatOn, startWorld, type World } from './site.ts';

type Host = { css?: string; before?: string; html?: string };

const QUESTION = 'My teapot arrived broken, what now?';

/** Pages that get in the way of what stands on them, without meaning to. */
const HOSTS: Record<string, Host> = {
  'with huge letters': { css: 'html{font-size:40px}body{font:900 60px/3 cursive!important}' },
  'whose rem is ten pixels': { css: 'html{font-size:62.5%}' },
  'that hides everything': { css: 'body *{display:none!important}' },
  'that resets everything': {
    css: '*,*::before,*::after{all:unset!important;position:static!important;float:left!important;width:10px!important;box-sizing:content-box!important}',
  },
  'that styles every element': {
    css: '*{margin:40px!important;padding:30px!important;color:red!important;background:lime!important;border:9px solid blue!important;font:italic 30px/2 serif!important;letter-spacing:9px!important;text-transform:uppercase!important;transform:rotate(9deg)!important;opacity:.4!important;filter:invert(1)!important;visibility:hidden!important;pointer-events:none!important;user-select:none!important;cursor:none!important;transition:all 9s!important;zoom:1.4}body,html{zoom:1;filter:none!important;opacity:1!important;transform:none!important}',
  },
  'with variables of the same short names': {
    css: '*{--l:red!important;--o:red!important;--b:red!important;--n:red!important;--f:red!important;--visible-height:9px!important;--visible-top:9px!important}',
  },
  'that reads from right to left': {
    css: 'body{direction:rtl!important;unicode-bidi:bidi-override;text-align:right}',
  },
  'whose body is transformed and cuts off what sticks out': {
    css: 'body{transform:translateZ(0);overflow:hidden;height:2400px;margin:50px}',
  },
  'whose root is transformed': { css: 'html{transform:scale(1)}body{height:2400px}' },
  'that hides what is empty': { css: 'div:empty,:empty{display:none!important}' },
  'that lays its children out': {
    css: 'body{display:grid!important;grid-template-columns:1fr 1fr;gap:90px}body>*{grid-area:1/1;width:50%;transform:skew(20deg)!important}',
  },
  'that prefers dark for its own': { css: ':root,*{color-scheme:dark!important}' },
  'with a strict content policy': {
    html: "<meta http-equiv=\"content-security-policy\" content=\"default-src 'none'; script-src http://127.0.0.1:*; style-src 'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='; connect-src http://127.0.0.1:*; require-trusted-types-for 'script'\">",
  },
  'with additions to the prototypes': {
    before: `
      Object.prototype.extend = function () { return this; };
      Array.prototype.toJSON = function () { return 'polluted'; };
      Array.prototype.each = Array.prototype.last = function () {};
      Array.from = function (items) { return [].slice.call(items); };
      String.prototype.toJSON = function () { return '"' + this + '"'; };
      Function.prototype.bind = function (self) { const f = this, rest = [].slice.call(arguments, 1); return function () { return f.apply(self, rest.concat([].slice.call(arguments))); }; };`,
  },
  'that watches every request': {
    before: `const real = fetch; fetch = async (...all) => { const answer = await real(new Request(...all)); return new Proxy(answer, { get: (target, name) => { const value = target[name]; return typeof value === 'function' ? value.bind(target) : value; } }); };`,
  },
  'that has taken away what modern browsers have': {
    before:
      'delete window.requestIdleCallback; delete window.BroadcastChannel; delete window.CloseWatcher; delete Navigator.prototype.locks; delete HTMLElement.prototype.showPopover; delete window.ResizeObserver; delete window.visualViewport;',
  },
};

let browser: Browser;
let world: World;
/** Where pictures are compared. */
let blank: Page;
let plain: Awaited<ReturnType<typeof looksOf>>;
beforeAll(async () => {
  [browser, world] = await Promise.all([launchChromium(), startWorld()]);
  blank = await browser.newPage();
  plain = await looksOf(await visitHost({}));
});
afterAll(async () => {
  await browser.close();
  await world.stop();
});

const SNAPSHOT = `(() => {
  const copy = document.documentElement.cloneNode(true);
  for (const own of copy.querySelectorAll('baton-chat, [data-baton-announcer]')) own.remove();
  const places = [...document.querySelectorAll('main, main *')].map((each) => {
    const { x, y, width, height } = each.getBoundingClientRect();
    return [each.localName, x, y, width, height].join(' ');
  });
  const names = Object.keys(window).filter((name) => name !== 'Baton');
  return [copy.outerHTML, places, names, document.styleSheets.length, document.adoptedStyleSheets.length];
})()`;
/** Keeps how the page is before anything of the chat could have changed it. */
const KEEP_BEFORE = `document.addEventListener('DOMContentLoaded', () => {
  window[Symbol.for('before')] = ${SNAPSHOT};
});`;

/** A page with the chat, built to be in its way. */
async function visitHost(
  { html = '', before = '', css = '' }: Host,
  options: BrowserContextOptions = {},
) {
  const context = await browser.newContext({
    viewport: { width: 1000, height: 800 },
    reducedMotion: 'reduce',
    ...options,
  });
  context.setDefaultTimeout(60_000);
  const page = await context.newPage();
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  await page.addInitScript(KEEP_BEFORE);
  const head = `<script>${before}</script>${html}<style>${css}</style>`;
  await page.goto(world.site.addPage(head));
  return {
    context,
    page,
    errors,
    chat: chatOn(page),
    /** The page, how it lies and what is global on it, without the chat: now and before. */
    pageNow: () => page.evaluate<unknown>(SNAPSHOT),
    pageBefore: () => page.evaluate<unknown>(`window[Symbol.for('before')]`),
  };
}

function rgb(hex: string): string {
  const parts = [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16));
  return `rgb(${parts.join(', ')})`;
}

/** What is seen of something, without its corners: the page is seen behind them. */
async function pictureOf(page: Page, what: Locator) {
  const box = await what.boundingBox();
  if (!box) throw new Error('There is nothing to see.');
  const clip = { x: box.x + 8, y: box.y + 8, width: box.width - 16, height: box.height - 16 };
  return { box, picture: await page.screenshot({ clip, animations: 'disabled' }) };
}

async function looksOf({ page, chat }: Awaited<ReturnType<typeof visitHost>>) {
  const launcher = await pictureOf(page, chat.launcher);
  await chat.open();
  await page.getByRole('heading', { name: 'Hi, I’m Finch. How can I help?' }).waitFor();
  await page.waitForLoadState('networkidle');
  return { launcher, panel: await pictureOf(page, chat.panel) };
}

test.concurrent.for(Object.entries(HOSTS))(
  'on a page %s the chat looks the same, works, and leaves the page as it is',
  async ([_name, host], { onTestFinished }) => {
    const visit = await visitHost(host);
    onTestFinished(() => visit.context.close());
    const { page, chat, errors, pageNow } = visit;
    const before = await visit.pageBefore();

    const { launcher, panel } = await looksOf(visit);
    await chat.say(QUESTION);
    await page.getByRole('article', { name: /^Finch, AI assistant/ }).waitFor();
    const during = await pageNow();
    await page.keyboard.press('Escape');
    await chat.launcher.waitFor();
    await page.evaluate('Baton.destroy()');

    expect(launcher.box).toEqual(plain.launcher.box);
    expect(panel.box).toEqual(plain.panel.box);
    expect(await difference(blank, launcher.picture, plain.launcher.picture)).toBeLessThan(0.005);
    expect(await difference(blank, panel.picture, plain.panel.picture)).toBeLessThan(0.005);
    expect(errors).toEqual([]);
    expect(during).toEqual(before);
    expect(await pageNow()).toEqual(before);
    expect(await page.locator('baton-chat, [data-baton-announcer]').count()).toBe(0);
  },
);

test.concurrent.for([
  ['has frozen the prototypes', 'Object.freeze(Object.prototype);'],
  ['has broken all requests', 'fetch = () => { throw new TypeError("not here"); };'],
  ['lets no request through', 'fetch = () => Promise.reject(new TypeError("not here"));'],
] as const)(
  'where the page %s the chat cannot work, says so and harms nothing',
  async ([_name, before], { onTestFinished }) => {
    const visit = await visitHost({ before });
    onTestFinished(() => visit.context.close());
    const { page, chat, errors } = visit;

    await chat.launcher.click();
    await chat.button('Chat is unavailable').waitFor();

    expect(await chat.panel.count()).toBe(0);
    expect(errors).toEqual([]);
    expect(await visit.pageNow()).toEqual(await visit.pageBefore());
    expect(await page.evaluate('typeof Baton.open')).toBe('function');
  },
);

test.concurrent('a page hears nothing of what is typed, turned and copied in the chat', async ({
  onTestFinished,
}) => {
  const { context, page, chat } = await visitHost({
    before: `
      const heard = [];
      document[Symbol.for('heard')] = heard;
      for (const type of ['keydown', 'keypress', 'keyup', 'wheel', 'copy', 'contextmenu', 'focusin'])
        document.addEventListener(type, (event) => { heard.push(type); event.preventDefault(); }, { passive: false });
      document.addEventListener('focusin', () => document.querySelector('h1').focus());`,
  });
  onTestFinished(() => context.close());

  await chat.open();
  // The launcher's own focus came before.
  await page.evaluate(`document[Symbol.for('heard')].length = 0`);
  await chat.composer.click({ button: 'right' });
  await chat.composer.pressSequentially('s/j? k');
  await page.mouse.wheel(0, 100);
  await chat.composer.press('ControlOrMeta+a');
  await chat.composer.press('ControlOrMeta+c');

  expect(await chat.composer.inputValue()).toBe('s/j? k');
  expect(await page.evaluate(`document[Symbol.for('heard')]`)).toEqual([]);
});

test.concurrent('while the page shows a dialog the chat waits, and goes on afterwards', async ({
  onTestFinished,
}) => {
  const { context, page, chat } = await visitHost({});
  onTestFinished(() => context.close());
  const dialog = page.getByRole('dialog', { name: 'Terms' });
  const agree = dialog.getByRole('button', { name: 'Agree' });
  await page.evaluate(() => {
    const made = document.createElement('dialog');
    made.ariaLabel = 'Terms';
    const button = made.appendChild(document.createElement('button'));
    button.textContent = 'Agree';
    button.addEventListener('click', () => made.close());
    document.body.prepend(made);
    made.showModal();
  });

  const place = await page.locator('[part=launcher]').boundingBox();
  await page.mouse.click((place?.x ?? 0) + 30, (place?.y ?? 0) + 30);
  await agree.click();
  expect(await chat.panel.count()).toBe(0);

  await chat.open();
  await page.evaluate(() => document.querySelector('dialog')?.showModal());
  await page.keyboard.type('nobody');
  await agree.click();
  await chat.composer.click();
  await page.keyboard.type('for the chat');
  expect(await chat.composer.inputValue()).toBe('for the chat');
});

test.concurrent('the brand of a site colours launcher and panel in both themes, and the site has the last word', async ({
  onTestFinished,
}) => {
  const folder = await mkdtemp(join(tmpdir(), 'baton-brand-'));
  const config = join(folder, 'baton.config.json');
  await writeFile(config, JSON.stringify({ widget: { accent: '#ffd400' } }));
  const branded = await startWorld({ CONFIG: config });
  onTestFinished(async () => {
    await branded.stop();
    await rm(folder, { recursive: true });
  });
  const coloured = async (colorScheme: 'light' | 'dark', head: string) => {
    const context = await browser.newContext({ colorScheme, reducedMotion: 'reduce' });
    onTestFinished(() => context.close());
    const page = await context.newPage();
    const colourOf = (part: Locator) => part.evaluate((it) => getComputedStyle(it).backgroundColor);
    const settings = page.waitForResponse(/\/api\/widget/);
    await page.goto(branded.site.addPage(head));
    await settings;
    const chat = chatOn(page);
    await chat.launcher.waitFor();
    const launcher = await eventually('the launcher has its colour', async () => {
      const colour = await colourOf(chat.launcher);
      return !/rgb\((42, 63, 208|147, 164, 255)\)/.test(colour) && colour;
    });
    await chat.open();
    await chat.composer.fill('Hello');
    return { launcher, send: await colourOf(chat.send) };
  };
  const [light, dark, own] = await Promise.all([
    coloured('light', ''),
    coloured('dark', ''),
    coloured('dark', '<style>baton-chat{--baton-accent:rgb(0, 90, 60)}</style>'),
  ]);
  const brand = brandTokens('#ffd400');

  expect(light).toEqual({ launcher: rgb(brand.light.accent), send: rgb(brand.light.accent) });
  expect(dark).toEqual({ launcher: rgb(brand.dark.accent), send: rgb(brand.dark.accent) });
  expect(own).toEqual({ launcher: 'rgb(0, 90, 60)', send: 'rgb(0, 90, 60)' });
});

test.concurrent.for([
  ['on a desktop', {}],
  ['on a phone', { viewport: { width: 390, height: 800 }, hasTouch: true, isMobile: true }],
] as const)(
  '%s a cookie banner on top of everything can be pressed, and the chat that a customer opens stands above it',
  async ([_name, device], { onTestFinished }) => {
    const { context, page, chat } = await visitHost(
      {
        before: `document.addEventListener('DOMContentLoaded', () => {
          const banner = document.body.appendChild(document.createElement('aside'));
          const button = banner.appendChild(document.createElement('button'));
          button.textContent = 'Accept';
          button.addEventListener('click', () => button.textContent = 'Accepted');
        });`,
        css: 'aside{position:fixed;inset:auto 0 0;height:300px;background:gold;z-index:2147483647}',
      },
      device,
    );
    onTestFinished(() => context.close());
    await chat.launcher.waitFor();

    await chat.launcher.press('Enter');
    await chat.composer.click();
    await chat.composer.fill(QUESTION);
    await chat.send.click();
    await page.getByRole('article', { name: /^Finch, AI assistant/ }).waitFor();
    await chat.button('Close chat').click();
    await page.getByRole('button', { name: 'Accept' }).click();

    expect(await page.getByRole('button', { name: 'Accepted' }).count()).toBe(1);
  },
);

test.concurrent('on a phone the page is back as it was when the chat is closed, and where it was', async ({
  onTestFinished,
}) => {
  const visit = await visitHost(
    {
      css: 'html{overflow-y:scroll!important;scroll-behavior:smooth}main{height:4000px}',
      before: `document.addEventListener('DOMContentLoaded', () => {
        document.body.appendChild(document.createElement('aside')).inert = true;
      });`,
    },
    { viewport: { width: 390, height: 800 }, hasTouch: true, isMobile: true },
  );
  onTestFinished(() => visit.context.close());
  const { page, chat } = visit;
  await page.evaluate(() => scrollTo({ top: 700, behavior: 'instant' }));
  const before = await visit.pageNow();

  await chat.open();
  await page.locator('main[inert]').waitFor({ state: 'attached' });
  await page.mouse.move(200, 300);
  await page.mouse.wheel(0, 900);
  await chat.button('Close chat').click();
  await page.locator('main:not([inert])').waitFor();

  expect(await visit.pageNow()).toEqual(before);
  expect(await page.evaluate(() => scrollY)).toBe(700);
});
