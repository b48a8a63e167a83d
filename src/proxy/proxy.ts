import type { HttpBindings } from '@hono/node-server';
import { Hono, type Context } from 'hono';
import { routePath } from 'hono/route';
import { createAgent } from '../agent/agent.ts';
import { budgeted } from '../agent/budget.ts';
import { phrasesOf } from '../agent/phrases.ts';
import { extractiveModel } from '../agent/extractive-model.ts';
import type { Model } from '../agent/model.ts';
import { redacting } from '../agent/redact.ts';
import { summarize } from '../agent/summary.ts';
import { wayToPerson } from '../conversation/way-to-person.ts';
import { createKnowledge } from '../knowledge/knowledge.ts';
import type { Health } from '../protocol/routes.ts';
import type { Settings } from '../protocol/settings.ts';
import { StoreUnavailable, type Store } from '../store/store.ts';
import type { ZendeskAccount } from '../zendesk/account.ts';
import { zendesk } from '../zendesk/zendesk.ts';
import { createAnswers } from './answers.ts';
import { createAvailability } from './availability.ts';
import { assetRoutes } from './assets.ts';
import { systemClock, type Clock } from './clock.ts';
import { conversationRoutes, type Env } from './conversation-routes.ts';
import { clientAddress, NOBODY, senderOf, type TrustedProxies } from './client-address.ts';
import { createConversations } from './conversations.ts';
import { createDesk } from './desk.ts';
import { requestHandoff } from './handoff.ts';
import { apiHeaders, preflightHeaders } from './headers.ts';
import { createLimits, NO_LIMITS } from './limits.ts';
import { createLive } from './live.ts';
import { factsOf, type Log } from './log.ts';
import { createMedia } from './media.ts';
import { createMetrics } from './metrics.ts';
import { metricsRoute } from './metrics-route.ts';
import { createPings } from './pings.ts';
import { forgetName, processName } from './process-name.ts';
import { Refusal } from './refusal.ts';
import { createSharing } from './sharing.ts';
import { createStrangers } from './strangers.ts';
import { createTickets } from './tickets.ts';
import { createWaits } from './waits.ts';
import { watchedStore } from './watched-store.ts';
import { widgetSettings } from './widget-settings.ts';

export type ProxyOptions = {
  store: Store;
  settings: Settings;
  /** Null: nothing is connected, the AI agent knows no articles and nobody can be asked for. */
  account: ZendeskAccount | null;
  /** What browsers and Zendesk call, such as `https://chat.example.com`, without a slash at the end. */
  publicUrl: string;
  /** Whether Zendesk can call `publicUrl`; otherwise polling carries the chat. */
  reachable: boolean;
  /** Origins of pages that may use the chat, compared to the letter. */
  allowedOrigins: readonly string[];
  /** Makes the webhook's path unguessable. */
  secret: string;
  /** The folder with the built widget; without it only the API is served. */
  widgetFolder?: string;
  /** Writes the answers; the built-in one quotes the articles. */
  model?: Model;
  /**
   * How long a request that was given up on may still reach Zendesk, in milliseconds. Only after it is a message that
   * cannot be found there sent again. Default: 75,000.
   */
  settleMs?: number;
  /** False lifts the limits per visitor and address. Default: true. */
  limited?: boolean;
  /** Whose `X-Forwarded-For` counts when addresses are limited. Default: nobody's. */
  trustedProxies?: TrustedProxies;
  /** Opens `/metrics`; without it there is none. */
  adminPassword?: string | undefined;
  log: Log;
  clock?: Clock;
  fetch?: (url: string, init: RequestInit) => Promise<Response>;
  random?: () => number;
  newId?: () => string;
};

export interface Proxy {
  app: Hono<Env>;
  /** Answers a request; `env` is node's own request and response, where there are any. */
  fetch(request: Request, env?: Partial<HttpBindings>): Response | Promise<Response>;
  /** Begins to sync, send and listen. Resolves as soon as requests can be answered. */
  start(): Promise<void>;
  /** Ends streams and answers, lets what is under way to Zendesk finish. The store stays open. */
  close(): Promise<void>;
}

const DEFAULT_SETTLE_MS = 75_000;
/** Another process, or the next one, serves who comes back after this. */
const COME_BACK_MS = 1_000;

