import type { OpenHandoff } from '../conversation/status.ts';
import { StoreUnavailable, type Store } from '../store/store.ts';
import { isKeyRefused, type Pace } from '../zendesk/pace.ts';
import { ZendeskError } from '../zendesk/zendesk-error.ts';
import type { CatchUp, RemoteReader } from './catch-up.ts';
import { repeat, type Clock } from './clock.ts';
import type { Conversations } from './conversations.ts';
import { inParallel } from './in-parallel.ts';
import type { Place } from './inbox.ts';
import { factsOf, type Log } from './log.ts';
import { placeAtZendesk } from './rows.ts';
import type { Setup } from './steps.ts';

/** How often all open handoffs are looked after while no webhook has reached us, and once one has. */
const UNPROVEN_MS = 3_000;
const PROVEN_MS = 60_000;
/** And when some could not be looked after. */
const MISSING_MS = 10_000;
/** A message that was posted comes back by webhook within this time, or webhooks do not reach us any more. */
const ECHO_MS = 10_000;
const DEADLINES_MS = 15_000;
/** A handoff that Zendesk has not taken by then goes back to the AI agent. */
const MOST_REQUESTED_MS = 10 * 60_000;
/** A message is in the list of its conversation after this time. */
const LIST_LAG_MS = 5_000;
/** After a start there may be thousands. */
const AT_ONCE = 8;

export interface Reconcile {
  /** Looks at Zendesk now, for one conversation. `releasedAt`: Zendesk said that the agents let go of it then. */
  check(conversationId: string, releasedAt?: string): Promise<void>;
  /** News may have been missed: all open handoffs are looked after as soon as it can be done. */
  again(): void;
  /** Zendesk says that control was not passed on. A later try may have worked, so it is looked at first. */
  passFailed(place: Place): Promise<void>;
  /** A handoff is over: what its list does not show yet is read a little later. */
  lookBackLater(place: Place): void;
  /** One of our own messages came back by webhook. */
  proven(): void;
  /** A message was posted at that time: its echo should come soon. */
  posted(at: number): void;
  start(): void;
  close(): void;
}

type ReconcileOptions = {
  store: Store;
  conversations: Conversations;
  catchUp: CatchUp;
  reader: Pick<RemoteReader, 'conversation'>;
  pace: Pick<Pace, 'room'>;
  setup(): Pick<Setup, 'workspaceIntegrationId'> | null;
  /** Nobody can be reached, and waiting does not change it. */
  isRefused(): boolean;
  /** The handoff does not go on. */
  giveUp(
    conversationId: string,
    handoff: Pick<OpenHandoff, 'id'>,
    reason: 'refused' | 'timeout',
  ): Promise<unknown>;
  /** Our key, which was accepted before, is not any more. */
  onKeyRefused(): void;
  clock: Clock;
  log: Log;
};

type Looking = { done: Promise<void>; next: Promise<void> | null };

/** Whether a handoff that waits for Zendesk since then (ms since 1970) has waited long enough. */
export function isOverdue(since: number, now: number): boolean {
  return now - since >= MOST_REQUESTED_MS;
}

/**
 * Asks Zendesk for what the webhooks may not have told: at the start, now and then, and when something may have been
 * missed. Needs no public address: with it alone a chat works too, a few seconds slower.
 */
