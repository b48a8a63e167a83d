import {
  StoreUnavailable,
  type ClaimedRow,
  type Lane,
  type OutboxKind,
  type OutboxRow,
  type Store,
} from '../store/store.ts';
import type { Pace } from '../zendesk/pace.ts';
import type { Attempt } from './attempt.ts';
import type { Clock } from './clock.ts';
import type { Conversations } from './conversations.ts';
import { createDoubts } from './doubts.ts';
import { isWanted } from './handoff.ts';
import { factsOf, type Log } from './log.ts';
import type { Metrics } from './metrics.ts';
import type { Step, StepContext } from './steps.ts';
import { after, departing, REQUEST_MS, type Doubt, type Outcome } from './transition.ts';

/** What a row may need once it is begun: its summary, and its request. */
const NEEDED_MS = 5_000 + REQUEST_MS;
/** Longer than that, so that a lease cannot run out under a request. */
const LEASE_MS = NEEDED_MS + 10_000;
const MOST_AT_ONCE = 20;
const IDLE_MS = 5_000;
/** How often to look whether somebody else's lease of something that is due has run out. */
const RECLAIM_MS = 1_000;

export type DeliveryOptions = {
  store: Store;
  conversations: Conversations;
  /** Which rows are delivered here. */
  lane: Lane;
  /** How the rows of this lane are delivered; null as long as Zendesk is not set up: they wait. */
  steps(): Partial<Record<OutboxKind, Step>> | null;
  attempt: Attempt;
  pace: Pick<Pace, 'room'>;
  /**
   * Writes what follows from a row, before the row counts as sent; repeated if the process dies in between. `received`:
   * when a message came to Zendesk, by its clock.
   */
  onSent(row: OutboxRow, received: string | undefined): Promise<void>;
  /** The same for a row that nobody wants any more, before it counts as cancelled. */
  onUnwanted(row: OutboxRow): Promise<void>;
  /** Something is due that another process has a lease of. */
  onLeasedElsewhere(): Promise<void>;
  /** Unique to this process. */
  owner: string;
  settleMs: number;
  metrics: Pick<Metrics, 'delivered'>;
  clock: Clock;
  log: Log;
};

export interface Delivery {
  /** There may be something to send. */
  wake(): void;
  /** Zendesk turned out to have a row of this conversation. */
  proven(conversationId: string): void;
  /** Lets what is under way finish, gives the leases back, sends nothing more. */
  close(): Promise<void>;
}

/**
 * Brings the outbox to Zendesk: one row of a conversation at a time, strictly in order, the intent committed before a
 * byte leaves. A row whose outcome is unknown is looked for at Zendesk before anything is sent again.
 */
export function createDelivery(options: DeliveryOptions): Delivery {
  const { store, conversations, lane, attempt, pace, clock, owner, log } = options;
  const doubts = createDoubts(clock, options.settleMs);
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
        cancelTimer = clock.setTimeout(wake, await beginDue());
      } catch (error) {
        // That the store is away is said once, by who watches it.
        if (!(error instanceof StoreUnavailable)) {
          log.error(factsOf(error), 'The outbox cannot be read');
        }
        cancelTimer = clock.setTimeout(wake, IDLE_MS);
      }
    }
    turning = false;
  }

  /** Begins what is due and may leave; the result is how long nothing new can be, in ms. */
  async function beginDue(): Promise<number> {
    const steps = options.steps();
    const places = MOST_AT_ONCE - underWay.size;
    // Whoever gives a place or lets requests leave again wakes us.
    if (!steps || places <= 0 || pace.room() === 0) return IDLE_MS;
    const now = clock.now();
    const claimed = await store.claim(MOST_AT_ONCE, owner, LEASE_MS, now, lane);
    const due = claimed.filter(({ row }) => !underWay.has(row.conversationId));
    // The one that tries is the one that was tried least: a conversation that is ill must not stand for all others.
    if (pace.room() === 1) due.sort((one, other) => one.row.attempts - other.row.attempts);
    for (const each of due.slice(0, Math.min(places, pace.room()))) {
      const step = steps[each.row.kind];
      if (step && !closed) begin(each, step);
    }
    const dueAt = await store.nextDueAt(lane);
    if (dueAt === null) return IDLE_MS;
    if (dueAt > now) return Math.min(dueAt - now, IDLE_MS);
    // What is due still is under way, here or elsewhere: whoever ends it wakes us, or its lease runs out.
    if (claimed.length === 0) await options.onLeasedElsewhere();
    return RECLAIM_MS;
  }

  function begin(claimed: ClaimedRow, step: Step): void {
    const { conversationId } = claimed.row;
    const work = deliver(claimed, step)
      .catch((error: unknown) =>
        log.error({ conversationId, ...factsOf(error) }, 'A row could not be written down'),
      )
      .finally(() => {
        underWay.delete(conversationId);
        wake();
      });
    underWay.set(conversationId, work);
  }

  async function deliver(claimed: ClaimedRow, step: Step): Promise<void> {
    if (claimed.row.state !== 'pending') return settle(claimed, step);
    const conversation = await conversations.load(claimed.row.conversationId);
    return isWanted(claimed.row, conversation) ? send(claimed, step) : drop(claimed);
  }

  /** `pending` → `inflight` → what came of it. */
  async function send({ row, epoch, until }: ClaimedRow, step: Step): Promise<void> {
    const leaving = { ...row, ...departing(row, clock.now()) };
    if (!(await store.mark(row, epoch, leaving))) return;
    if (until - clock.now() < NEEDED_MS) {
      // This process stood still: under a lease that runs out nothing leaves.
      await store.mark(row, epoch, { state: 'pending', dueAt: clock.now() });
      return;
    }
    const doubt = doubts.begin(row);
    await conclude(leaving, epoch, doubt, (context) => attempt.send(step, context));
  }

  /** `unknown`, or `inflight` and nobody waits for the answer any more → what is found. */
  async function settle({ row, epoch }: ClaimedRow, step: Step): Promise<void> {
    const doubt = doubts.look(row);
    await conclude(row, epoch, doubt, (context) => attempt.look(step, context));
  }

  /** `pending` → `cancelled`. */
  async function drop({ row, epoch }: ClaimedRow): Promise<void> {
    await options.onUnwanted(row);
    await store.mark(row, epoch, { state: 'cancelled' });
  }

  async function conclude(
    row: OutboxRow,
    epoch: number,
    doubt: Doubt,
    act: (context: StepContext) => Promise<Outcome>,
  ): Promise<void> {
    const startedAt = performance.now();
    const outcome = await act(await contextOf(row));
    options.metrics.delivered(row.kind, outcome.type, (performance.now() - startedAt) / 1000);
    if (outcome.type === 'sent') {
      await options.onSent({ ...row, result: outcome.result }, outcome.received);
    }
    const patch = after(outcome, doubt, clock.now());
    const isMarked = await store.mark(row, epoch, patch);
    if (!isMarked || patch.state !== 'unknown') doubts.end(row.conversationId);
  }

  async function contextOf(row: OutboxRow): Promise<StepContext> {
    const [conversation, outbox] = await Promise.all([
      conversations.load(row.conversationId),
      store.outbox(row.conversationId),
    ]);
    return { row, conversation, outbox };
  }

  return {
    wake,
    proven(conversationId) {
      doubts.end(conversationId);
      wake();
    },
    async close() {
      closed = true;
      cancelTimer();
      doubts.close();
      const held = [...underWay.keys()];
      await Promise.allSettled(underWay.values());
      await Promise.allSettled(held.map((conversationId) => store.release(conversationId, owner)));
    },
  };
}
