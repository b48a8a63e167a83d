/** Two announcements closer than this run into each other in some screen readers. */
const GAP_MS = 150;
const KEPT_MS = 10_000;

/** Nothing of the page reaches in, not even a rule that hides what is empty. */
const SHOWN = { all: 'initial', display: 'block' };
const HIDDEN = {
  ...SHOWN,
  position: 'fixed',
  top: '0',
  left: '0',
  width: '1px',
  height: '1px',
  overflow: 'hidden',
  'clip-path': 'inset(50%)',
  'white-space': 'nowrap',
  'pointer-events': 'none',
};

/** Property by property: a policy without 'unsafe-inline' refuses a style attribute, not this. */
function insist({ style }: HTMLElement, rules: Record<string, string>): void {
  for (const [name, value] of Object.entries(rules)) style.setProperty(name, value, 'important');
}

/** What a screen reader is told. */
export type Announcer = {
  /** Said when the reader is free. */
  say(text: string): void;
  /** Said at once: something went wrong. */
  alert(text: string): void;
  remove(): void;
};

/**
 * Makes the live regions, visually hidden at the end of the body: inside a shadow root several screen readers miss them.
 * They are empty at first, each text becomes a child of its own and leaves after ten seconds.
 */
export function createAnnouncer(page: Document): Announcer {
  const host = page.createElement('div');
  host.dataset.batonAnnouncer = '';
  insist(host, HIDDEN);
  const polite = region('status');
  const assertive = region('alert');
  page.body.append(host);

  let freeAt = 0;

  function region(role: string): HTMLElement {
    const element = page.createElement('div');
    element.setAttribute('role', role);
    insist(element, SHOWN);
    host.append(element);
    return element;
  }

  function announce(target: HTMLElement, text: string) {
    const now = Date.now();
    const at = Math.max(now, freeAt);
    freeAt = at + GAP_MS;
    setTimeout(() => {
      const line = page.createElement('p');
      line.textContent = text;
      insist(line, SHOWN);
      target.append(line);
      setTimeout(() => line.remove(), KEPT_MS);
    }, at - now);
  }

  return {
    say: (text) => announce(polite, text),
    alert: (text) => announce(assertive, text),
    // What is still to be said is said to nobody.
    remove: () => host.remove(),
  };
}
