import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { apply } from '../../src/conversation/apply.ts';
import { newConversation } from '../../src/conversation/new-conversation.ts';
import { messagesOf } from '../../src/conversation/status.ts';
import { demoAccount } from '../../src/demo/simulator/account.ts';
import { createSimulator, type Simulator } from '../../src/demo/simulator/simulator.ts';
import type { Conversation } from '../../src/protocol/conversation.ts';
import { ErrorBody } from '../../src/protocol/error.ts';
import { Frame } from '../../src/protocol/frame.ts';
import {
  ConversationSnapshot,
  HandoffAnswer,
  StartedConversation,
} from '../../src/protocol/routes.ts';
import { Settings } from '../../src/protocol/settings.ts';
import type { Clock } from '../../src/proxy/clock.ts';
import { createProxy, type Proxy, type ProxyOptions } from '../../src/proxy/proxy.ts';
import { openStore } from '../../src/store/open-store.ts';
import type { Store } from '../../src/store/store.ts';
import type { ZendeskAccount } from '../../src/zendesk/account.ts';

export const SITE = 'https://shop.example';
export const PROXY = 'http://proxy.example';
export const ZENDESK = 'http://zendesk.example';

/** Without a sign-in to Support there are no tickets but those that Zendesk makes of chats. */
const CHAT_ONLY: ZendeskAccount = { origin: ZENDESK, appKey: demoAccount };

/** The same with Support: who is online, tickets by e-mail, notes on those of chats. */
export const WITH_SUPPORT: ZendeskAccount = {
  ...CHAT_ONLY,
  signIn: {
    kind: 'oauth',
    clientId: demoAccount.oauthClientId,
    clientSecret: demoAccount.oauthClientSecret,
  },
};

/** Real time, this much faster: minutes of polling pass in seconds, and everything stays asynchronous as it is. */
const SPEED = 20;

/** How long something may take until a test gives up on it, in real time. */
const PATIENCE_MS = 15_000;

export type FastClock = Clock & {
  /** Lets time jump: what would have been due meanwhile is done now. */
  skip(ms: number): void;
  /** Sets the clock: no time has passed, but it shows another one. */
  set(byMs: number): void;
};

function fastClock(): FastClock {
  const start = Date.now();
  let skipped = 0;
  let setBy = 0;
  const timers = new Set<{ run(): void; dueAt: number; timeout: NodeJS.Timeout }>();
  const elapsed = () => start + (Date.now() - start) * SPEED + skipped;
  return {
    now: () => elapsed() + setBy,
    set(byMs) {
      setBy += byMs;
    },
    setTimeout(fn, ms) {
      const run = () => {
        cancel();
        fn();
      };
      const timer = { run, dueAt: elapsed() + ms, timeout: setTimeout(run, ms / SPEED) };
      const cancel = () => {
        clearTimeout(timer.timeout);
        timers.delete(timer);
      };
      timers.add(timer);
      return cancel;
    },
    skip(ms) {
      skipped += ms;
      for (const timer of timers) {
        clearTimeout(timer.timeout);
        timer.timeout = setTimeout(timer.run, Math.max(0, timer.dueAt - elapsed()) / SPEED);
      }
    },
  };
}

