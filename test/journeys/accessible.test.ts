import { fileURLToPath } from 'node:url';
import axe from 'axe-core';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { build } from 'vite';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchChromium } from '../chromium.ts';
import { scenes } from '../widget/stage/scenes.ts';

const STAGE = fileURLToPath(new URL('../widget/stage/', import.meta.url));
const ADDRESS = 'http://stage.example/';
const TYPES: Record<string, string> = { html: 'text/html', js: 'text/javascript' };

let browser: Browser;
let context: BrowserContext;
beforeAll(async () => {
  const [files, launched] = await Promise.all([builtStage(), launchChromium()]);
  browser = launched;
  // What is still fading in has less contrast than it will have.
  context = await browser.newContext({ reducedMotion: 'reduce' });
  await context.route(`${ADDRESS}**`, (route) => {
    const path = new URL(route.request().url()).pathname.slice(1);
    const body = files.get(path);
    if (body === undefined) return route.fulfill({ status: 404 });
    return route.fulfill({ body, contentType: TYPES[path.split('.').at(-1) ?? ''] });
  });
});
afterAll(() => browser.close());

/** The page that shows the states of the panel, by path. */
async function builtStage(): Promise<Map<string, string>> {
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

/** What axe finds wrong, with the elements it is wrong with. */
async function faults(page: Page): Promise<string[]> {
  return page.evaluate<string[]>(
    `axe.run({ resultTypes: ['violations'] }).then(({ violations }) => violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => id + ': ' + html)))`,
  );
}

describe.concurrent.each(Object.keys(scenes))('the panel, %s,', (scene) => {
  test.each(['light', 'dark'])('has no faults that axe finds, in %s', async (theme) => {
    const page = await context.newPage();
    await page.goto(`${ADDRESS}stage.html?scene=${scene}&theme=${theme}`);
    const panel = page.locator('[part=panel]');
    await panel.waitFor();
    await page.addScriptTag({ content: axe.source });

    expect(await faults(page)).toEqual([]);
    await panel.evaluate((element) => element.setAttribute('dir', 'rtl'));
    expect(await faults(page)).toEqual([]);

    await page.close();
  });
});
