import { createHmac } from 'node:crypto';
import { Hono } from 'hono';
import { z } from 'zod';
import type { Done } from '../protocol/routes.ts';
import { StoreUnavailable, type Store } from '../store/store.ts';
import { AGENT_WORKSPACE } from '../zendesk/setup.ts';
import { readDelivery, sameSecret, type ZendeskEvent } from '../zendesk/webhook.ts';
import { handoffIdOf } from './rows.ts';
import type { Inbox, Place } from './inbox.ts';
import type { Live } from './live.ts';
import { factsOf, type Log } from './log.ts';
import type { Reconcile } from './reconcile.ts';
import { Refusal } from './refusal.ts';
import { readBody, WEBHOOK_BODY_BYTES } from './request-body.ts';

/** Webhooks come within fifteen minutes; what claims to be older than this only makes us look for ourselves. */
const OLDEST_MS = 24 * 60 * 60_000;

type WebhookOptions = {
  store: Store;
  inbox: Inbox;
  reconcile: Reconcile;
  live: Live;
  /** The part of the path that nobody can guess. */
  path: string;
  /** Null until Zendesk is set up. */
  setup(): { webhookSecret: string } | null;
  appId: string;
  installId: string;
  now: () => number;
  log: Log;
};

/** The unguessable part of the webhook's path: the same after every start, different for every installation. */
export function webhookPath(secret: string): string {
  return createHmac('sha256', secret).update('webhook').digest('base64url');
}

/**
 * Takes Zendesk's webhooks. Conversations API (OpenAPI 17.0.0): proof of origin is the header `X-API-Key`; whatever is not
 * 2xx is sent again for fifteen minutes, but 400, 401, 403, 404 and 406 lose it for good. So a fault of ours is 503, and
 * what is none of our business is 200.
 */
export function webhookRoute(options: WebhookOptions): Hono {
  const { store, inbox, reconcile, live, installId, now, log } = options;
  const app = new Hono();

  app.post('/:path', async (c) => {
    if (!sameSecret(c.req.param('path'), options.path)) {
      throw new Refusal('not-found', 'There is nothing here');
    }
    const setup = options.setup();
    if (!setup) throw new Refusal('unavailable', 'Zendesk is not set up yet', 5_000);
    if (!sameSecret(c.req.header('x-api-key'), setup.webhookSecret)) {
      throw new Refusal('unauthorized', 'The secret is missing or wrong');
    }
    const body = await readBody(c, z.unknown(), {
      limit: WEBHOOK_BODY_BYTES,
      chunked: true,
    });
    const delivery = readWebhook(body);
    if (delivery.appId !== options.appId) {
      log.warn({ appId: delivery.appId }, 'A webhook of another app was dropped');
      return c.json({ ok: true } satisfies Done);
    }
    for (const event of delivery.events) await takeOne(event);
    return c.json({ ok: true } satisfies Done);
  });

  /** One event that we cannot take must not bring the others of its batch again and again. */
  async function takeOne(event: ZendeskEvent): Promise<void> {
    try {
      await take(event);
    } catch (error) {
      // Whether Zendesk sends it again or not: what it told can be asked for.
      reconcile.again();
      if (error instanceof StoreUnavailable) throw error;
      log.error(
        { eventId: event.id, kind: event.kind, ...factsOf(error) },
        'A webhook event failed',
      );
    }
  }

  async function take(event: ZendeskEvent): Promise<void> {
    const place = await placeOf(event);
    if (!place) return;
    if (event.at !== null && now() - Date.parse(event.at) > OLDEST_MS) {
      void reconcile.check(place.conversationId);
      return;
    }
    switch (event.kind) {
      case 'message':
        return inbox.receive(place, [event.message], event.id || undefined);
      case 'control':
        // Webhooks come in any order: how things stand now is asked, not concluded.
        void reconcile.check(place.conversationId, releasedAt(event));
        return;
      case 'removed':
        void reconcile.check(place.conversationId);
        return;
      case 'pass-failed':
        log.warn({ ...place, code: event.code }, 'Zendesk did not pass control to the agents');
        void reconcile.passFailed(place);
        return;
      case 'typing':
        if (event.byBusiness) {
          live.tell(place.conversationId, { type: 'typing', typing: event.typing });
        }
        return;
      case 'read':
        if (event.byBusiness && event.at !== null) await inbox.readByAgent(place, event.at);
        return;
      case 'other':
        return;
    }
  }

  async function placeOf({ conversation }: ZendeskEvent): Promise<Place | null> {
    if (!conversation) return null;
    const { owner, k } = conversation.metadata;
    if (owner !== undefined && owner !== installId) return null;
    // Browsers make the ids of handoffs, so Zendesk's own id goes first.
    return (await placeByRemoteId(conversation.id)) ?? placeByKey(String(k));
  }

  async function placeByKey(key: string): Promise<Place | null> {
    const conversationId = await store.conversationByRow('ensure-conversation', { key });
    return conversationId === null ? null : { conversationId, handoffId: handoffIdOf({ key }) };
  }

  async function placeByRemoteId(remoteId: string): Promise<Place | null> {
    const ours = { kind: 'ensure-conversation', result: remoteId } as const;
    const conversationId = await store.conversationByRow(ours.kind, ours);
    if (conversationId === null) return null;
    const row = (await store.outbox(conversationId)).findLast(
      ({ kind, result }) => kind === ours.kind && result === remoteId,
    );
    return row ? { conversationId, handoffId: handoffIdOf(row) } : null;
  }

  return app;
}

/** When the agents let go of the conversation, if that is what the event is about. */
function releasedAt({ at, conversation }: ZendeskEvent): string | undefined {
  const isTheirs = conversation?.activeIntegration?.integrationType === AGENT_WORKSPACE;
  return isTheirs ? undefined : (at ?? undefined);
}

function readWebhook(body: unknown) {
  try {
    return readDelivery(body);
  } catch {
    throw new Refusal('bad-request', 'The body is not a webhook of version 2');
  }
}
