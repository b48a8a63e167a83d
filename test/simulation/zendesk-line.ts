import { z } from 'zod';
import type { Simulator } from '../../src/demo/simulator/simulator.ts';
import type { Clock } from '../../src/proxy/clock.ts';
import { ConnectionLost } from './gate.ts';
import type { Plan } from './plan.ts';
import type { Random } from '../random.ts';
import type { Trace } from './trace.ts';

/** A request of ours that has had its effect at Zendesk. */
export type Effect = {
  /** Virtual ms since 1970. */
  at: number;
  kind:
    | 'user'
    | 'conversation'
    | 'message'
    | 'take'
    | 'pass'
    | 'offer'
    | 'release'
    | 'ticket'
    | 'note'
    | 'other';
  /** The id of Zendesk's conversation, or of the ticket that gets a note; empty for users and tickets. */
  remoteId: string;
  /** Our stamp, on messages, conversations and tickets. */
  k: string;
  /** The words of a message. */
  text: string;
  /** What Zendesk made of it. */
  id: string;
};

/** The way from a process to Zendesk, on which everything can happen that happens on networks. */
export type ZendeskLine = {
  send(from: string, url: string, init: RequestInit): Promise<Response>;
  /** Everything that took effect, in that order. */
  readonly effects: readonly Effect[];
  /** How many requests are still on their way, also those that nobody waits for any more. */
  inTheAir(): number;
  /** From now on nothing goes wrong. */
  calmDown(): void;
};

export type Change = Omit<Effect, 'at' | 'id'>;

type LineOptions = {
  simulator: Simulator;
  clock: Clock & { wait(ms: number): Promise<void> };
  random: Random;
  plan: Plan;
  elapsed(): number;
  trace: Trace;
  /** Called before the first byte of a request that changes something leaves. */
  leaving(from: string, change: Change): Promise<void>;
};

type Fate =
  | 'fine'
  | 'refused connection'
  | 'lost request'
  | 'lost answer'
  | 'late arrival'
  | 'throttled'
  | 'not accepted'
  | 'failed before'
  | 'failed after'
  | 'garbled answer';

const FATES: readonly [Fate, ...Fate[]] = [
  'refused connection',
  'lost request',
  'lost request',
  'lost answer',
  'lost answer',
  'lost answer',
  'late arrival',
  'late arrival',
  'late arrival',
  'throttled',
  'failed before',
  'failed after',
  'garbled answer',
];

const Body = z.object({
  metadata: z.record(z.string(), z.unknown()).optional(),
  content: z.object({ text: z.string() }).optional(),
  ticket: z
    .object({ external_id: z.string().optional(), comment: z.object({ body: z.string() }) })
    .optional(),
});
const Id = z.object({ id: z.string() });
const Answer = z.object({
  user: Id.optional(),
  conversation: Id.optional(),
  messages: z.array(Id).optional(),
  ticket: z.object({ id: z.number().transform(String) }).optional(),
});

