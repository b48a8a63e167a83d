import { Hono } from 'hono';
import { z } from 'zod';
import { demoAccount } from './account.ts';
import type { Zendesk } from './zendesk.ts';

const DEFAULT_LIFETIME_S = 86_400;

const TokenRequest = z.strictObject({
  grant_type: z.literal('client_credentials'),
  client_id: z.string(),
  client_secret: z.string(),
  // An array of scopes is answered with a token all the same, one that opens nothing.
  scope: z.union([z.string().min(1), z.array(z.string())]),
  expires_in: z.int().gt(300).lt(172_800).optional(),
});

/** `POST /oauth/tokens` with client credentials: the token acts as whoever made the client. */
export function oauth(zendesk: Zendesk) {
  const api = new Hono();

  api.post('/tokens', async (context) => {
    const parsed = TokenRequest.safeParse(await context.req.json().catch(() => undefined));
    if (!parsed.success) {
      const error_description = z.prettifyError(parsed.error);
      return context.json({ error: 'invalid_request', error_description }, 400);
    }
    const { client_id, client_secret, scope, expires_in = DEFAULT_LIFETIME_S } = parsed.data;
    if (
      client_id !== demoAccount.oauthClientId ||
      client_secret !== demoAccount.oauthClientSecret
    ) {
      const error_description = 'Client authentication failed due to unknown client.';
      return context.json({ error: 'invalid_client', error_description }, 401);
    }
    const access_token = zendesk.ids.secret();
    zendesk.accessTokens.set(access_token, {
      expiresAt: zendesk.clock.now() + expires_in * 1000,
      scope: typeof scope === 'string' ? scope : '',
    });
    return context.json({ access_token, token_type: 'bearer', scope, expires_in }, 201);
  });

  return api;
}
