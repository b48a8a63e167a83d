/**
 * What a failed request may have done.
 *
 * `refused`: a definite answer, without effect. `not-sent`: it failed before any byte left. `unknown`: it may have had its
 * effect, because the time ran out, the connection broke, Zendesk failed itself, or its answer cannot be read.
 */
export type Outcome = 'refused' | 'not-sent' | 'unknown';

type Failure = {
  /** What was tried, in words that fit after "could not". */
  operation: string;
  outcome: Outcome;
  /** Null when there was no answer. */
  status?: number | null;
  /** Zendesk's own word, the system's (`ECONNREFUSED`), or one of ours (`timeout`, `aborted`, `not-json`, …). */
  code?: string | null;
  retryAfterMs?: number | null;
};

/**
 * A request to Zendesk that failed. Never holds a secret nor a text of Zendesk's: answers may quote what customers wrote,
 * and errors end up in logs.
 */
export class ZendeskError extends Error {
  override readonly name = 'ZendeskError';
  readonly operation: string;
  readonly outcome: Outcome;
  readonly status: number | null;
  readonly code: string | null;
  /** How long Zendesk asked us to wait. */
  readonly retryAfterMs: number | null;

  constructor({ operation, outcome, status = null, code = null, retryAfterMs = null }: Failure) {
    const facts = [status, code].filter((fact) => fact !== null).join(' ');
    super(`Zendesk could not ${operation}: ${facts || outcome}`);
    this.operation = operation;
    this.outcome = outcome;
    this.status = status;
    this.code = code;
    this.retryAfterMs = retryAfterMs;
  }

  /** Whether the same request may succeed later. Whether repeating it is harmless is for the caller to know. */
  get retryable(): boolean {
    if (this.status === null) return this.code !== 'aborted' && this.outcome !== 'refused';
    return this.status === 408 || this.status === 429 || this.status >= 500;
  }
}