export function createZendeskLine(options: LineOptions): ZendeskLine {
  const { simulator, clock, random, plan, trace } = options;
  const effects: Effect[] = [];
  let inTheAir = 0;
  let isCalm = false;

  async function send(from: string, url: string, init: RequestInit): Promise<Response> {
    const { signal } = init;
    // Articles play no part in what is promised here.
    if (url.includes('/help_center/')) return failure(404);
    const change = changeOf(url, init);
    if (change) await options.leaving(from, change);
    const fate = fateOf(url, change);
    const name = `${init.method} ${shortened(url)}${change?.k ? ` k=${change.k}` : ''}`;
    if (fate !== 'fine' || change) trace(from, `${name} → ${fate}`);
    return unlessGivenUp(signal, travel(fate, name, url, init, change));
  }

  async function travel(
    fate: Fate,
    name: string,
    url: string,
    init: RequestInit,
    change: Change | null,
  ): Promise<Response> {
    const arrive = async (afterMs: number) => {
      inTheAir += 1;
      await clock.wait(afterMs);
      // The sender may have given up long ago; what has left arrives all the same.
      const answer = await simulator.fetch(new Request(url, { ...init, signal: null }));
      inTheAir -= 1;
      if (change) await note(change, answer, name);
      return answer;
    };
    const wayMs = random.between(5, 80);
    switch (fate) {
      case 'fine': {
        const answer = await arrive(wayMs);
        await clock.wait(wayMs);
        return answer;
      }
      case 'refused connection':
        await clock.wait(wayMs);
        throw new ConnectionLost('ECONNREFUSED');
      case 'lost request':
        return silence();
      case 'lost answer':
        await arrive(wayMs);
        return silence();
      case 'late arrival':
        void arrive(random.between(wayMs, plan.lateMs));
        return silence();
      case 'throttled':
        await clock.wait(wayMs);
        return failure(
          429,
          random.chance(0.5) ? { 'retry-after': `${random.between(1, 20)}` } : {},
        );
      case 'not accepted':
        await clock.wait(wayMs);
        return failure(400);
      case 'failed before':
        await clock.wait(wayMs);
        return failure(random.pick([500, 502, 503, 504]));
      case 'failed after':
        await arrive(wayMs);
        return failure(random.pick([500, 502, 503, 504]));
      case 'garbled answer':
        await arrive(wayMs);
        return new Response('<html>', { status: 200, headers: { 'content-type': 'text/html' } });
    }
  }

  /** No answer comes: the connection breaks after a moment, or simply stays open. */
  async function silence(): Promise<Response> {
    if (random.chance(0.5)) return new Promise(() => {});
    await clock.wait(random.between(1, 200));
    throw new ConnectionLost('ECONNRESET');
  }

  function fateOf(url: string, change: Change | null): Fate {
    if (isCalm) return 'fine';
    const { outage, picky, trouble, isSetUpCalm } = plan;
    if (isSetUpCalm && !/\/(users|conversations|tickets|search)/.test(url)) return 'fine';
    const elapsed = options.elapsed();
    if (outage && elapsed >= outage.fromMs && elapsed < outage.toMs) {
      return random.pick(['refused connection', 'lost request', 'failed before']);
    }
    if (change && isRelayed(change) && random.chance(picky)) return 'not accepted';
    // A read has nothing that could arrive late.
    return random.chance(change ? trouble : trouble / 2) ? random.pick(FATES) : 'fine';
  }

  /** A message to agents who have the conversation: what fails before ends the whole request for them. */
  function isRelayed({ kind, remoteId }: Change): boolean {
    return (
      kind === 'message' &&
      effects.some((effect) => effect.kind === 'pass' && effect.remoteId === remoteId)
    );
  }

  async function note(change: Change, answer: Response, name: string): Promise<void> {
    if (!answer.ok) {
      trace('zendesk', `${name} refused with ${answer.status}`);
      return;
    }
    const made = Answer.parse(await answer.clone().json());
    const thing = made.messages?.[0] ?? made.conversation ?? made.user ?? made.ticket;
    const id = thing?.id ?? '';
    effects.push({ at: clock.now(), ...change, id });
    trace('zendesk', `took ${change.kind} ${change.k || change.remoteId}${id && ` as ${id}`}`);
  }

  return {
    send,
    effects,
    inTheAir: () => inTheAir,
    calmDown() {
      isCalm = true;
    },
  };
}

/** What a request is to change in a conversation; null for reading and for the set-up. */
function changeOf(url: string, { method, body }: RequestInit): Change | null {
  const path = /\/(users|conversations|tickets)(?:\/([^/?]+))?(?:\/([^/?]+))?$/.exec(url);
  if (method === 'GET' || !path) return null;
  const [, what, remoteId = '', action = ''] = path;
  const { metadata, content, ticket } = Body.parse(
    typeof body === 'string' ? JSON.parse(body) : {},
  );
  if (ticket) {
    const k = ticket.external_id ?? '';
    return { kind: k ? 'ticket' : 'note', remoteId, k, text: ticket.comment.body };
  }
  const k = typeof metadata?.['k'] === 'string' ? metadata['k'] : '';
  const kind = what === 'users' ? 'user' : kindOf(remoteId, action, metadata);
  return { kind, remoteId, k, text: content?.text ?? '' };
}

function kindOf(remoteId: string, action: string, metadata: object | undefined): Effect['kind'] {
  if (remoteId === '') return 'conversation';
  if (action === 'messages') return 'message';
  if (action === 'offerControl') return 'offer';
  if (action === 'releaseControl') return 'release';
  if (action !== 'passControl') return 'other';
  // Only to the agents does control come with something to tell.
  return metadata ? 'pass' : 'take';
}

function failure(status: number, headers: Record<string, string> = {}): Response {
  return new Response(JSON.stringify({ errors: [{ code: 'simulated', title: 'Simulated' }] }), {
    status,
    headers: { 'content-type': 'application/json', ...headers },
  });
}

function unlessGivenUp<T>(signal: AbortSignal | null | undefined, promise: Promise<T>): Promise<T> {
  if (!signal) return promise;
  return new Promise((resolve, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason));
    promise.then(resolve, reject);
  });
}

function shortened(url: string): string {
  return new URL(url).pathname.replace(/^\/sc\/v2\/apps\/[^/]+/, '');
}
