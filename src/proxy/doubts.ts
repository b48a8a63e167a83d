import type { OutboxRow } from '../store/store.ts';
import type { Clock } from './clock.ts';
import type { Doubt } from './transition.ts';

/** What this process knows of requests whose outcome may be unknown: one for each conversation at most. */
export interface Doubts {
  /** The request of this row leaves now. */
  begin(row: OutboxRow): Doubt;
  /** The row's effect is looked for now. What the look finds counts with how things stand at its beginning. */
  look(row: OutboxRow): Doubt;
  /** Nothing of the conversation is in doubt any more. */
  end(conversationId: string): void;
  close(): void;
}

/** A look that is planned for the end of the doubt comes after it. */
const SLACK_MS = 100;

type Kept = { position: number; doubt: Doubt; cancel(): void };

/**
 * A request counts as settled `settleMs` after this process sent it, or first heard of it. That is measured by a timer: a
 * clock that is set, or a machine that slept, cannot make a request old that is still on its way.
 */
export function createDoubts(clock: Clock, settleMs: number): Doubts {
  const kept = new Map<string, Kept>();

  function begin({ conversationId, position }: OutboxRow): Doubt {
    end(conversationId);
    const doubt = { looks: 0, settlesAt: clock.now() + settleMs + SLACK_MS, isSettled: false };
    const cancel = clock.setTimeout(() => (doubt.isSettled = true), settleMs);
    kept.set(conversationId, { position, doubt, cancel });
    return doubt;
  }

  function end(conversationId: string): void {
    kept.get(conversationId)?.cancel();
    kept.delete(conversationId);
  }

  return {
    begin,
    look(row) {
      const known = kept.get(row.conversationId);
      const doubt = known?.position === row.position ? known.doubt : begin(row);
      doubt.looks += 1;
      return { ...doubt };
    },
    end,
    close() {
      for (const conversationId of kept.keys()) end(conversationId);
    },
  };
}
