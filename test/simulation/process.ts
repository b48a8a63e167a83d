import { demoAccount } from '../../src/demo/simulator/account.ts';
import { Settings } from '../../src/protocol/settings.ts';
import { createProxy, type Proxy, type ProxyOptions } from '../../src/proxy/proxy.ts';
import { StoreUnavailable, type Store } from '../../src/store/store.ts';
import { ConnectionLost, createGate, type Gate } from './gate.ts';
import type { Blow, Plan } from './plan.ts';
import type { PlantedBug } from './planted-bug.ts';
import { seededRandom } from '../random.ts';
import type { Trace } from './trace.ts';
import type { VirtualClock } from './virtual-clock.ts';

export const PROXY = 'http://proxy.example';
export const ZENDESK = 'http://zendesk.example';

/** A machine that runs the proxy, and starts it again whenever it has died. */
export type Process = {
  readonly name: string;
  /** Rejects like a connection to a process that is not there, or dies before it has answered. */
  fetch(request: Request): Promise<Response>;
  /** Resolves when the process that runs now is dead. */
  died(): Promise<void>;
  isUp(): boolean;
  /** Nobody strikes it any more; if it is down, it starts at once. */
  calmDown(): void;
  close(): Promise<void>;
};

type ProcessOptions = {
  name: string;
  seed: number;
  plan: Plan;
  blows: Blow[];
  clock: VirtualClock;
  elapsed(): number;
  store: Store;
  /** Looks at what the proxy asks of its store, whatever bug stands between the two. */
  watch(store: Store): Store;
  /** Zendesk, as this process reaches it. */
  send(url: string, init: RequestInit): Promise<Response>;
  stumble(): void;
  bug: PlantedBug | undefined;
  trace: Trace;
};

const settings = Settings.parse({});

/** A process does not come back sooner than this. */
const RESTART_MS = 200;

export function startProcess(options: ProcessOptions): Process {
  const { name, plan, clock, bug, trace } = options;
  let lives = 0;
  let isClosed = false;
  let cancelStart = () => {};
  let gate: Gate;
  let proxy: Proxy | null = null;
  let door: (request: Request) => Promise<Response>;

  const note = ({ error }: Record<string, unknown>, words: string) =>
    trace(name, typeof error === 'string' ? `${words}: ${error}` : words);

  async function live(): Promise<void> {
    lives += 1;
    const random = seededRandom(`${options.seed}/${name}/${lives}`);
    gate = createGate({
      ...options,
      fetch: options.send,
      onStall: (where, ms) => trace(name, `stands still for ${ms} ms, ${where}`),
      onDeath(where, blow) {
        proxy = null;
        trace(name, `dies, ${where}`);
        const pauseMs = Math.max(blow?.pauseMs ?? 0, RESTART_MS);
        if (!isClosed) cancelStart = clock.setTimeout(() => void live(), pauseMs);
      },
    });
    const own = gate;
    const proxyOptions: ProxyOptions = {
      store: own.store,
      settings,
      account: {
        origin: ZENDESK,
        appKey: demoAccount,
        ...(plan.hasSupport && { signIn: { kind: 'token', ...demoAccount } }),
      },
      publicUrl: PROXY,
      reachable: plan.isReachable,
      allowedOrigins: [],
      secret: 'a secret of at least thirty-two characters',
      settleMs: plan.settleMs,
      model: slowToSummarize(own, plan.summaryMs),
      clock: own.clock,
      fetch: own.fetch,
      random: random.next,
      newId: random.uuid,
      log: {
        info: () => {},
        warn: note,
        error: note,
      },
    };
    try {
      const withBug = bug?.options?.(proxyOptions) ?? proxyOptions;
      const made = await createProxy({ ...withBug, store: options.watch(withBug.store) });
      await made.start();
      proxy = made;
      const handle = (request: Request) => own.enter(async () => made.fetch(request));
      door = bug?.door?.(handle, own) ?? handle;
      trace(name, 'is up');
    } catch (error) {
      if (!(error instanceof StoreUnavailable)) throw error;
      own.kill('for want of a store at its start');
    }
  }
  void live();

  return {
    name,
    async fetch(request) {
      if (!proxy) throw new ConnectionLost('ECONNREFUSED');
      return door(request);
    },
    died: () => gate.died,
    isUp: () => proxy !== null,
    calmDown() {
      options.blows.length = 0;
      if (gate.isAlive()) return;
      cancelStart();
      void live();
    },
    async close() {
      isClosed = true;
      const last = proxy;
      await last?.close();
      gate.kill('at the end');
    },
  };
}

/** Says nothing about articles, of which there are none here; the summary takes its time. */
function slowToSummarize({ clock }: Gate, ms: number): ProxyOptions['model'] {
  return {
    async *answer() {},
    async summarize() {
      if (ms > 0) await new Promise<void>((resolve) => void clock.setTimeout(resolve, ms));
      return 'They have a question.';
    },
  };
}
