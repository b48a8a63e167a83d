import { addStyle } from './element.ts';

const STYLE = `
:host{--l:var(--baton-accent,#2a3fd0);--o:var(--baton-on-accent,#fff);--b:var(--baton-human-solid,#c2500f);--n:#fff;--f:var(--baton-focus,#2a3fd0)}
:host([data-theme=dark]){--l:var(--baton-accent,#93a4ff);--o:var(--baton-on-accent,#0e1233);--b:var(--baton-human-solid,#ff9a57);--n:#12131a;--f:var(--baton-focus,#b9c4ff)}
@media(prefers-color-scheme:dark){:host([data-theme=auto]){--l:var(--baton-accent,#93a4ff);--o:var(--baton-on-accent,#0e1233);--b:var(--baton-human-solid,#ff9a57);--n:#12131a;--f:var(--baton-focus,#b9c4ff)}}
.l{position:fixed;bottom:calc(20px + env(safe-area-inset-bottom,0px));right:calc(20px + env(safe-area-inset-right,0px))}
:host([data-position=left]) .l{right:auto;left:calc(20px + env(safe-area-inset-left,0px))}
.l button{box-sizing:border-box;width:60px;height:60px;margin:0;padding:14px;border:1px solid transparent;border-radius:21px;background:var(--l);color:var(--o);cursor:pointer;box-shadow:0 6px 24px #1416262e,0 2px 6px #1416261f;transition:transform .12s cubic-bezier(.2,.8,.2,1);-webkit-tap-highlight-color:transparent}
.l button:hover{transform:translateY(-1px)}
.l button:active{transform:scale(.96)}
.l button:focus-visible{outline:2px solid var(--f);outline-offset:2px}
.l svg{display:block;width:30px;height:30px;fill:none;stroke:currentColor;stroke-width:1.9;stroke-linecap:round;stroke-linejoin:round}
.l span{position:absolute;top:-6px;right:-6px;box-sizing:border-box;min-width:24px;height:24px;padding:0 6px;border:2px solid #fff;border-radius:12px;background:var(--b);color:var(--n);font:700 12px/20px ui-sans-serif,system-ui,-apple-system,"Segoe UI",Roboto,sans-serif;text-align:center;pointer-events:none}
.l span:empty{display:none}
@supports(corner-shape:squircle){.l button{corner-shape:squircle;border-radius:48%}}
@media(prefers-reduced-motion){.l button{transition:none}.l button:hover,.l button:active{transform:none}}
@media(forced-colors:active){.l button,.l span{border-color:CanvasText}}
@media print{.l{display:none}}`;

/** The bubble that is dashed where the AI agent speaks, and solid where a person does. */
const DASHED = 'M12 4.5H8.2A4.7 4.7 0 0 0 3.5 9.2v3.1A4.7 4.7 0 0 0 8.2 17H12';
const SOLID = 'M12 4.5h3.8a4.7 4.7 0 0 1 4.7 4.7v3.1a4.7 4.7 0 0 1-1.9 3.8l.2 4.4-4.3-3.5H12';

export interface Launcher {
  /** Shows it with this many unread messages on its badge. */
  show(unread: number): void;
  remove(): void;
  focus(): void;
}

type Wishes = {
  onPress(): void;
  /** The customer's hand, finger or focus is on it: a press may follow. */
  onNear(): void;
};

export function createLauncher(root: ShadowRoot, { onPress, onNear }: Wishes): Launcher {
  addStyle(root, STYLE);
  const place = document.createElement('div');
  const button = document.createElement('button');
  const badge = document.createElement('span');
  place.className = 'l';
  button.type = 'button';
  button.setAttribute('part', 'launcher');
  button.ariaExpanded = 'false';
  badge.ariaHidden = 'true';
  place.append(button, badge);
  button.append(drawMark());
  button.addEventListener('click', onPress);
  for (const sign of ['pointerenter', 'focus', 'touchstart']) {
    button.addEventListener(sign, onNear, { passive: true });
  }
  return {
    show(unread) {
      button.ariaLabel = nameOf(unread);
      badge.textContent = unread === 0 ? '' : unread > 9 ? '9+' : String(unread);
      if (!place.isConnected) root.append(place);
    },
    remove: () => place.remove(),
    focus: () => button.focus(),
  };
}

function nameOf(unread: number): string {
  if (unread === 0) return 'Open chat';
  return `Open chat, ${unread} unread message${unread === 1 ? '' : 's'}`;
}

function drawMark(): SVGElement {
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  svg.setAttribute('viewBox', '0 0 24 24');
  svg.ariaHidden = 'true';
  for (const line of [DASHED, SOLID]) {
    const path = document.createElementNS('http://www.w3.org/2000/svg', 'path');
    path.setAttribute('d', line);
    if (line === DASHED) path.setAttribute('stroke-dasharray', '2.3 2.9');
    svg.append(path);
  }
  return svg;
}
