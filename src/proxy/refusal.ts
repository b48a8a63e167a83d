import type { ErrorBody, ErrorCode } from '../protocol/error.ts';

const STATUS = {
  'bad-request': 400,
  unauthorized: 401,
  'not-allowed': 403,
  'not-found': 404,
  conflict: 409,
  'length-required': 411,
  'too-large': 413,
  'unsupported-type': 415,
  'too-many-requests': 429,
  internal: 500,
  unavailable: 503,
} as const satisfies Record<ErrorCode, number>;

/** A request that is answered with an error. The message is for developers and never comes from upstream. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  readonly code: ErrorCode;
  readonly retryAfterMs: number | undefined;

  constructor(code: ErrorCode, message: string, retryAfterMs?: number) {
    super(message);
    this.code = code;
    this.retryAfterMs = retryAfterMs;
  }

  get status() {
    return STATUS[this.code];
  }

  get body(): ErrorBody {
    const { code, message, retryAfterMs } = this;
    return { error: { code, message, ...(retryAfterMs !== undefined && { retryAfterMs }) } };
  }
}
