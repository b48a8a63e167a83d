import type { Browser, BrowserContextOptions } from 'playwright-core';
import { buildStage, change } from './journeys/stage.ts';

/** What is shown of the panel, by the name of its picture. */
const STATES = {
  welcome: 'idle',
  answer: 'ai',
  streaming: 'streaming',
  preview: 'sheet',
  queue: 'queued-place',
  person: 'human',
  rating: 'ended',
  offline: 'not-sent',
  carousel: 'rich-carousel',
};

const DOCKED = { viewport: { width: 480, height: 760 } };

/** How each state is shown: side by side in one picture. */
const LOOKS: { options: BrowserContextOptions; show: object }[] = [
  { options: DOCKED, show: { theme: 'light' } },
  { options: DOCKED, show: { theme: 'dark' } },
  {
    options: { viewport: { width: 390, height: 760 }, hasTouch: true, isMobile: true },
    show: { theme: 'light' },
  },
  { options: DOCKED, show: { theme: 'light', direction: 'rtl', language: 'ar' } },
  { options: { ...DOCKED, colorScheme: 'dark', forcedColors: 'active' }, show: {} },
];

/** Of a picture, in pixels: small, and everything can still be read. */
const HEIGHT = 480;

/** Pictures of each state in light, in dark, on a phone, from right to left and in forced colours. Calls `keep` with each. */
export async function statePictures(
  browser: Browser,
  keep: (name: string, png: Buffer) => Promise<void>,
): Promise<void> {
  const stage = await buildStage();
  const pages = await Promise.all(
    LOOKS.map(async ({ options, show }) => {
      const context = await browser.newContext({ reducedMotion: 'reduce', ...options });
      return stage.show(context, { scene: 'idle', ...show });
    }),
  );
  const wall = await browser.newPage({ viewport: { width: 480 * LOOKS.length, height: 760 } });
  for (const [name, scene] of Object.entries(STATES)) {
    const shots: string[] = [];
    for (const page of pages) {
      await change(page, scene);
      // Only the panel is the picture's matter: no caret, no page.
      await page.evaluate(() => document.querySelector('main')?.remove());
      const png = await page.screenshot({ animations: 'disabled', caret: 'hide' });
      shots.push(png.toString('base64'));
    }
    await wall.setContent(
      `<body style="margin:0;display:flex;gap:12px;inline-size:max-content">${shots.map((shot) => `<img height="${HEIGHT}" src="data:image/png;base64,${shot}">`).join('')}`,
    );
    await wall.locator('img').last().waitFor();
    await keep(name, await wall.locator('body').screenshot());
  }
  await Promise.all(pages.map((page) => page.context().close()));
  await wall.close();
}
