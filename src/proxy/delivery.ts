import type { ClaimedRow, OutboxRow, Store } from '../store/store.ts';
import { ZendeskError } from '../zendesk/zendesk-error.ts';
import type { Clock } from './clock.ts';
import type { Conversations } from './conversations.ts';
import { factsOf, type Log } from './log.ts';
import type { Metrics } from './metrics.ts';
import { StepImpossible, type Step } from './steps.ts';
import { after, departing, type Outcome } from './transition.ts';
import { isWanted } from './handoff.ts';

/** Longer than a request may take, so that a lease cannot run out under one. */
const LEASE_MS = 12_000;
const MOST_AT_ONCE = 20;
const IDLE_MS = 5_000;
/** How often to look whether somebody else's lease of something that is due has run out. */
const RECLAIM_MS = 1_000;
const FIRST_RETRY_MS = 1_000;
const LAST_RETRY_MS = 60_000;

export type DeliveryOptions = {
  store: Store;
  conversations: Conversations;
  /** Null as long as Zendesk is not set up: rows wait. */
  steps(): Record<OutboxRow['kind'], Step> | null;
  /**
   * Writes what follows from a row, before the row counts as sent; repeated if the process dies in between. `received`:
   * when a message came to Zendesk, by its clock.
   */
  onSent(row: OutboxRow, received: string | undefined): Promise<void>;
  /** The same for a row that nobody wants any more, before it counts as cancelled. */
  onUnwanted(row: OutboxRow): Promise<void>;
  /** Zendesk will never take this row as it is. Says what becomes of it: give it up, or try again after a while. */
  onRefused(row: OutboxRow, error: ZendeskError): Promise<Outcome>;
  /** Unique to this process. */
  owner: string;
  settleMs: number;
  metrics: Pick<Metrics, 'delivered'>;
  clock: Clock;
  random: () => number;
  log: Log;
};

export interface Delivery {
  /** There may be something to send. */
  wake(): void;
  /** Lets what is under way finish, gives the leases back, sends nothing more. */
  close(): Promise<void>;
}

/**
 * Brings the outbox to Zendesk: one row of a conversation at a time, strictly in order, the intent committed before a
 * byte leaves. A row whose outcome is unknown is looked for at Zendesk before anything is sent again.
 */
export function createDelivery(options: DeliveryOptions): Delivery {
  const { store, clock, owner, log } = options;
  const underWay = new Map<string, Promise<void>>();
  let closed = false;
  let woken = false;
  let turning = false;
  let cancelTimer = () => {};

  function wake() {
    woken = true;
    if (!turning && !closed) void turn();
  }

  async function turn() {
    turning = true;
    while (woken && !closed) {
      woken = false;
      cancelTimer();
      try {
        cancelTimer = clock.setTimeout(wake, await claimDue());
      } catch (error) {
        log.error(factsOf(error), 'The outbox cannot be read');
        cancelTimer = clock.setTimeout(wake, IDLE_MS);
      }
    }
    turning = false;
  }

  /** Begins what is due; the result is how long nothing new can be, in ms. */
  async function claimDue(): Promise<number> {
    const steps = options.steps();
    if (!steps) return IDLE_MS;
    const now = clock.now();
    const limit = MOST_AT_ONCE + underWay.size;
    for (const claimed of await store.claim(limit, owner, LEASE_MS, now)) {
      const { conversationId } = claimed.row;
      if (closed || underWay.has(conversationId)) continue;
      const work = deliver(claimed, steps[claimed.row.kind])
        .catch((error: unknown) =>
          log.error({ conversationId, ...factsOf(error) }, 'A row could not be written down'),
        )
        .finally(() => {
          underWay.delete(conversationId);
          wake();
        });
      underWay.set(conversationId, work);
    }
    const dueAt = await store.nextDueAt();
    if (dueAt === null) return IDLE_MS;
    // What is due still is under way, here or elsewhere: whoever ends it wakes us, or its lease runs out.
    return Math.min(dueAt > now ? dueAt - now : RECLAIM_MS, IDLE_MS);
  }

  async function deliver({ row, epoch }: ClaimedRow, step: Step): Promise<void> {
    const leaves = row.state === 'pending';
    if (leaves && !isWanted(row, await options.conversations.load(row.conversationId))) {
      await options.onUnwanted(row);
      await store.mark(row, epoch, { state: 'cancelled' });
      return;
    }
    const current = leaves ? { ...row, ...departing(row, clock.now()) } : row;
    if (leaves && !(await store.mark(row, epoch, current))) return;

    const startedAt = performance.now();
    const outcome = await (leaves ? send(current, step) : look(current, step));
    options.metrics.delivered(row.kind, outcome.type, (performance.now() - startedAt) / 1000);

    if (outcome.type === 'sent') {
      await options.onSent({ ...current, result: outcome.result }, outcome.received);
    }
    await store.mark(row, epoch, after(current, outcome, clock.now(), options.settleMs));
  }

  async function send(row: OutboxRow, step: Step): Promise<Outcome> {
    try {
      return { type: 'sent', ...(await step.send(await contextOf(row))) };
    } catch (error) {
      return failed(row, error);
    }
  }

  async function look(row: OutboxRow, step: Step): Promise<Outcome> {
    try {
      const proof = await step.prove(await contextOf(row));
      return proof.type === 'repeatable' ? { type: 'later', afterMs: 0 } : proof;
    } catch (error) {
      if (error instanceof StepImpossible) return { type: 'refused' };
      log.warn(rowFacts(row, error), 'Zendesk could not be asked what became of a row');
      return { type: 'unknown' };
    }
  }

  async function failed(row: OutboxRow, error: unknown): Promise<Outcome> {
    if (error instanceof StepImpossible) return { type: 'refused' };
    log.warn(rowFacts(row, error), 'A row did not reach Zendesk');
    if (!(error instanceof ZendeskError) || error.outcome === 'unknown') return { type: 'unknown' };
    if (error.outcome === 'refused' && error.status !== 429) return options.onRefused(row, error);
    const backoffMs =
      Math.min(FIRST_RETRY_MS * 2 ** row.attempts, LAST_RETRY_MS) * options.random();
    return { type: 'later', afterMs: Math.max(error.retryAfterMs ?? 0, backoffMs) };
  }

  async function contextOf(row: OutboxRow) {
    const [conversation, outbox] = await Promise.all([
      options.conversations.load(row.conversationId),
      store.outbox(row.conversationId),
    ]);
    return { row, conversation, outbox };
  }

  return {
    wake,
    async close() {
      closed = true;
      cancelTimer();
      const held = [...underWay.keys()];
      await Promise.allSettled(underWay.values());
      await Promise.allSettled(held.map((conversationId) => store.release(conversationId, owner)));
    },
  };
}

function rowFacts({ conversationId, position, kind }: OutboxRow, error: unknown) {
  const { status, code } = error instanceof ZendeskError ? error : { status: null, code: null };
  return { conversationId, position, kind, status, code, ...factsOf(error) };
}
