import type { Signal } from '@preact/signals';

/** Nearer to the end than this, the log follows what comes. */
const PINNED_PX = 64;
/** What stays free above the first line of a long answer. */
const MARGIN_PX = 8;

export type LogScroll = {
  /** Starts with the log at `target`, where it was left, or at its end. Returns the function that lets go. */
  attach(log: HTMLElement, target: HTMLElement | null): () => void;
  /** What was added may have moved the end. */
  follow(): void;
  toEnd(): void;
};

/** Keeps the newest message in view for a customer who is at the end, and moves nothing for one who reads further up. */
export function createLogScroll(isPinned: Signal<boolean>): LogScroll {
  let log: HTMLElement | null = null;
  let leftAt: number | null = null;
  /** The newest answer that was there, finished, when the log was opened. */
  let opened: Element | undefined;
  let lastTop = 0;

  /** On a very low screen the whole panel scrolls instead of the log. */
  function scroller(): HTMLElement | null {
    if (!log || getComputedStyle(log).overflowY !== 'visible') return log;
    return log.closest<HTMLElement>('[data-scroller]') ?? log;
  }

  function end(box: HTMLElement): number {
    return box.scrollHeight - box.clientHeight;
  }

  function measure() {
    const box = scroller();
    if (!box) return;
    isPinned.value = end(box) - box.scrollTop <= PINNED_PX;
    lastTop = box.scrollTop;
  }

  /** Only who scrolls up leaves the end: what is laid out late, below, takes nobody away from it. */
  function onScroll() {
    const box = scroller();
    if (!box) return;
    if (box.scrollTop < lastTop || !isPinned.value) measure();
    lastTop = box.scrollTop;
  }

  function newestAnswer(): Element | undefined {
    const rows = log?.querySelectorAll('.item:not(.typing)') ?? [];
    const row = rows[rows.length - 1];
    const answers = row?.matches('[data-answer]') ? [row] : row?.querySelectorAll('[data-answer]');
    return answers?.[answers.length - 1];
  }

  /** Where the first line of what was just said is at the top; the log does not move past it by itself. */
  function answerTop(box: HTMLElement): number {
    const answer = newestAnswer();
    if (!answer || answer === opened) return Infinity;
    const top =
      answer.getBoundingClientRect().top - box.getBoundingClientRect().top + box.scrollTop;
    return top - MARGIN_PX;
  }

  function follow() {
    const box = scroller();
    if (!box || !isPinned.value) return;
    const top = answerTop(box);
    const target = box.scrollTop > top + 1 ? end(box) : Math.min(end(box), Math.max(0, top));
    if (target > box.scrollTop) box.scrollTop = target;
    measure();
  }

  function toEnd() {
    const box = scroller();
    if (box) box.scrollTop = end(box);
    isPinned.value = true;
  }

  return {
    follow,
    toEnd,
    attach(element, target) {
      log = element;
      opened = newestAnswer();
      if (opened?.querySelector('.dots, .writing')) opened = undefined;
      if (target) target.scrollIntoView({ block: 'start' });
      else if (leftAt !== null) (scroller() ?? element).scrollTop = leftAt;
      else toEnd();
      measure();

      const frame = element.closest('[data-scroller]') ?? element;
      // Scroll events do not bubble; capturing hears whichever of the two boxes scrolls.
      frame.addEventListener('scroll', onScroll, { capture: true, passive: true });
      const observer =
        typeof ResizeObserver === 'undefined' ? null : new ResizeObserver(() => follow());
      observer?.observe(element);
      if (element.firstElementChild) observer?.observe(element.firstElementChild);
      return () => {
        leftAt = isPinned.value ? null : (scroller()?.scrollTop ?? null);
        frame.removeEventListener('scroll', onScroll, { capture: true });
        observer?.disconnect();
        log = null;
      };
    },
  };
}