/** Resolves as soon as `look` gives something; asks again every few milliseconds. */
export async function eventually<T>(
  look: () => T | undefined | null | false | Promise<T | undefined | null | false>,
): Promise<T> {
  const end = performance.now() + PATIENCE_MS;
  for (;;) {
    const found = await look();
    if (found !== undefined && found !== null && found !== false) return found;
    if (performance.now() > end) throw new Error(`Never came true: ${look.toString()}`);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

export type Rig = {
  clock: FastClock;
  /** Where the database is. */
  folder: string;
  simulator: Simulator;
  proxy: Proxy;
  store: Store;
  logged: string[];
  request(path: string, init?: RequestInit): Promise<Response>;
  visitor(): Promise<Visitor>;
  /** Ends this process's proxy as if the power failed, and starts another one on the same database. */
  restart(): Promise<void>;
  close(): Promise<void>;
};

export type RigOptions = Partial<Omit<ProxyOptions, 'store' | 'settings'>> & {
  settings?: Parameters<typeof Settings.parse>[0];
  /** Webhooks from Zendesk do not arrive. */
  deaf?: boolean;
  /** Stands between the proxy and its store. */
  around?: (store: Store) => Store;
  /** Is done to Zendesk before the proxy starts; the rig is then given before Zendesk is set up. */
  before?: (simulator: Simulator) => void;
};

/** The real proxy on a real database, connected to the simulated Zendesk, without a network between them. */
export async function createRig({
  settings = {},
  deaf = false,
  around = (store) => store,
  before,
  ...options
}: RigOptions = {}): Promise<Rig> {
  const folder = await mkdtemp(join(tmpdir(), 'baton-proxy-'));
  const clock = fastClock();
  const logged: string[] = [];
  const note = (facts: Record<string, unknown>, words: string) =>
    void logged.push(`${words} ${JSON.stringify(facts)}`);
  let current: { proxy: Proxy; store: Store };

  const simulator = createSimulator({
    origin: ZENDESK,
    clock,
    fetch: async (input, init) =>
      deaf
        ? new Response('unreachable', { status: 502 })
        : current.proxy.fetch(new Request(input, init)),
  });

  async function start() {
    const store = await openStore(`file:${join(folder, 'baton.db')}`, { now: clock.now });
    const proxy = await createProxy({
      store: around(store),
      settings: Settings.parse(settings),
      account: CHAT_ONLY,
      publicUrl: PROXY,
      reachable: true,
      allowedOrigins: [SITE],
      secret: 'a secret of at least thirty-two characters',
      settleMs: 1_500,
      limited: false,
      clock,
      fetch: (url, init) => simulator.fetch(new Request(url, init)),
      log: { info: note, warn: note, error: note },
      ...options,
    });
    await proxy.start();
    return { proxy, store };
  }
  before?.(simulator);
  current = await start();
  if (!before) {
    await eventually(async () => {
      const health = await current.proxy.fetch(new Request(`${PROXY}/readyz`));
      const { zendesk, knowledge } = await health.json();
      return zendesk !== 'not set up yet' && !knowledge.startsWith('0 ');
    });
  }

  const request = async (path: string, init?: RequestInit) =>
    current.proxy.fetch(new Request(`${PROXY}${path}`, init));

  return {
    clock,
    folder,
    simulator,
    logged,
    get proxy() {
      return current.proxy;
    },
    get store() {
      return current.store;
    },
    request,
    async visitor() {
      const response = await request('/api/conversations', json({ locale: 'en' }));
      return createVisitor(request, StartedConversation.parse(await response.json()));
    },
    async restart() {
      await current.proxy.close();
      await current.store.close();
      current = await start();
    },
    async close() {
      await current.proxy.close();
      await current.store.close();
      simulator.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

export function json(body: unknown, headers: Record<string, string> = {}): RequestInit {
  return {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  };
}

/** A customer's browser, reduced to its requests. */
export type Visitor = ReturnType<typeof createVisitor>;

export function createVisitor(
  request: (path: string, init?: RequestInit) => Promise<Response>,
  { id, token }: StartedConversation,
) {
  const headers = { authorization: `Bearer ${token}` };
  const path = `/api/conversations/${id}`;

  const visitor = {
    id,
    token,
    headers,
    /** A route of this conversation, with its token. */
    call(route: string, body?: unknown, method = 'POST'): Promise<Response> {
      const init = body === undefined ? { method, headers } : { ...json(body, headers), method };
      return request(`${path}${route}`, init);
    },
    async conversation(): Promise<Conversation> {
      const response = await request(path, { headers });
      return ConversationSnapshot.parse(await response.json()).conversation;
    },
    /** The whole log, folded as the widget folds it. */
    async folded(): Promise<Conversation> {
      const response = await request(`${path}?after=0`, { headers });
      const { events } = await response.json();
      return events.reduce(apply, newConversation(id));
    },
    /** Says something and reads the stream of the answer to its end. */
    async say(text: string, messageId: string = crypto.randomUUID()): Promise<Frame[]> {
      const response = await visitor.call('/messages', { id: messageId, text });
      if (!response.ok) throw new Error(`${response.status} ${await response.text()}`);
      return framesOf(await response.text());
    },
    async handOff(handoffId: string = crypto.randomUUID()) {
      const response = await visitor.call('/handoff', { id: handoffId });
      return HandoffAnswer.parse(await response.json()).handoff;
    },
    async until(state: Conversation['handoff']['state']): Promise<Conversation> {
      return eventually(async () => {
        const conversation = await visitor.conversation();
        return conversation.handoff.state === state && conversation;
      });
    },
    async untilSaid(text: string): Promise<Conversation> {
      return eventually(async () => {
        const conversation = await visitor.conversation();
        return messagesOf(conversation).some(({ body }) => body === text) && conversation;
      });
    },
  };
  return visitor;
}

/** The frames of a stream that has ended. */
export function framesOf(text: string): Frame[] {
  return text.split('\n\n').flatMap((block) => {
    const field = (name: string) =>
      block
        .split('\n')
        .find((line) => line.startsWith(`${name}: `))
        ?.slice(name.length + 2);
    const data = field('data');
    if (data === undefined) return [];
    const type = field('event');
    const parsed: unknown = JSON.parse(data);
    return [Frame.parse(type === 'event' ? { type, stored: parsed } : { type, ...Object(parsed) })];
  });
}

export async function errorOf(
  response: Response,
): Promise<ErrorBody['error'] & { status: number }> {
  const { error } = ErrorBody.parse(await response.json());
  return { status: response.status, ...error };
}
