import type { Page } from 'playwright-core';

/**
 * What is wrong with how the panel lies, in words: what scrolls sideways, sticks out, is cut off, lies on something else, or
 * is too small to be hit. `leastTarget` is in pixels; links in text may be 24.
 */
export function layoutFaults(page: Page, leastTarget: number): Promise<string[]> {
  return page.evaluate((least) => {
    const root = document.querySelector('baton-chat')?.shadowRoot;
    const panel = root?.querySelector('[part=panel]');
    if (!root || !panel) return ['there is no panel'];
    const faults: string[] = [];
    const bounds = panel.getBoundingClientRect();
    const SCROLLS_BY_ITSELF = 'pre, .table, .carousel-track';

    function nameOf(element: Element): string {
      const name = element.ariaLabel ?? element.textContent?.trim().slice(0, 40);
      return `${element.localName}.${element.className} “${name}”`;
    }
    function isShown(element: Element): boolean {
      const { width, height } = element.getBoundingClientRect();
      return width > 1 && height > 1 && getComputedStyle(element).visibility === 'visible';
    }
    function scrollsByItself(element: Element): boolean {
      return element.closest(SCROLLS_BY_ITSELF) !== null;
    }

    for (const element of [panel, ...panel.querySelectorAll<HTMLElement>('*')]) {
      if (!isShown(element) || element.matches('.visually-hidden, svg, svg *')) continue;
      const { overflowX, overflowY } = getComputedStyle(element);
      const isWider = element.scrollWidth > element.clientWidth + 1;
      const isHigher = element.scrollHeight > element.clientHeight + 1;
      if (scrollsByItself(element)) continue;
      if (isWider && /auto|scroll/.test(overflowX))
        faults.push(`scrolls sideways: ${nameOf(element)}`);
      if (isWider && /hidden|clip/.test(overflowX))
        faults.push(`cut off at the side: ${nameOf(element)}`);
      if (isHigher && /hidden|clip/.test(overflowY))
        faults.push(`cut off below: ${nameOf(element)}`);
    }

    const controls = [
      ...panel.querySelectorAll<HTMLElement>('a[href], button, textarea, input, select'),
    ].filter((control) => isShown(control) && !scrollsByItself(control));
    for (const control of controls) {
      const { left, right, width, height } = control.getBoundingClientRect();
      if (left < bounds.left - 1 || right > bounds.right + 1)
        faults.push(`sticks out: ${nameOf(control)}`);
      const label = control.closest('label, .file-row')?.getBoundingClientRect();
      const isInText = control.matches('a, .link, .cite');
      const wanted = isInText ? 24 : least;
      if (
        Math.max(width, label?.width ?? 0) < wanted - 0.5 ||
        Math.max(height, label?.height ?? 0) < wanted - 0.5
      ) {
        const isPlainLink = control.matches('p a, li a, .bubble a, td a');
        if (!isPlainLink)
          faults.push(`${Math.round(width)}×${Math.round(height)}: ${nameOf(control)}`);
      }
    }

    const inHeader = controls.filter((control) => control.closest('.header'));
    for (const [index, one] of inHeader.entries()) {
      for (const other of inHeader.slice(index + 1)) {
        const [a, b] = [one.getBoundingClientRect(), other.getBoundingClientRect()];
        const isOver =
          a.left < b.right - 1 &&
          b.left < a.right - 1 &&
          a.top < b.bottom - 1 &&
          b.top < a.bottom - 1;
        if (isOver) faults.push(`lies on another: ${nameOf(one)} and ${nameOf(other)}`);
      }
    }
    return faults;
  }, leastTarget);
}
