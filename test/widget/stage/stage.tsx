import { Rating } from '../../../widget/components/lazy-rating.tsx';
import { mountPanel } from '../../../widget/components/Panel.tsx';
import { speak } from '../../../widget/language.ts';
import { preloadPanel } from '../preload-panel.ts';
import { presses, scenes } from './scenes.ts';

/*
 * Shows one state of the panel: `stage.html?scene=human&theme=dark&language=de`; the element has `data-ready` then. Beside it,
 * `window.chat` changes the state.
 */
const query = new URLSearchParams(location.search);
const host = document.querySelector<HTMLElement>('baton-chat');
const scene = query.get('scene') ?? 'idle';
const made = Object.entries(scenes).find(([name]) => name === scene)?.[1];
if (!host || !made) throw new Error(`No such scene. There are: ${Object.keys(scenes).join(', ')}`);

const chat = made();
const theme = query.get('theme') === 'dark' ? 'dark' : 'light';
await speak([query.get('language') ?? 'en']);
// So that the first drawing is the whole of it.
await Promise.all([preloadPanel(), Rating.preload()]);
const root = host.attachShadow({ mode: 'open' });
mountPanel(root, chat, { theme, position: 'right', returnFocus() {} });
if (query.get('dir') === 'rtl') root.querySelector('[part=panel]')?.setAttribute('dir', 'rtl');
document.documentElement.style.colorScheme = theme;
for (const selector of presses[scene] ?? []) (await found(root, selector)).click();
host.dataset.ready = '';
Object.assign(window, { chat });

async function found(place: ShadowRoot, selector: string): Promise<HTMLElement> {
  for (;;) {
    const element = place.querySelector<HTMLElement>(selector);
    if (element) return element;
    await new Promise(requestAnimationFrame);
  }
}
