import type { Context, MiddlewareHandler } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { admin, demoAccount } from './account.ts';
import { basicCredentials } from './sign-in.ts';
import type { Zendesk } from './zendesk.ts';

/** A request that Support or the Help Center turns down; each endpoint has its own shape for it. */
export class SupportRefusal extends Error {
  override readonly name = 'SupportRefusal';
  readonly status: ContentfulStatusCode;
  readonly body: Record<string, unknown>;

  constructor(status: ContentfulStatusCode, body: Record<string, unknown>) {
    super(`${status} ${JSON.stringify(body)}`);
    this.status = status;
    this.body = body;
  }
}

export const recordNotFound = () =>
  new SupportRefusal(404, { error: 'RecordNotFound', description: 'Not found' });

/** 422 with the field that is wrong. */
export const recordInvalid = (field: string, description: string) =>
  new SupportRefusal(422, {
    error: 'RecordInvalid',
    description: 'Record validation errors',
    details: { [field]: [{ description, error: 'InvalidValue' }] },
  });

export function answerSupportRefusal(error: Error, context: Context): Response {
  if (!(error instanceof SupportRefusal)) throw error;
  return context.json(error.body, error.status);
}

export type SupportCaller = { role: 'anonymous' } | { role: 'agent' | 'admin'; id: number };
export type SupportEnv = { Variables: { supportCaller: SupportCaller } };

/**
 * Legacy `email/token:token`, or an OAuth bearer token. No credentials at all is an anonymous visitor;
 * wrong ones are refused.
 */
export function supportSignIn(zendesk: Zendesk): MiddlewareHandler<SupportEnv> {
  return async (context, next) => {
    const { method } = context.req;
    context.set('supportCaller', callerOf(zendesk, context.req.header('authorization'), method));
    context.header('X-Rate-Limit', '700');
    context.header('X-Rate-Limit-Remaining', '699');
    await next();
  };
}

function callerOf(
  zendesk: Zendesk,
  authorization: string | undefined,
  method: string,
): SupportCaller {
  if (authorization === undefined) return { role: 'anonymous' };
  const signedIn = { role: zendesk.settings.role, id: admin.id };

  const basic = basicCredentials(authorization);
  if (basic) {
    const isRight =
      basic.name.toLowerCase() === `${demoAccount.email}/token` &&
      basic.secret === demoAccount.apiToken;
    if (isRight) return signedIn;
    throw new SupportRefusal(401, { error: "Couldn't authenticate you" });
  }

  const token = zendesk.accessTokens.get(authorization.replace(/^Bearer\s+/i, ''));
  if (!token || token.expiresAt <= zendesk.clock.now()) {
    throw new SupportRefusal(401, {
      error: 'invalid_token',
      error_description: 'The access token provided is expired, revoked, malformed or invalid.',
    });
  }
  const needed = method === 'GET' ? 'read' : 'write';
  const scopes = token.scope.split(' ').map((scope) => scope.split(':').at(-1));
  if (!scopes.includes(needed)) throw forbidden();
  return signedIn;
}

const forbidden = () =>
  new SupportRefusal(403, {
    error: { title: 'Forbidden', message: 'You do not have access to this page.' },
  });

/** Everything about tickets is for the team. */
export const teamOnly: MiddlewareHandler<SupportEnv> = async (context, next) => {
  if (context.get('supportCaller').role === 'anonymous') {
    throw new SupportRefusal(401, { error: "Couldn't authenticate you" });
  }
  await next();
};

export const adminOnly: MiddlewareHandler<SupportEnv> = async (context, next) => {
  if (context.get('supportCaller').role !== 'admin') throw forbidden();
  await next();
};
