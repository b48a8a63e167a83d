import { computed, signal, type ReadonlySignal } from '@preact/signals';
import { createDrafts, type Drafts, type DraftStorage } from './drafts.ts';
import { isWaiting, queueOf, type Queue } from './queue.ts';
import type { Sendable } from './sendable.ts';
import type { AgentStatus, Snapshot, Ticket } from './snapshot.ts';
import type { TicketAction, WorkspaceApi } from './workspace-api.ts';

const SELECTED_KEY = 'baton-demo:ticket';

/** State and actions of the agent workspace. Components read the signals and call the actions. */
export type Workspace = {
  /** Null until the simulator has answered for the first time. */
  snapshot: ReadonlySignal<Snapshot | null>;
  queue: ReadonlySignal<Queue>;
  selected: ReadonlySignal<Ticket | null>;
  drafts: Drafts;
  /** What did not work, as a sentence, until something works again. */
  problem: ReadonlySignal<string | null>;
  /** The newest chat that began to wait while the page was open. */
  arrived: ReadonlySignal<Ticket | null>;
  select(ticketId: string): void;
  setStatus(status: AgentStatus): Promise<void>;
  /** True if it was done. */
  act(ticketId: string, action: TicketAction): Promise<boolean>;
  /** Sends the draft. What could not be sent goes back into the box, ahead of what was typed meanwhile. */
  reply(ticket: Ticket): Promise<void>;
  /** Sends something that is more than words. */
  send(ticketId: string, what: Sendable): Promise<void>;
  /** True if the simulator has forgotten everything. */
  reset(): Promise<boolean>;
  /** Starts to follow the simulator; returns what stops it. */
  follow(): () => void;
};

export function createWorkspace(api: WorkspaceApi, storage: DraftStorage): Workspace {
  const snapshot = signal<Snapshot | null>(null);
  const selectedId = signal(storage.getItem(SELECTED_KEY));
  const problem = signal<string | null>(null);
  const arrived = signal<Ticket | null>(null);
  const drafts = createDrafts(storage);
  const queue = computed(() => queueOf(snapshot.value?.tickets ?? []));
  const selected = computed(() => ticket(selectedId.value) ?? null);
  const refresh = oneAtATime(read);

  function ticket(id: string | null): Ticket | undefined {
    return snapshot.value?.tickets.find((candidate) => candidate.id === id);
  }

  function select(ticketId: string): void {
    selectedId.value = ticketId;
    storage.setItem(SELECTED_KEY, ticketId);
  }

  async function read(): Promise<void> {
    try {
      show(await api.read());
      problem.value = null;
    } catch {
      problem.value = 'The demo server does not answer. Is it still running?';
    }
  }

  function show(next: Snapshot): void {
    const known = snapshot.value && new Set(snapshot.value.tickets.map(({ id }) => id));
    const newest = next.tickets.findLast((each) => isWaiting(each) && known && !known.has(each.id));
    if (newest) arrived.value = newest;
    snapshot.value = next;
    // A ticket that is open stays open, whatever else arrives.
    if (selected.value) return;
    const { waiting, yours, solved } = queue.value;
    const first = waiting[0] ?? yours[0] ?? solved[0];
    if (first) select(first.id);
  }

  /** Does it, then shows how things are. A problem is said only after that, or the reading would clear it. */
  async function attempt(work: () => Promise<void>, failure: string): Promise<boolean> {
    const done = await work().then(
      () => true,
      () => false,
    );
    await refresh();
    if (!done) problem.value = failure;
    return done;
  }

  return {
    snapshot,
    queue,
    selected,
    drafts,
    problem,
    arrived,
    select,
    async setStatus(status) {
      if (snapshot.value) snapshot.value = { ...snapshot.value, agentStatus: status };
      await attempt(() => api.setStatus(status), 'The status was not changed. Try again.');
    },
    act: (ticketId, action) =>
      attempt(() => api.act(ticketId, action), 'That did not work. Try again.'),
    async reply(to) {
      const text = drafts.of(to);
      if (!text.trim()) return;
      drafts.set(to, '');
      const sent = await attempt(
        () => api.reply(to.id, text),
        'The reply was not sent. Try again.',
      );
      if (!sent) drafts.set(to, [text, drafts.of(to)].filter(Boolean).join('\n'));
    },
    async send(ticketId, what) {
      await attempt(() => api.send(ticketId, what), 'It was not sent. Try again.');
    },
    reset: () => attempt(() => api.reset(), 'The demo was not reset. Try again.'),
    follow: () => api.watch(() => void refresh()),
  };
}

/** Calls made while the work runs share one more run after it, so that an older answer never replaces a newer one. */
function oneAtATime(work: () => Promise<void>): () => Promise<void> {
  let last = Promise.resolve();
  let isQueued = false;
  return () => {
    if (isQueued) return last;
    isQueued = true;
    last = last.then(() => {
      isQueued = false;
      return work();
    });
    return last;
  };
}
