import { Hono } from 'hono';
import { demoAccount } from './account.ts';
import { systemClock, type Clock } from './clock.ts';
import { ConnectionCut, disturbed } from './connection.ts';
import { conversationsWire } from './conversations-wire.ts';
import { createDeliveries } from './deliveries.ts';
import { createFaults, FaultRequest, type Faults } from './faults.ts';
import { helpCenterPages } from './help-center-pages.ts';
import {
  answeredIds,
  authorizationKind,
  createHistory,
  recordedBody,
  type History,
  type RequestRecord,
} from './history.ts';
import { createIds } from './ids.ts';
import { oauth } from './oauth.ts';
import { support } from './support.ts';
import { createWorkspace, type Workspace } from './workspace.ts';
import { workspaceRoutes } from './workspace-routes.ts';
import { freshRecords, type Zendesk } from './zendesk.ts';

export { demoAccount } from './account.ts';

export type SimulatorOptions = {
  /** The base URL under which it is reached; links, media and Help Center URLs start with it. */
  origin?: string;
  clock?: Clock;
  /** How webhooks are delivered. */
  fetch?: typeof fetch;
  random?: () => number;
};

/** A simulated Zendesk: one account, in memory, speaking Zendesk's wire. */
export interface Simulator {
  /**
   * Answers everything: Zendesk's own paths (`/oauth`, `/api/v2`, `/sc`, `/hc`) and the controls
   * (`/workspace`, `/faults`, `/history`, `/reset`). Rejects with `ConnectionCut` where the network
   * breaks, and with the request's abort reason where it hangs.
   */
  fetch(request: Request): Promise<Response>;
  workspace: Workspace;
  faults: Pick<Faults, 'set' | 'clear'>;
  history: Pick<History, 'requests' | 'deliveries' | 'clear'>;
  /** Back to an empty account without faults. */
  reset(): void;
  /** Resolves when no webhook delivery is on its way. */
  settled(): Promise<void>;
  close(): void;
}

export function createSimulator({
  origin = 'http://127.0.0.1:4000',
  clock = systemClock,
  fetch = globalThis.fetch,
  random = Math.random,
}: SimulatorOptions = {}): Simulator {
  const faults = createFaults();
  const history = createHistory();
  const ids = createIds(clock, random);
  const deliveries = createDeliveries({ appId: demoAccount.appId, clock, fetch, faults, history });
  const listeners = new Set<() => void>();
  const closed = new AbortController();

  const zendesk: Zendesk = {
    origin,
    clock,
    ids,
    faults,
    deliveries,
    changed: () => listeners.forEach((listener) => listener()),
    ...freshRecords(ids),
  };
  const workspace = createWorkspace(zendesk, (listener) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  });

  function reset() {
    faults.clear();
    history.clear();
    Object.assign(zendesk, freshRecords(ids));
    zendesk.changed();
  }

  const wire = new Hono();
  wire.route('/oauth', oauth(zendesk));
  wire.route('/api/v2', support(zendesk));
  wire.route('/sc', conversationsWire(zendesk));
  wire.route('/hc', helpCenterPages(zendesk));

  const controls = new Hono();
  controls.route('/workspace', workspaceRoutes(zendesk, workspace));
  controls.post('/faults', async (context) => {
    const parsed = FaultRequest.safeParse(await context.req.json().catch(() => undefined));
    if (!parsed.success) return context.json({ error: parsed.error.message }, 400);
    faults.set(parsed.data);
    return context.json({});
  });
  controls.delete('/faults', (context) => {
    faults.clear();
    return context.json({});
  });
  controls.get('/history', (context) =>
    context.json({ requests: history.requests, deliveries: history.deliveries }),
  );
  controls.post('/reset', (context) => {
    reset();
    return context.json({});
  });

  async function answerWire(request: Request): Promise<Response> {
    const url = new URL(request.url);
    const path = url.pathname + url.search;
    const bytes = request.body === null ? undefined : await request.arrayBuffer();
    const record = history.addRequest(recordOf(request, path, bytes));
    const startedAt = clock.now();

    // Zendesk answers to paths with and without `.json`.
    url.pathname = url.pathname.replace(/^(\/api\/v2\/.*)\.json$/, '$1');
    const handle = async () => {
      const { method, headers } = request;
      const answer = await wire.fetch(new Request(url, { method, headers, body: bytes }));
      record.effects = await effectsOf(answer);
      return answer;
    };

    const { seen } = await disturbed(faults.meet(request.method, path), clock, handle);
    record.ms = clock.now() - startedAt;
    record.status = seen instanceof Response ? seen.status : seen;
    if (seen instanceof Response) return seen;
    if (seen === 'hang') await untilAborted([request.signal, closed.signal]);
    throw new ConnectionCut();
  }

  function recordOf(request: Request, path: string, bytes?: ArrayBuffer): RequestRecord {
    const body = recordedBody(request.headers.get('content-type'), bytes);
    return {
      at: new Date(clock.now()).toISOString(),
      method: request.method,
      path,
      authorization: authorizationKind(request.headers.get('authorization')),
      status: 'pending',
      ...(body !== undefined && { body }),
      effects: [],
    };
  }

  return {
    async fetch(request) {
      const isWire = /^\/(oauth|api|sc|hc)(\/|$)/.test(new URL(request.url).pathname);
      return isWire ? answerWire(request) : controls.fetch(request);
    },
    workspace,
    faults,
    history,
    reset,
    settled: () => deliveries.settled(),
    close() {
      deliveries.close();
      closed.abort(new ConnectionCut());
    },
  };
}

/** What a changing request changed, read from its answer. Reading changes nothing. */
async function effectsOf(answer: Response): Promise<string[]> {
  const isJson = answer.headers.get('content-type')?.startsWith('application/json');
  if (answer.status !== 201 || !isJson) return [];
  return answeredIds(await answer.clone().json());
}

/** Waits for the first to give up, and fails with its reason. */
function untilAborted(signals: AbortSignal[]): Promise<never> {
  return new Promise((_, reject) => {
    for (const signal of signals) {
      if (signal.aborted) reject(signal.reason);
      signal.addEventListener('abort', () => reject(signal.reason));
    }
  });
}
