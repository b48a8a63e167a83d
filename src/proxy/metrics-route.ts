import type { Context } from 'hono';
import { sameSecret } from '../zendesk/webhook.ts';
import type { Metrics } from './metrics.ts';
import { Refusal } from './refusal.ts';

/** `GET /metrics` for Prometheus. The operator's password is the bearer token. */
export function metricsRoute(metrics: Metrics, adminPassword: string) {
  return async (c: Context): Promise<Response> => {
    const given = /^Bearer (.+)$/.exec(c.req.header('authorization') ?? '')?.[1];
    if (!sameSecret(given, adminPassword)) {
      throw new Refusal('unauthorized', 'Send the admin password as bearer token');
    }
    return c.body(await metrics.text(), 200, { 'content-type': metrics.contentType });
  };
}
