import { addStyle } from './element.ts';
import type { WidgetSettings } from '../src/protocol/routes.ts';
import type { ScriptOptions } from './script-options.ts';

const STYLE = `
.l{--l:var(--baton-accent,#2a3fd0);--o:var(--baton-on-accent,#fff);--b:var(--baton-human-solid,#c2500f);--n:#fff;position:fixed;bottom:calc(20px + env(safe-area-inset-bottom,0px));right:20px;width:60px;height:60px;margin:0;padding:14px;border:1px solid transparent;border-radius:21px;background:var(--l);color:var(--o);cursor:pointer;box-shadow:0 4px 20px #14162638;transition:transform .12s}
:host([data-position=left]) .l{right:auto;left:20px}
.l:hover{transform:translateY(-1px)}
.l:active{transform:scale(.96)}
.l:focus-visible{outline:2px solid var(--baton-focus,var(--l));outline-offset:2px}
.l svg{display:block;width:30px;height:30px;fill:none;stroke:currentColor;stroke-width:1.9;stroke-linecap:round;stroke-linejoin:round}
.l span{position:absolute;top:-7px;right:-7px;min-width:10px;height:20px;padding:0 5px;border:2px solid #fff;border-radius:12px;background:var(--b);color:var(--n);font:700 12px/20px system-ui,sans-serif}
.l span:empty{display:none}
@supports(corner-shape:squircle){.l{corner-shape:squircle;border-radius:48%}}
@media(prefers-reduced-motion){.l{transition:none;transform:none!important}}
@media print{.l{display:none}}`;

const DARK = `
.l{--l:var(--baton-accent,#93a4ff);--o:var(--baton-on-accent,#0e1233);--b:var(--baton-human-solid,#ff9a57);--n:#12131a}`;

/** The bubble that is dashed where the AI agent speaks, and solid where a person does. */
const DASHED = 'M12 4.5H8.2A4.7 4.7 0 0 0 3.5 9.2v3.1A4.7 4.7 0 0 0 8.2 17H12';
const SOLID = 'M12 4.5h3.8a4.7 4.7 0 0 1 4.7 4.7v3.1a4.7 4.7 0 0 1-1.9 3.8l.2 4.4-4.3-3.5H12';

const FAILED = '!';

export interface Launcher {
  /** Shows it with this many unread messages on its badge, which its name says too. */
  show(unread: number, name?: string): void;
  /** Speaks another language. */
  speak(texts: WidgetSettings['launcher']): void;
  /** Says that the chat could not be opened, until it is shown anew. */
  fail(): void;
  remove(): void;
  focus(): void;
}

type Wishes = {
  onPress(): void;
  /** The customer's hand, finger or focus is on it: a press may follow. */
  onNear(): void;
};

/** The round button in the corner. */
export function createLauncher(
  root: ShadowRoot,
  theme: ScriptOptions['theme'],
  { onPress, onNear }: Wishes,
): Launcher {
  addStyle(root, STYLE);
  if (theme !== 'light') {
    addStyle(root, theme === 'auto' ? `@media(prefers-color-scheme:dark){${DARK}}` : DARK);
  }
  const button = document.createElement('button');
  // The label of a button stands for all that is in it.
  const badge = document.createElement('span');
  setAttributes(button, { type: 'button', part: 'launcher', class: 'l', 'aria-expanded': 'false' });
  button.append(drawMark(), badge);
  button.addEventListener('click', onPress);
  for (const sign of ['pointerenter', 'focus']) button.addEventListener(sign, onNear);
  // In English until it is known what the customer reads.
  let open = 'Open chat';
  let unavailable = 'Chat is unavailable';

  function say(name: string, sign: string): void {
    setAttributes(button, { 'aria-label': name, title: sign === FAILED ? name : '' });
    badge.textContent = sign;
  }
  return {
    show(unread, name = open) {
      say(name, unread > 9 ? '9+' : `${unread || ''}`);
      if (!button.isConnected) root.append(button);
    },
    speak(texts) {
      ({ open, unavailable } = texts);
      if (!badge.textContent) say(open, '');
    },
    fail: () => say(unavailable, FAILED),
    remove: () => button.remove(),
    focus: () => button.focus(),
  };
}

function drawMark(): Element {
  const draw = (name: string, attributes: Record<string, string>) =>
    setAttributes(document.createElementNS('http://www.w3.org/2000/svg', name), attributes);
  const mark = draw('svg', { viewBox: '0 0 24 24' });
  mark.append(
    draw('path', { d: DASHED, 'stroke-dasharray': '2.3 2.9' }),
    draw('path', { d: SOLID }),
  );
  return mark;
}

function setAttributes<T extends Element>(element: T, attributes: Record<string, string>): T {
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  return element;
}
