import type { Clock } from './clock.ts';
import { wait } from './clock.ts';
import type { Effect } from './faults.ts';

/**
 * The connection broke before an answer. It looks like the error a real `fetch` rejects with; a
 * server in front of the simulator destroys its socket instead (see `onNode`).
 */
export class ConnectionCut extends TypeError {
  constructor() {
    super('fetch failed', {
      cause: Object.assign(new Error('read ECONNRESET'), { code: 'ECONNRESET' }),
    });
  }
}

/** What became of a request: an answer, or none. */
export type Outcome = { seen: Response } | { seen: 'hang' | 'reset' };

type Handle = () => Promise<Response>;

/** Runs a request through the fault it meets. `handle` is what Zendesk would have done. */
export async function disturbed(
  effect: Effect | undefined,
  clock: Clock,
  handle: Handle,
): Promise<Outcome> {
  switch (effect?.type) {
    case undefined:
      return { seen: await handle() };
    case 'delay':
      await wait(clock, effect.ms);
      return { seen: await handle() };
    case 'late':
      clock.setTimeout(() => void handle(), effect.ms);
      return { seen: 'reset' };
    case 'hang':
    case 'reset':
      if (effect.after) await handle();
      return { seen: effect.type };
    case 'status': {
      if (effect.after) await handle();
      return { seen: answerOf(effect) };
    }
  }
}

function answerOf({ status, headers, body, contentType }: Extract<Effect, { type: 'status' }>) {
  const text =
    typeof body === 'string' || body === undefined ? (body ?? null) : JSON.stringify(body);
  const isEmpty = status === 204 || status === 304;
  return new Response(isEmpty ? null : (text ?? standardBody(status)), {
    status,
    headers: { 'content-type': contentType ?? 'application/json', ...headers },
  });
}

function standardBody(status: number): string {
  const code =
    status === 429 ? 'too_many_requests' : status >= 500 ? 'internal_error' : 'bad_request';
  return JSON.stringify({ errors: [{ code, title: `Simulated ${status}` }] });
}
