import type { OutboxPatch, OutboxRow } from '../store/store.ts';

/** What is known about a row after a request, or after looking for the effect of an earlier one. */
export type Outcome =
  /** Zendesk has it; a message since `received`, by Zendesk's clock. */
  | { type: 'sent'; result: string; received?: string }
  /** It had no effect and never will. */
  | { type: 'refused' }
  /** It had no effect yet, and may be sent again after a while. */
  | { type: 'later'; afterMs: number }
  /** Nobody can say whether it had an effect. */
  | { type: 'unknown' }
  /** Its effect was looked for and is not there now; it may still arrive. */
  | { type: 'absent' };

/** How long a request of ours may still arrive, as far as this process knows. */
export type Doubt = {
  /** How often its effect was looked for. */
  looks: number;
  /** When it can no longer arrive, ms since 1970: good for planning, not for deciding. */
  settlesAt: number;
  /** It can no longer arrive. */
  isSettled: boolean;
};

/** As long as a request may take; nobody looks at its row before. */
export const REQUEST_MS = 10_000;
const FIRST_LOOK_MS = 500;
const LAST_LOOK_MS = 60_000;

/** A request leaves now: written down before a byte of it is sent. */
export function departing(row: OutboxRow, now: number): OutboxPatch {
  return {
    state: 'inflight',
    attemptAt: now,
    attempts: row.attempts + 1,
    dueAt: now + REQUEST_MS,
  };
}

/**
 * Where a row stands after an outcome. A row whose effect is unknown is looked for after 0.5, 1, 2, 4, … seconds. That it
 * is there counts at once; that it is not there counts only when the request that we gave up on can no longer arrive.
 */
export function after(outcome: Outcome, doubt: Doubt, now: number): OutboxPatch {
  switch (outcome.type) {
    case 'sent':
      return { state: 'sent', result: outcome.result, body: '{}' };
    case 'refused':
      return { state: 'failed' };
    case 'later':
      return { state: 'pending', dueAt: now + outcome.afterMs };
    case 'absent':
      return doubt.isSettled ? { state: 'pending', dueAt: now } : doubtful(doubt, now);
    case 'unknown':
      return doubtful(doubt, now);
  }
}

function doubtful({ looks, settlesAt }: Doubt, now: number): OutboxPatch {
  const lookAt = now + Math.min(FIRST_LOOK_MS * 2 ** looks, LAST_LOOK_MS);
  const dueAt = settlesAt > now ? Math.min(lookAt, settlesAt) : lookAt;
  return { state: 'unknown', dueAt };
}
