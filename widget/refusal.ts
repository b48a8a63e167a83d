import type { ErrorBody } from '../src/protocol/error.ts';

/** An answer of the proxy that is not a success. `code` is null if something on the way answered instead of it. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  readonly status: number;
  readonly code: string | null;
  readonly retryAfterMs: number | null;

  constructor(status: number, code: string | null, retryAfterMs: number | null) {
    super(`${status} ${code}`);
    this.status = status;
    this.code = code;
    this.retryAfterMs = retryAfterMs;
  }
}

export async function refusalOf(response: Response): Promise<Refusal> {
  const body: Partial<ErrorBody> | null = await response.json().catch(() => null);
  const error = body?.error;
  const header = Number(response.headers.get('retry-after') ?? Number.NaN);
  const retryAfterMs = error?.retryAfterMs ?? (Number.isFinite(header) ? header * 1000 : null);
  return new Refusal(response.status, error?.code ?? null, retryAfterMs);
}

/**
 * What a failed request means.
 * `again`: it may work later. `limited`: it will, after the time given. `expired`: the conversation is gone.
 * `final`: it will never work.
 */
export type Failure =
  | { type: 'again' }
  | { type: 'limited'; retryAfterMs: number }
  | { type: 'expired' }
  | { type: 'final' };

const WHEN_NOT_SAID_MS = 5_000;

export function failureOf(error: unknown): Failure {
  if (!(error instanceof Refusal)) return { type: 'again' };
  const { status, code, retryAfterMs } = error;
  if (status === 429) return { type: 'limited', retryAfterMs: retryAfterMs ?? WHEN_NOT_SAID_MS };
  // A gateway in the middle of a restart says 404 as well. Only our proxy's own word ends a conversation.
  if (status === 404) return { type: code === 'not-found' ? 'expired' : 'again' };
  return { type: status >= 400 && status < 500 && status !== 408 ? 'final' : 'again' };
}
