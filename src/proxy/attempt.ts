import type { OutboxRow } from '../store/store.ts';
import { isKeyRefused } from '../zendesk/pace.ts';
import { ZendeskError } from '../zendesk/zendesk-error.ts';
import { factsOf, type Log } from './log.ts';
import { StepImpossible, type Step, type StepContext } from './steps.ts';
import type { Outcome } from './transition.ts';

/** One request for a row, or one look for its effect. Never throws: whatever happens is an outcome. */
export interface Attempt {
  send(step: Step, context: StepContext): Promise<Outcome>;
  look(step: Step, context: StepContext): Promise<Outcome>;
}

type AttemptOptions = {
  /** Zendesk will not take this row as it is. Says what becomes of it. */
  onRefused(row: OutboxRow, error: ZendeskError): Promise<Outcome>;
  /** Our key, which was accepted before, is not any more. */
  onKeyRefused(): void;
  random: () => number;
  log: Log;
};

const FIRST_RETRY_MS = 1_000;
const LAST_RETRY_MS = 60_000;
/** A longer `Retry-After` is nobody's intention. */
const LONGEST_RETRY_AFTER_MS = 5 * 60_000;
/** Gone, as an answer to a question about something that was there. */
const GONE = 404;

export function createAttempt({ onRefused, onKeyRefused, random, log }: AttemptOptions): Attempt {
  /** Exponential with full jitter, but not before Zendesk's own `Retry-After`: it outlives a restart in the row. */
  function later({ attempts }: OutboxRow, retryAfterMs: number | null): Outcome {
    const backoffMs = Math.min(FIRST_RETRY_MS * 2 ** attempts, LAST_RETRY_MS) * random();
    const askedMs = Math.min(retryAfterMs ?? 0, LONGEST_RETRY_AFTER_MS);
    return { type: 'later', afterMs: Math.max(askedMs, backoffMs) };
  }

  return {
    async send(step, context) {
      const { row } = context;
      try {
        return { type: 'sent', ...(await step.send(context)) };
      } catch (error) {
        if (error instanceof StepImpossible) return { type: 'refused' };
        if (isPaused(error)) return later(row, null);
        log.warn(rowFacts(row, error), 'A row did not reach Zendesk');
        if (!(error instanceof ZendeskError) || error.outcome === 'unknown') {
          return { type: 'unknown' };
        }
        const isRefused = error.outcome === 'refused' && error.status !== 429;
        return isRefused ? onRefused(row, error) : later(row, error.retryAfterMs);
      }
    },

    async look(step, context) {
      const { row } = context;
      try {
        const proof = await step.prove(context);
        return proof.type === 'repeatable' ? { type: 'later', afterMs: 0 } : proof;
      } catch (error) {
        if (error instanceof StepImpossible) return { type: 'refused' };
        if (isPaused(error)) return { type: 'unknown' };
        log.warn(rowFacts(row, error), 'Zendesk could not be asked what became of a row');
        if (!(error instanceof ZendeskError)) return { type: 'unknown' };
        if (isKeyRefused(error)) onKeyRefused();
        else if (error.status === GONE) return onRefused(row, error);
        return { type: 'unknown' };
      }
    },
  };
}

/** Nothing left: all requests wait for Zendesk. That is said once, by whoever keeps the pace. */
function isPaused(error: unknown): boolean {
  return error instanceof ZendeskError && error.code === 'paused';
}

function rowFacts({ conversationId, position, kind }: OutboxRow, error: unknown) {
  const { status, code } = error instanceof ZendeskError ? error : { status: null, code: null };
  return { conversationId, position, kind, status, code, ...factsOf(error) };
}
