import type { Context } from 'hono';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { sameSecret } from '../zendesk/webhook.ts';
import type { Log } from './log.ts';
import type { Metrics } from './metrics.ts';
import { Refusal } from './refusal.ts';

type MetricsRouteOptions<C> = {
  metrics: Metrics;
  adminPassword: string;
  /** Where a request comes from; null if nobody can say. */
  senderOf(c: C): string | null;
  log: Log;
};

/** Wrong passwords from one address, and in how many seconds. */
const GUESSES = { points: 10, duration: 15 * 60 };

/**
 * `GET /metrics` for Prometheus. The operator's password is the bearer token; who has guessed it wrongly too often is not
 * told any more whether the next one was right.
 */
export function metricsRoute<C extends Context>(options: MetricsRouteOptions<C>) {
  const { metrics, adminPassword, senderOf, log } = options;
  const guesses = new RateLimiterMemory(GUESSES);

  return async (c: C): Promise<Response> => {
    const sender = senderOf(c) ?? 'unknown';
    // Counted before it is looked at: many at once are not fewer guesses.
    await guesses.consume(sender).catch((refused: unknown) => {
      if (!(refused instanceof RateLimiterRes)) throw refused;
      if (refused.consumedPoints === GUESSES.points + 1) {
        log.warn({}, 'The admin password was wrong too often: who guesses has to wait');
      }
      metrics.refusedByLimit('passwords');
      throw new Refusal('too-many-requests', 'Too many wrong passwords', refused.msBeforeNext);
    });
    const given = /^Bearer (.+)$/.exec(c.req.header('authorization') ?? '')?.[1];
    if (!sameSecret(given, adminPassword)) {
      throw new Refusal('unauthorized', 'Send the admin password as bearer token');
    }
    await guesses.reward(sender);
    return c.body(await metrics.text(), 200, { 'content-type': metrics.contentType });
  };
}
