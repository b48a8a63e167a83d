import { effect } from '@preact/signals';
import type { WidgetSettings } from '../src/protocol/routes.ts';
import type { Chat } from './chat-type.ts';
import type { Clock } from './clock.ts';
import type { KeyValue } from './storage.ts';

const KEY = 'baton:hello';
const DISMISSED_FOR_MS = 7 * 24 * 3_600_000;
/** What stands in the way is looked at again after this. */
const LOOK_AGAIN_MS = 5_000;

type Items = Pick<KeyValue, 'getItem' | 'setItem'>;

export type GreetingParts = {
  rule: NonNullable<WidgetSettings['proactive']>;
  chat: Pick<Chat, 'isOpen' | 'isUnderWay'>;
  clock: Clock;
  /** How long the page has been there. */
  pageAgeMs: number;
  /** What the browser keeps for good, and until the tab is closed. */
  kept: Items;
  session: Items;
  /** Nobody is to be disturbed now: they are typing, or look at another tab. */
  isBusy(): boolean;
  /** The path of the page. */
  path(): string;
  /** Shows the message; gives what takes it away. */
  show(dismiss: () => void): () => void;
};

/**
 * Speaks to a visitor first, as the site's rule says: once a session at most, never to somebody who has the chat open or has
 * ever written, is typing, or has sent the message away in the last seven days. Returns what ends it.
 */
export function greet(parts: GreetingParts): () => void {
  const { rule, chat, clock, pageAgeMs, kept, session, isBusy, path, show } = parts;
  const isDismissed = clock.now() - Number(kept.getItem(KEY)) < DISMISSED_FOR_MS;
  if (isDismissed || session.getItem(KEY) || chat.isUnderWay.peek()) return () => {};

  let hide = () => {};
  let callOff = clock.after(Math.max(0, rule.afterSeconds * 1000 - pageAgeMs), look);

  function look(): void {
    if (isBusy() || !matches(rule.onUrl, path())) {
      callOff = clock.after(LOOK_AGAIN_MS, look);
      return;
    }
    session.setItem(KEY, 'shown');
    hide = show(() => {
      kept.setItem(KEY, String(clock.now()));
      hide();
    });
  }

  function stop(): void {
    callOff();
    hide();
  }

  const stopWatching = effect(() => {
    // Whoever opens the chat needs no invitation any more.
    if (chat.isOpen.value || chat.isUnderWay.value) stop();
  });
  return () => {
    stopWatching();
    stop();
  };
}

/** `*` stands for anything in a path; no pattern is every page. */
function matches(pattern: string | undefined, path: string): boolean {
  if (pattern === undefined) return true;
  const parts = pattern
    .split('*')
    .map((part) => part.replaceAll(/[$()+.?[\\\]^{|}]/g, String.raw`\$&`));
  return new RegExp(`^${parts.join('.*')}$`).test(path);
}
