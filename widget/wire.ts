import type { Clock } from './clock.ts';
import { refusalOf } from './refusal.ts';

/** A conversation and the right to it. */
export type Session = { id: string; token: string };

/** The proxy was silent for too long. */
export class NothingHeard extends Error {
  override readonly name = 'NothingHeard';
}

export type Request = {
  method?: string;
  /** Behind `/api/`. */
  path: string;
  session?: Session;
  body?: unknown;
  /** The last event that is known. */
  seq?: number;
  signal: AbortSignal;
};

/** Reads an answer; it may prolong the time it has. */
export type Read<T> = (response: Response, prolong: (ms: number) => void) => Promise<T>;

/** Requests to the proxy. Each rejects with `Refusal`, or as `fetch` does; nothing is repeated here. */
export interface Wire {
  /** Sends a request and gives its answer to `read`, both within a time that `read` may prolong. */
  request<T>(what: Request, withinMs: number, read: Read<T>): Promise<T>;
  json<T>(what: Request, withinMs?: number): Promise<T>;
}

export const ANSWER_WITHIN_MS = 20_000;

/** @param server where the proxy lives, without a slash at the end. */
export function createWire({
  server,
  fetch,
  clock,
}: {
  server: string;
  fetch: typeof globalThis.fetch;
  clock: Clock;
}): Wire {
  async function request<T>(
    { method = 'GET', path, session, body, seq, signal }: Request,
    withinMs: number,
    read: Read<T>,
  ): Promise<T> {
    const abort = new AbortController();
    const follow = () => abort.abort(signal.reason);
    if (signal.aborted) follow();
    signal.addEventListener('abort', follow);
    let isLate = false;
    let callOff = () => {};
    const prolong = (ms: number) => {
      callOff();
      callOff = clock.after(ms, () => {
        isLate = true;
        abort.abort();
      });
    };
    prolong(withinMs);
    try {
      const response = await fetch(`${server}/api/${path}`, {
        method,
        credentials: 'omit',
        headers: {
          ...(session && { Authorization: `Bearer ${session.token}` }),
          ...(body !== undefined && { 'Content-Type': 'application/json' }),
          ...(seq !== undefined && { 'Last-Event-ID': String(seq) }),
        },
        ...(body !== undefined && { body: JSON.stringify(body) }),
        signal: abort.signal,
      });
      if (!response.ok) throw await refusalOf(response);
      return await read(response, prolong);
    } catch (error) {
      throw isLate ? new NothingHeard() : error;
    } finally {
      callOff();
      signal.removeEventListener('abort', follow);
      // Lets go of a body that nobody reads to its end.
      abort.abort();
    }
  }

  return {
    request,
    json: <T>(what: Request, withinMs = ANSWER_WITHIN_MS) =>
      request<T>(what, withinMs, (response) => response.json()),
  };
}

/** What the proxy has for a conversation. */
export function pathOf(session: Session, rest = ''): string {
  return `conversations/${session.id}${rest}`;
}
