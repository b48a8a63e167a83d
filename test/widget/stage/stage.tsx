import { Rating } from '../../../widget/components/lazy-rating.tsx';
import { mountPanel } from '../../../widget/components/Panel.tsx';
import * as rich from '../../../widget/components/rich/lazy-rich.tsx';
import { speak } from '../../../widget/language.ts';
import { preloadPanel } from '../preload-panel.ts';
import { presses, scenes } from './scenes.ts';

/*
 * Shows one state of the panel: `stage.html?scene=human&theme=dark&language=de`; the element has `data-ready` then. Beside it,
 * `window.chat` changes the state, and `window.show('idle')` shows another.
 */
const query = new URLSearchParams(location.search);
const host = document.querySelector<HTMLElement>('baton-chat');
if (!host) throw new Error('There is no place for the chat.');

const theme = query.get('theme') === 'dark' ? 'dark' : 'light';
document.documentElement.style.colorScheme = theme;
await speak([query.get('language') ?? 'en']);
// So that the first drawing is the whole of it.
await Promise.all([
  preloadPanel(),
  Rating.preload(),
  ...Object.values(rich).map((part) => part.preload()),
]);
const root = host.attachShadow({ mode: 'open' });
let leave = () => {};

async function show(scene: string): Promise<void> {
  const made = Object.entries(scenes).find(([name]) => name === scene)?.[1];
  if (!made) throw new Error(`No such scene. There are: ${Object.keys(scenes).join(', ')}`);
  leave();
  root.adoptedStyleSheets = [];
  const chat = made();
  leave = mountPanel(root, chat, { theme, position: 'right', returnFocus() {} });
  if (query.get('dir') === 'rtl') root.querySelector('[part=panel]')?.setAttribute('dir', 'rtl');
  for (const selector of presses[scene] ?? []) (await found(selector)).click();
  Object.assign(window, { chat });
}

async function found(selector: string): Promise<HTMLElement> {
  for (;;) {
    const element = root.querySelector<HTMLElement>(selector);
    if (element) return element;
    await new Promise(requestAnimationFrame);
  }
}

await show(query.get('scene') ?? 'idle');
Object.assign(window, { show });
host.dataset.ready = '';