/** Puts the parts together behind one door: a plain `fetch` handler that can stand in any server. */
export async function createProxy(options: ProxyOptions): Promise<Proxy> {
  const { settings, account, publicUrl, log } = options;
  const {
    clock = systemClock,
    fetch = (url: string, init: RequestInit) => globalThis.fetch(url, init),
    random = Math.random,
    newId = () => crypto.randomUUID(),
    settleMs = DEFAULT_SETTLE_MS,
    limited = true,
    trustedProxies = NOBODY,
  } = options;
  const metrics = createMetrics(options.store);
  const store = watchedStore(options.store, { metrics, clock, log });
  const allowedOrigins = new Set(options.allowedOrigins);
  const installId = await store.settingOnce('install-id', newId());
  const clients = account && zendesk(account, { fetch, clock, random });

  const model = options.model ? guarded(options.model, settings.model, clock) : extractiveModel;
  const knowledge = createKnowledge({
    source: {
      async *articles(signal) {
        if (clients) yield* clients.helpCenter.articles(settings.knowledge, signal);
      },
    },
    store,
    clock,
    log,
    minutesBetweenSyncs: settings.knowledge.minutesBetweenSyncs,
    defaultLocale: settings.knowledge.locales[0],
  });
  const conversations = createConversations(store, clock, () => {
    desk?.wake();
    tickets?.wake();
  });
  const pings = createPings(clock);
  const live = createLive({
    store,
    conversations,
    pings,
    metrics,
    onReturn: (conversationId) => desk?.clientReturned(conversationId),
    clock,
    random,
  });
  const limits = limited
    ? createLimits(settings.limits, () => clock.now(), metrics.refusedByLimit)
    : NO_LIMITS;
  const sharing = createSharing(
    conversations,
    (messages, signal) => summarize(messages, model, signal),
    clock,
  );
  const waits = createWaits(store);
  const team = createAvailability(clients?.support ?? null, clock);
  const owner = processName(newId());
  const isPersonWanted = settings.handoff.to === 'zendesk';
  const assistant = settings.assistant.name;
  const tickets =
    clients?.tickets && isPersonWanted
      ? createTickets({
          store,
          conversations,
          api: clients.tickets,
          pace: clients.supportPace,
          tags: settings.handoff.tags,
          assistant,
          summaryFor: sharing.summaryFor,
          settleMs,
          owner,
          metrics,
          clock,
          random,
          log,
        })
      : null;
  const desk =
    account?.appKey && clients?.conversations && isPersonWanted
      ? createDesk({
          store,
          conversations,
          live,
          api: clients.conversations,
          pace: clients.pace,
          tickets,
          waits,
          appId: account.appKey.appId,
          settings,
          installId,
          publicUrl,
          reachable: options.reachable,
          secret: options.secret,
          settleMs,
          summaryFor: sharing.summaryFor,
          owner,
          metrics,
          clock,
          random,
          log,
        })
      : null;
  const canHandOff = desk !== null;
  const canLeaveTicket = tickets !== null;
  const answers = createAnswers({
    answerer: createAgent({
      knowledge,
      model,
      settings:
        canHandOff || canLeaveTicket
          ? settings
          : { ...settings, handoff: { ...settings.handoff, to: 'off' as const } },
    }),
    conversations,
    assistant,
    costOf({ inputTokens, outputTokens }) {
      const price = settings.model.pricePerMillion;
      return price && (inputTokens * price.input + outputTokens * price.output) / 1_000_000;
    },
    async handOff(conversationId, sender) {
      const { preview, ask } = settings.handoff;
      const possible = { handoff: canHandOff, tickets: canLeaveTicket, preview, ask: [...ask] };
      if (wayToPerson({ ...possible, team: await team() }, {}) !== 'straight') {
        const { locale } = await conversations.load(conversationId);
        return phrasesOf(locale).pressForPerson;
      }
      await limits.count('handoffs', { conversation: null, sender });
      const at = new Date(clock.now()).toISOString();
      const cut = () => answers.cut(conversationId);
      await conversations.change(
        conversationId,
        requestHandoff({ id: newId(), at, assistant, cut }),
      );
      return null;
    },
    metrics,
    clock,
    newId,
    log,
  });

  const app = new Hono<Env>();
  let isClosed = false;
  const noteStranger = createStrangers(allowedOrigins, log);

  function sender(c: Context<Env>): string | null {
    const peer = c.env?.incoming?.socket.remoteAddress;
    if (peer === undefined) return null;
    return senderOf(clientAddress(peer, c.req.header('x-forwarded-for'), trustedProxies));
  }

  app.use(async (c, next) => {
    const origin = c.req.header('origin');
    const startedAt = performance.now();
    if (isClosed) throw new Refusal('unavailable', 'The server stops', COME_BACK_MS);
    if (c.req.header('content-encoding') !== undefined) {
      throw new Refusal('unsupported-type', 'Send the body without content-encoding');
    }
    if (c.req.path.startsWith('/api/')) noteStranger(origin);
    if (c.req.method === 'OPTIONS') {
      return c.body(null, 204, preflightHeaders(origin, allowedOrigins));
    }
    await next();
    const seconds = (performance.now() - startedAt) / 1000;
    metrics.requestAnswered(routePath(c, -1), c.req.method, c.res.status, seconds);
    // A stream on node's own response has sent its headers already, and assets come with headers of their own.
    const { headers } = c.res;
    if (headers.has('x-hono-already-sent') || headers.has('content-security-policy')) return;
    for (const [name, value] of Object.entries(apiHeaders(origin, allowedOrigins))) {
      headers.set(name, value);
    }
  });

  app.get('/api/widget', async (c) =>
    c.json(
      widgetSettings({
        settings,
        canHandOff,
        canLeaveTicket,
        team: canHandOff || canLeaveTicket ? await team() : { state: 'unknown' },
        usualWaitMinutes: canHandOff ? await waits.usualMinutes() : undefined,
        locale: c.req.query('locale'),
        acceptLanguage: c.req.header('accept-language'),
      }),
    ),
  );

  app.route(
    '/api/conversations',
    conversationRoutes({
      store,
      conversations,
      answers,
      live,
      pings,
      limits,
      senderOf: sender,
      settings,
      canHandOff,
      canLeaveTicket,
      preview: sharing.preview,
      openMedia: account && createMedia({ account, fetch, clock }),
      allowedOrigins,
      clock,
      newId,
    }),
  );
  if (desk) app.route('/api/zendesk/webhook', desk.webhook);

  app.get('/healthz', (c) => c.json({ status: 'ok' } satisfies Health));
  app.get('/readyz', async (c) => {
    const ready = await store.ping().then(
      () => true,
      () => false,
    );
    const { articles, failure } = knowledge.status();
    const body: Health = {
      status: ready ? 'ok' : 'unavailable',
      store: ready ? 'ok' : 'unavailable',
      zendesk: desk?.status() ?? (tickets ? 'tickets only' : 'not connected'),
      knowledge: failure ? `${articles} articles, last sync failed` : `${articles} articles`,
    };
    return c.json(body, ready ? 200 : 503);
  });
  if (options.adminPassword !== undefined) {
    const { adminPassword } = options;
    app.get('/metrics', metricsRoute({ metrics, adminPassword, senderOf: sender, log }));
  }
  if (options.widgetFolder) app.route('/', assetRoutes(options.widgetFolder));

  app.notFound(() => {
    throw new Refusal('not-found', 'There is nothing here');
  });
  app.onError((error, c) => {
    const refusal = refusalOf(error);
    // That the store is away is said once, by who watches it.
    if (error !== refusal && !(error instanceof StoreUnavailable)) {
      log.error(
        { method: c.req.method, route: routePath(c), ...factsOf(error) },
        'A request failed',
      );
    }
    const { retryAfterMs } = refusal;
    return c.json(refusal.body, refusal.status, {
      ...apiHeaders(c.req.header('origin'), allowedOrigins),
      ...(retryAfterMs !== undefined && { 'retry-after': String(Math.ceil(retryAfterMs / 1000)) }),
    });
  });

  return {
    app,
    fetch: (request, env) => app.fetch(request, env),
    async start() {
      await knowledge.start();
      desk?.start();
      tickets?.start();
    },
    async close() {
      isClosed = true;
      live.close();
      await answers.close();
      await Promise.all([desk?.close(), tickets?.close()]);
      forgetName(owner);
      await knowledge.close();
    },
  };
}

/** A model within its budget, which is told what it may be told. */
function guarded(model: Model, settings: Settings['model'], clock: Clock): Model {
  const told = settings.redact ? redacting(model) : model;
  return budgeted(told, extractiveModel, settings, () => clock.now());
}

/** The store's own trouble passes; everything unforeseen is ours, and its words stay in the log. */
function refusalOf(error: unknown): Refusal {
  if (error instanceof Refusal) return error;
  if (error instanceof StoreUnavailable) {
    return new Refusal('unavailable', 'The store is away for a moment', 2_000);
  }
  return new Refusal('internal', 'Something went wrong on the server');
}