export function createReconcile(options: ReconcileOptions): Reconcile {
  const { store, conversations, catchUp, reader, pace, clock, log } = options;
  const looking = new Map<string, Looking>();
  /** Looks that are planned, each by what undoes it. */
  const planned = new Set<() => void>();
  let postedAt = 0;
  let provenAt = 0;
  let isTurning = false;
  /** Something could not be asked, or not be written down. */
  let isMissing = false;
  let sweptAt = -Infinity;
  let deadlinesAt = -Infinity;
  let stop = () => {};

  function everyMs(): number {
    if (isMissing) return MISSING_MS;
    const isSilent = postedAt > provenAt && clock.now() - postedAt > ECHO_MS;
    return provenAt > 0 && !isSilent ? PROVEN_MS : UNPROVEN_MS;
  }

  async function turn(): Promise<void> {
    if (isTurning) return;
    isTurning = true;
    await sweep();
    isTurning = false;
  }

  async function sweep(): Promise<void> {
    const now = clock.now();
    // The deadlines first: they must not wait for a Zendesk that does not answer.
    const looksAtDeadlines = options.isRefused() || now - deadlinesAt >= DEADLINES_MS;
    const canAsk = options.setup() !== null && pace.room() > 0;
    const sweeps = canAsk && now - sweptAt >= everyMs();
    if (!looksAtDeadlines && !sweeps) return;
    try {
      const conversationIds = await store.openHandoffs();
      if (looksAtDeadlines) {
        deadlinesAt = now;
        await inParallel(AT_ONCE, conversationIds, giveUpWhenTooLate);
      }
      if (sweeps) {
        sweptAt = now;
        isMissing = false;
        await inParallel(AT_ONCE, conversationIds, (conversationId) => check(conversationId));
      }
    } catch (error) {
      isMissing = true;
      // That the store is away is said once, by who watches it.
      if (error instanceof StoreUnavailable) return;
      log.error(factsOf(error), 'Open handoffs cannot be read');
    }
  }

  /** One look at a time. All that are asked for while one is under way are one that comes after it. */
  function check(conversationId: string, releasedAt?: string): Promise<void> {
    if (releasedAt !== undefined) catchUp.noteRelease(conversationId, releasedAt);
    const current = looking.get(conversationId);
    if (!current) return begin(conversationId);
    current.next ??= current.done.then(() => begin(conversationId));
    return current.next;
  }

  function begin(conversationId: string): Promise<void> {
    const current: Looking = { done: look(conversationId), next: null };
    looking.set(conversationId, current);
    return current.done.finally(() => {
      if (!current.next) looking.delete(conversationId);
    });
  }

  async function look(conversationId: string): Promise<void> {
    try {
      await catchUp.look(conversationId);
    } catch (error) {
      const isPaused = error instanceof ZendeskError && error.code === 'paused';
      if (isPaused || error instanceof StoreUnavailable) {
        isMissing = true;
        return;
      }
      if (error instanceof ZendeskError && isKeyRefused(error)) options.onKeyRefused();
      log.warn({ conversationId, ...factsOf(error) }, 'Zendesk could not be asked for news');
    }
  }

  async function giveUpWhenTooLate(conversationId: string): Promise<void> {
    const { handoff } = await conversations.load(conversationId);
    if (handoff.state !== 'requested') return;
    if (options.isRefused()) await options.giveUp(conversationId, handoff, 'refused');
    else if (isOverdue(Date.parse(handoff.at), clock.now())) {
      await options.giveUp(conversationId, handoff, 'timeout');
    }
  }

  async function passFailed({ conversationId, handoffId }: Place): Promise<void> {
    try {
      const at = placeAtZendesk(await store.outbox(conversationId), handoffId);
      const remote = at && (await reader.conversation(at.remoteId).catch(() => null));
      const holder = remote ? remote.activeIntegration?.id : undefined;
      if (holder !== undefined && holder === options.setup()?.workspaceIntegrationId) return;
      await options.giveUp(conversationId, { id: handoffId }, 'refused');
    } catch (error) {
      log.error(
        { conversationId, ...factsOf(error) },
        'A failed handoff could not be written down',
      );
    }
  }

  return {
    check,
    again() {
      sweptAt = -Infinity;
      void turn();
    },
    passFailed,
    lookBackLater({ conversationId, handoffId }) {
      const look = () =>
        catchUp.lookBack(conversationId, handoffId).catch((error: unknown) => {
          log.warn({ conversationId, ...factsOf(error) }, 'Zendesk could not be asked for news');
        });
      const cancel = clock.setTimeout(() => {
        planned.delete(cancel);
        void look();
      }, LIST_LAG_MS);
      planned.add(cancel);
    },
    proven() {
      provenAt = clock.now();
    },
    posted(at) {
      postedAt = Math.max(postedAt, at);
    },
    start() {
      stop = repeat(clock, UNPROVEN_MS, turn);
      void turn();
    },
    close() {
      stop();
      for (const cancel of planned) cancel();
    },
  };
}
