import { createServer } from 'node:http';
import type { Browser, BrowserContextOptions, Locator, Page } from 'playwright-core';
import { freePort, startServer, startSimulator } from './processes.ts';

/** Somebody's website, on an origin of its own; from `embed` on with one script tag. */
async function startSite() {
  let script = '';
  const heads = new Map<string, string>();
  const server = createServer(({ url = '/' }, response) => {
    response.setHeader('content-type', 'text/html; charset=utf-8');
    response.end(
      `<!doctype html><html lang="en"><meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <title>Alder &amp; Finch</title>${heads.get(url) ?? ''}<main><h1>Pots</h1><p>Stoneware.</p></main>
      <script async src="${script}"></script>`,
    );
  });
  const port = await freePort();
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  return {
    origin: `http://localhost:${port}`,
    url: `http://localhost:${port}/`,
    /** Makes a page with this in its head. Gives its address. */
    addPage(head: string): string {
      const path = `/page-${heads.size}`;
      heads.set(path, head);
      return `http://localhost:${port}${path}`;
    },
    embed(proxyPort: number) {
      script = `http://127.0.0.1:${proxyPort}/baton.js`;
    },
    close: () => new Promise<void>((resolve) => server.close(() => resolve())),
  };
}

/** The whole world of a journey: a simulated Zendesk, the production server, a website that embeds it. */
export async function startWorld(env: Record<string, string> = {}) {
  const [site, simulator] = await Promise.all([startSite(), startSimulator()]);
  const server = await startServer(simulator, { ALLOWED_ORIGINS: site.origin, ...env });
  site.embed(server.port);
  return {
    simulator,
    server,
    site,
    async stop() {
      await site.close();
      await server.dispose();
      await simulator.kill();
    },
  };
}
export type World = Awaited<ReturnType<typeof startWorld>>;

/** A visitor's browser. Everything that goes wrong on the page is noted. */
export async function visit(browser: Browser, world: World, options: BrowserContextOptions = {}) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
  context.setDefaultTimeout(60_000);
  const page = await context.newPage();
  const troubles: string[] = [];
  page.on('pageerror', (error) => troubles.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') troubles.push(message.text());
  });
  await page.goto(world.site.url);
  return { context, page, troubles, chat: chatOn(page) };
}

/** What the visitors of a world see, for a test that failed. */
export async function whatIsSeen(browser: Browser, world: World): Promise<string> {
  const pages = browser.contexts().flatMap((context) => context.pages());
  const theirs = pages.filter((page) => page.url().startsWith(world.site.url));
  const texts = theirs.map((page) => page.locator('baton-chat').innerText({ timeout: 5_000 }));
  const seen = await Promise.allSettled(texts);
  return seen
    .map((text) => (text.status === 'fulfilled' ? text.value : String(text.reason)))
    .join('\n');
}

/** The chat as a person finds it on a page, by roles and names. */
export function chatOn(page: Pick<Page, 'getByRole' | 'getByTestId' | 'locator'>) {
  const button = (name: string | RegExp) => page.getByRole('button', { name });
  const composer = page.getByRole('textbox', { name: 'Message', exact: true });
  const log = page.getByRole('log', { name: 'Conversation' });
  return {
    button,
    composer,
    send: page.getByRole('button', { name: 'Send', exact: true }),
    log,
    panel: page.locator('[part~="panel"]'),
    launcher: button(/^Open chat/),
    handoff: page.getByTestId('handoff'),
    messages: log.getByRole('article'),
    async open(): Promise<void> {
      await button(/^Open chat/).click();
      await composer.waitFor();
    },
    async say(text: string): Promise<void> {
      await composer.fill(text);
      await composer.press('Enter');
    },
    said: (text: string | RegExp): Locator => log.getByText(text).first(),
  };
}
