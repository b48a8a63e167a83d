import { Rating } from '../../../widget/components/lazy-rating.tsx';
import { mountPanel } from '../../../widget/components/Panel.tsx';
import { speak } from '../../../widget/language.ts';
import { preloadPanel } from '../preload-panel.ts';
import { scenes } from './scenes.ts';

/*
 * Shows one state of the panel: `stage.html?scene=human&theme=dark&language=de`. Beside it, `window.chat` changes the state.
 */
const query = new URLSearchParams(location.search);
const host = document.querySelector('baton-chat');
const made = Object.entries(scenes).find(([name]) => name === (query.get('scene') ?? 'idle'))?.[1];
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
Object.assign(window, { chat });
