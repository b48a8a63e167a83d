import { signal, type ReadonlySignal } from '@preact/signals';
import type { Clock } from './clock.ts';

/** An agent who stops typing does not always say so. */
const TYPING_FOR_MS = 10_000;

export interface Typing {
  isTyping: ReadonlySignal<boolean>;
  say(isTyping: boolean): void;
}

export function createTyping(clock: Clock): Typing {
  const isTyping = signal(false);
  let callOff = () => {};
  function say(now: boolean): void {
    callOff();
    isTyping.value = now;
    if (now) callOff = clock.after(TYPING_FOR_MS, () => say(false));
  }
  return { isTyping, say };
}
