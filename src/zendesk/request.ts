import type { z } from 'zod';
import { readBody } from './body.ts';
import { errorCode, retryAfterMs } from './refusal.ts';
import { isNotSent, systemCode } from './network-failure.ts';
import type { Pace } from './pace.ts';
import { ZendeskError } from './zendesk-error.ts';

const TIMEOUT_MS = 10_000;
const MAX_TRIES = 5;
const FIRST_PAUSE_MS = 500;
const LONGEST_PAUSE_MS = 20_000;
/** A longer `Retry-After` is the caller's to wait for. */
const LONGEST_RETRY_AFTER_MS = 60_000;
/** A gateway lost its patience; what it had passed on by then it does not say. */
const TIMED_OUT = 408;
const PASSING = new Set([TIMED_OUT, 429, 502, 503, 504]);

export type Clock = {
  /** Milliseconds since 1970. */
  now(): number;
  /** Calls `run` once after `ms`. The answer cancels it. */
  setTimeout(run: () => void, ms: number): () => void;
};

/** How the wire is reached. */
export type Wire = {
  fetch: (url: string, init: RequestInit) => Promise<Response>;
  clock: Clock;
  /** From 0 up to, not including, 1. */
  random: () => number;
  timeoutMs?: number;
  /** Says when requests may leave; without it they always may. */
  pace?: Pace;
};

export type Call<Answer> = {
  /** What is tried, in words that fit after "could not". */
  operation: string;
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  url: string;
  /** Reads the answer of a success. What it does not accept is an error. */
  answer: z.ZodType<Answer>;
  authorization?: string;
  /** Support gives the same answer to the same key and body, for two hours. */
  idempotencyKey?: string;
  body?: unknown;
  /** A body with files in it, in place of `body`. */
  form?: FormData;
  /** Longer than others may take. */
  timeoutMs?: number;
  /** The request does no harm when it arrives twice: repeat it while Zendesk or the network stumble. */
  repeat?: boolean;
  signal?: AbortSignal;
};

/** Asks Zendesk and reads the answer. Every failure is a `ZendeskError`. */
export type Ask = <Answer>(call: Call<Answer>) => Promise<Answer>;

/**
 * Makes the one function that talks to Zendesk. A request that is given up on, by its timeout or by its caller, has its
 * connection cut. No redirect is followed: the API knows none, and credentials must not wander to another host.
 */
export function createAsk({ fetch, clock, random, timeoutMs = TIMEOUT_MS, pace }: Wire): Ask {
  return async function ask(call) {
    const end = pace?.begin(call.operation, call.method === 'GET');
    try {
      const answer = await askUntilAnswered(call);
      end?.(null);
      return answer;
    } catch (error) {
      end?.(error instanceof ZendeskError ? error : null);
      throw error;
    }
  };

  async function askUntilAnswered<Answer>(call: Call<Answer>): Promise<Answer> {
    for (let tries = 1; ; tries += 1) {
      try {
        return await askOnce(call);
      } catch (error) {
        const mayRepeat = call.repeat && tries < MAX_TRIES && pace?.room() !== 0;
        const pauseMs = mayRepeat ? pauseAfter(error, tries) : null;
        if (pauseMs === null) throw error;
        await pause(call, pauseMs);
      }
    }
  }

  async function askOnce<Answer>(call: Call<Answer>): Promise<Answer> {
    const { operation, signal, timeoutMs: patienceMs = timeoutMs } = call;
    if (signal?.aborted) {
      throw new ZendeskError({ operation, outcome: 'not-sent', code: 'aborted' });
    }
    const patience = new AbortController();
    const stopWaiting = clock.setTimeout(() => patience.abort(), patienceMs);
    const giveUp = signal ? AbortSignal.any([patience.signal, signal]) : patience.signal;
    try {
      return await unlessAborted(giveUp, exchange(call, giveUp));
    } catch (error) {
      if (error instanceof ZendeskError) throw error;
      if (patience.signal.aborted || signal?.aborted) {
        const code = signal?.aborted ? 'aborted' : 'timeout';
        throw new ZendeskError({ operation, outcome: 'unknown', code });
      }
      // Without the cause on purpose: what the platform says may quote a header.
      const outcome = isNotSent(error) ? 'not-sent' : 'unknown';
      throw new ZendeskError({ operation, outcome, code: systemCode(error) });
    } finally {
      stopWaiting();
    }
  }

  async function exchange<Answer>(call: Call<Answer>, signal: AbortSignal): Promise<Answer> {
    const { operation, answer } = call;
    const response = await fetch(call.url, {
      method: call.method,
      headers: {
        accept: 'application/json',
        ...(call.authorization === undefined ? {} : { authorization: call.authorization }),
        ...(call.body === undefined ? {} : { 'content-type': 'application/json' }),
        ...(call.idempotencyKey !== undefined && { 'idempotency-key': call.idempotencyKey }),
      },
      // Of a form, the platform itself writes the header: only it knows the boundary.
      body: call.form ?? (call.body === undefined ? undefined : JSON.stringify(call.body)),
      redirect: 'manual',
      signal,
    });
    const { status } = response;
    if (status >= 300 && status < 400) {
      void response.body?.cancel().catch(() => {});
      throw new ZendeskError({ operation, outcome: 'refused', status, code: 'redirect' });
    }
    if (status >= 400) {
      const body = await readBody(response).catch(() => null);
      throw new ZendeskError({
        operation,
        outcome: status < 500 && status !== TIMED_OUT ? 'refused' : 'unknown',
        status,
        code: body?.kind === 'json' ? errorCode(body.value) : null,
        retryAfterMs: retryAfterMs(response.headers, clock.now()),
      });
    }
    const body = await readBody(response);
    const unread = (code: string) =>
      new ZendeskError({ operation, outcome: 'unknown', status, code });
    if (body.kind !== 'json') throw unread(body.kind);
    const parsed = answer.safeParse(body.value);
    if (!parsed.success) throw unread('unexpected-answer');
    return parsed.data;
  }

  /** Exponential with full jitter, but never before Zendesk's own `Retry-After`. Null: not worth another try. */
  function pauseAfter(error: unknown, tries: number): number | null {
    if (!(error instanceof ZendeskError) || !error.retryable) return null;
    if (error.status !== null && !PASSING.has(error.status)) return null;
    // All who ask share one back-off, and this one would not wait for it.
    if (pace && error.status === 429) return null;
    const asked = error.retryAfterMs ?? 0;
    if (asked > LONGEST_RETRY_AFTER_MS) return null;
    const ceiling = Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** (tries - 1));
    return Math.max(asked, random() * ceiling);
  }

  async function pause({ operation, signal }: Call<unknown>, ms: number): Promise<void> {
    const waited = new Promise<void>((resolve) => void clock.setTimeout(resolve, ms));
    try {
      await (signal ? unlessAborted(signal, waited) : waited);
    } catch {
      throw new ZendeskError({ operation, outcome: 'unknown', code: 'aborted' });
    }
  }
}

/** The promise's value, unless the signal comes first: then it rejects, whatever the promise does later. */
export function unlessAborted<Value>(signal: AbortSignal, promise: Promise<Value>): Promise<Value> {
  return new Promise((resolve, reject) => {
    const abort = () => reject(new Error('aborted'));
    signal.addEventListener('abort', abort, { once: true });
    promise.then(resolve, reject).finally(() => signal.removeEventListener('abort', abort));
    if (signal.aborted) abort();
  });
}
