import { z } from 'zod';
import type { SignInMethod } from './account.ts';
import { unlessAborted } from './request.ts';
import type { Ask, Call, Clock } from './request.ts';
import { ZendeskError } from './zendesk-error.ts';

/** Zendesk allows more than 300 and less than 172,800 seconds; it may give less than asked for. */
const LIFETIME_SECONDS = 86_400;
/** Assumed when Zendesk names none. */
const UNKNOWN_LIFETIME_SECONDS = 1800;
/** A token is replaced while it still works. */
const RENEW_AT = 0.8;

const TokenAnswer = z.object({
  access_token: z.string().min(1),
  expires_in: z.number().positive().nullish(),
});

/**
 * Asks Support and the Help Center as somebody. An OAuth token is fetched when first needed, renewed at 80 % of its lifetime
 * and once after a 401; calls that need one at the same time share one request for it.
 */
export function signedIn(deps: {
  origin: string;
  method: SignInMethod;
  ask: Ask;
  clock: Clock;
  /** What an OAuth token is to open, as one string: a token made with a list of scopes is refused everywhere. */
  scope: 'read' | 'read write';
}): Ask {
  const { method, ask } = deps;
  if (method.kind === 'token') {
    const credentials = Buffer.from(`${method.email}/token:${method.apiToken}`).toString('base64');
    return (call) => ask({ ...call, authorization: `Basic ${credentials}` });
  }

  const authorization = tokenHolder({ ...deps, method });
  return async function askAsOwner(call) {
    const first = await authorization(call);
    try {
      return await ask({ ...call, authorization: first });
    } catch (error) {
      if (!(error instanceof ZendeskError && error.status === 401)) throw error;
      return ask({ ...call, authorization: await authorization(call, first) });
    }
  };
}

type OAuth = Extract<SignInMethod, { kind: 'oauth' }>;

/** Gives the header to sign in with, another one than `refused`. */
function tokenHolder(deps: {
  origin: string;
  method: OAuth;
  ask: Ask;
  clock: Clock;
  scope: string;
}) {
  const { origin, method, ask, clock, scope } = deps;
  let token: { header: string; renewAt: number } | null = null;
  let renewal: Promise<string> | null = null;

  return async function authorization(
    { operation, signal }: Call<unknown>,
    refused?: string,
  ): Promise<string> {
    if (token && token.header !== refused && clock.now() < token.renewAt) return token.header;
    renewal ??= renew().finally(() => {
      renewal = null;
    });
    // Whoever loses patience leaves; the others still get their token.
    if (!signal) return renewal;
    return unlessAborted(signal, renewal).catch((error: unknown) => {
      if (!signal.aborted) throw error;
      throw new ZendeskError({ operation, outcome: 'not-sent', code: 'aborted' });
    });
  };

  async function renew(): Promise<string> {
    const answer = await ask({
      operation: 'sign in',
      method: 'POST',
      url: `${origin}/oauth/tokens`,
      body: {
        grant_type: 'client_credentials',
        client_id: method.clientId,
        client_secret: method.clientSecret,
        scope,
        expires_in: LIFETIME_SECONDS,
      },
      answer: TokenAnswer,
      repeat: true,
    });
    const header = `Bearer ${answer.access_token}`;
    const lifetimeMs = (answer.expires_in ?? UNKNOWN_LIFETIME_SECONDS) * 1000;
    token = { header, renewAt: clock.now() + lifetimeMs * RENEW_AT };
    return header;
  }
}
