import { signal, type ReadonlySignal } from '@preact/signals';
import type { Problem } from './chat-type.ts';
import type { Clock } from './clock.ts';

export interface Trouble {
  problem: ReadonlySignal<Problem | null>;
  expired(): void;
  /** The proxy wants a pause; that is over by itself. */
  limited(retryAfterMs: number): void;
  handoffNotSent(): void;
  /** Something of this kind worked. */
  over(type: Problem['type']): void;
  clear(): void;
}

/** What is wrong at the moment. An expired conversation outweighs everything else. */
export function createTrouble(clock: Clock): Trouble {
  const problem = signal<Problem | null>(null);
  let callOff = () => {};

  function say(next: Problem | null): void {
    callOff();
    problem.value = next;
  }

  function over(type: Problem['type']): void {
    if (problem.peek()?.type === type) say(null);
  }

  return {
    problem,
    expired: () => say({ type: 'expired' }),
    limited(retryAfterMs) {
      if (problem.peek()?.type === 'expired') return;
      say({ type: 'rate-limited', retryAt: clock.now() + retryAfterMs });
      callOff = clock.after(retryAfterMs, () => over('rate-limited'));
    },
    handoffNotSent() {
      if (!problem.peek()) say({ type: 'handoff-not-sent' });
    },
    over,
    clear: () => say(null),
  };
}
