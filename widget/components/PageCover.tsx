import { useLayoutEffect } from 'preact/hooks';
import { closeOnBack } from '../back-button.ts';
import { standAbove } from '../top-layer.ts';

/** While it is drawn, `panel` is the only thing on the page. */
export function PageCover({ panel }: { panel: { current: HTMLElement | null } }) {
  useLayoutEffect(() => {
    const element = panel.current;
    const tree = element?.getRootNode();
    return element
      ? coverPage(element, tree instanceof ShadowRoot ? tree.host : element)
      : undefined;
  }, []);
  return null;
}

/**
 * Makes the panel the only thing on the page: what is behind it is inert and does not scroll, the panel keeps to the part
 * of the screen that the keyboard leaves, and Back closes it. Returns the function that gives the page back as it was.
 */
function coverPage(panel: HTMLElement, host: Element): () => void {
  standAbove(host, true);
  const undo = [hidePage(host), lockScroll(), followKeyboard(panel), closeOnBack(panel)];
  return () => {
    for (const each of undo) each();
  };
}

function hidePage(host: Element): () => void {
  const hidden = [...document.body.children].filter(
    (element): element is HTMLElement =>
      element instanceof HTMLElement &&
      !element.inert &&
      !element.contains(host) &&
      // An inert live region says nothing.
      !('batonAnnouncer' in element.dataset),
  );
  for (const element of hidden) element.inert = true;
  return () => {
    for (const element of hidden) element.inert = false;
  };
}

function lockScroll(): () => void {
  const page = document.documentElement;
  const before = page.getAttribute('style');
  const { overflow } = page.style;
  const priority = page.style.getPropertyPriority('overflow');
  const top = window.scrollY;
  page.style.setProperty('overflow', 'hidden', 'important');
  return () => {
    page.style.setProperty('overflow', overflow, priority);
    if (before === null && page.style.length === 0) page.removeAttribute('style');
    window.scrollTo({ top, behavior: 'instant' });
  };
}

function followKeyboard(panel: HTMLElement): () => void {
  const viewport = window.visualViewport;
  if (!viewport) return () => {};
  let frame = 0;
  function place() {
    cancelAnimationFrame(frame);
    frame = requestAnimationFrame(() => {
      panel.style.setProperty('--visible-height', `${viewport?.height ?? 0}px`);
      panel.style.setProperty('--visible-top', `${viewport?.offsetTop ?? 0}px`);
    });
  }
  place();
  viewport.addEventListener('resize', place);
  viewport.addEventListener('scroll', place);
  return () => {
    cancelAnimationFrame(frame);
    viewport.removeEventListener('resize', place);
    viewport.removeEventListener('scroll', place);
    panel.style.removeProperty('--visible-height');
    panel.style.removeProperty('--visible-top');
  };
}
