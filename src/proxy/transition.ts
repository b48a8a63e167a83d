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

/** As long as a request may take; nobody looks at its row before. */
const REQUEST_MS = 10_000;
const FIRST_LOOK_MS = 500;
const LAST_LOOK_MS = 8_000;

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
 * Where a row stands after an outcome. A row whose effect is unknown is looked for at once, and then at growing distances
 * up to 8 seconds; that it is absent counts only once `settleMs` have passed since it may have left, because a request that we gave up
 * on can reach Zendesk until then.
 */
export function after(
  row: OutboxRow,
  outcome: Outcome,
  now: number,
  settleMs: number,
): OutboxPatch {
  switch (outcome.type) {
    case 'sent':
      return { state: 'sent', result: outcome.result, body: '{}' };
    case 'refused':
      return { state: 'failed' };
    case 'later':
      return { state: 'pending', dueAt: now + outcome.afterMs };
    case 'unknown':
    case 'absent': {
      const waitedMs = now - (row.attemptAt ?? now);
      if (outcome.type === 'absent' && waitedMs >= settleMs)
        return { state: 'pending', dueAt: now };
      const isFirstLook = row.state === 'inflight';
      const lookMs = isFirstLook ? FIRST_LOOK_MS : Math.min(waitedMs, LAST_LOOK_MS);
      return { state: 'unknown', dueAt: now + lookMs };
    }
  }
}
