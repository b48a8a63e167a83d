import type { MiddlewareHandler } from 'hono';
import { demoAccount } from './account.ts';
import { forbidden, notFound, Refusal } from './refusal.ts';
import type { Zendesk } from './zendesk.ts';

/** Whose key it is: one for the whole app, or one for a single integration. */
export type Caller = { scope: 'app' } | { scope: 'integration'; integrationId: string };
export type ConversationsEnv = { Variables: { caller: Caller } };

/** HTTP Basic with a Conversations API key: `app_…` or `int_…` and its secret. */
export function signIn(zendesk: Zendesk): MiddlewareHandler<ConversationsEnv> {
  return async (context, next) => {
    const caller = keyHolder(zendesk, context.req.header('authorization'));
    if (!caller) throw new Refusal(401, 'unauthorized', 'Authorization is required');
    if (context.req.param('appId') !== demoAccount.appId) throw notFound('app');
    context.set('caller', caller);
    await next();
  };
}

/** For what an integration's key may not touch: the app itself, integrations, the switchboard. */
export const appKeyOnly: MiddlewareHandler<ConversationsEnv> = async (context, next) => {
  if (context.get('caller').scope !== 'app') throw forbidden('An app key is required');
  await next();
};

/** Whose key a request carries, if it carries a right one. */
export function keyHolder(zendesk: Zendesk, authorization: string | undefined): Caller | undefined {
  const credentials = basicCredentials(authorization);
  if (!credentials) return undefined;
  const { name, secret } = credentials;
  if (name === demoAccount.keyId && secret === demoAccount.secretKey) return { scope: 'app' };
  for (const { id, keys } of zendesk.integrations.values()) {
    if (keys.some((key) => key.id === name && key.secret === secret)) {
      return { scope: 'integration', integrationId: id };
    }
  }
  return undefined;
}

/** Reads `Authorization: Basic`. The name ends at the first colon. */
export function basicCredentials(header: string | undefined) {
  const encoded = header?.match(/^Basic\s+(\S+)$/i)?.[1];
  if (encoded === undefined) return undefined;
  const [name = '', ...secret] = Buffer.from(encoded, 'base64').toString('utf8').split(':');
  return { name, secret: secret.join(':') };
}
