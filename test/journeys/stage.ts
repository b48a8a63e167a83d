import { fileURLToPath } from 'node:url';
import type { BrowserContext, Page } from 'playwright-core';
import { build } from 'vite';
import type { ConversationEvent } from '../../src/protocol/event.ts';

const STAGE = fileURLToPath(new URL('../widget/stage/', import.meta.url));
/** Only on https is there everything: the clipboard, locks. */
const ADDRESS = 'https://stage.example/';
const TYPES: Record<string, string> = { html: 'text/html', js: 'text/javascript' };

type Show = {
  scene: string;
  theme?: 'light' | 'dark';
  direction?: 'ltr' | 'rtl';
  /** Of the chat, such as `de`, or `en-XA` for longer words. */
  language?: string;
};

export interface Stage {
  /** A page that shows one state of the panel. */
  show(context: BrowserContext, show: Show): Promise<Page>;
}

/** Shows another state on the same page, in no time. */
export async function change(page: Page, scene: string): Promise<void> {
  await page.evaluate(`window.show(${JSON.stringify(scene)})`);
}

/** Builds the page that shows the states of the panel, each made of real events, without a server. */
export async function buildStage(): Promise<Stage> {
  const files = await builtFiles();
  return {
    async show(context, { scene, theme = 'light', direction = 'ltr', language = 'en' }) {
      const page = await context.newPage();
      await page.route(`${ADDRESS}**`, (route) => {
        const path = new URL(route.request().url()).pathname.slice(1);
        const body = files.get(path);
        if (body === undefined) return route.fulfill({ status: 404 });
        return route.fulfill({ body, contentType: TYPES[path.split('.').at(-1) ?? ''] });
      });
      const query = new URLSearchParams({ scene, theme, dir: direction, language });
      await page.goto(`${ADDRESS}stage.html?${query}`);
      await page.locator('baton-chat[data-ready]').waitFor({ state: 'attached' });
      return page;
    },
  };
}

/** Something happens to the conversation that is shown. */
export async function happens(page: Page, ...events: ConversationEvent[]): Promise<void> {
  await page.evaluate(`window.chat.happens(...${JSON.stringify(events)})`);
}

/** Changes another fact of the chat that is shown, such as `answer`. */
export async function set(page: Page, fact: string, value: unknown): Promise<void> {
  await page.evaluate(`window.chat.${fact}.value = ${JSON.stringify(value)}`);
}

/** By path. */
async function builtFiles(): Promise<Map<string, string>> {
  const built = await build({
    configFile: false,
    root: STAGE,
    logLevel: 'error',
    build: { write: false, rolldownOptions: { input: `${STAGE}stage.html` } },
  });
  const outputs = [built].flat().flatMap((each) => ('output' in each ? each.output : []));
  return new Map(
    outputs.map((file) => [
      file.fileName,
      file.type === 'chunk' ? file.code : Buffer.from(file.source).toString(),
    ]),
  );
}
