import { Snapshot } from '../../../src/demo/page/snapshot.ts';
import type { WorkspaceApi } from '../../../src/demo/page/workspace-api.ts';

export const NOW = Date.parse('2026-11-23T10:43:42Z');

type TicketFacts = Partial<Omit<Snapshot['tickets'][number], 'createdAt' | 'messages'>> & {
  id: string;
  createdAt?: string;
  messages?: unknown[];
};

/** A chat that waits since 42 seconds, unless said otherwise. */
export function ticket(facts: TicketFacts) {
  return {
    subject: 'Broken teapot',
    status: 'new',
    requester: { name: 'Sam Reed', email: 'sam@example.com' },
    createdAt: '2026-11-23T10:43:00Z',
    assignee: null,
    active: true,
    messages: [message({ id: 'm1', text: 'My teapot arrived with the spout broken.' })],
    ...facts,
  };
}

type MessageFacts = {
  id: string;
  text: string;
  kind?: 'customer' | 'ai' | 'agent' | 'system';
  name?: string;
  internal?: boolean;
  deleted?: boolean;
};

export function message({ kind = 'customer', name = 'Sam Reed', ...facts }: MessageFacts) {
  return {
    at: '2026-11-23T10:42:00Z',
    author: { type: kind === 'customer' ? 'user' : 'business', name, kind },
    ...facts,
  };
}

export const maya = { id: 1, name: 'Maya Okafor' };

/** A simulator that holds what a test gives it and remembers what it was asked. */
export function fakeSimulator(...tickets: ReturnType<typeof ticket>[]) {
  const listeners = new Set<() => void>();
  const calls: string[] = [];
  const state = { agents: [maya], agentStatus: 'online', tickets };
  let isDown = false;

  async function record(call: string, effect: () => void = () => {}): Promise<void> {
    if (isDown) throw new Error('unreachable');
    calls.push(call);
    effect();
  }

  function find(id: string) {
    const found = state.tickets.find((each) => each.id === id);
    if (!found) throw new Error(`There is no ticket ${id}`);
    return found;
  }

  const api: WorkspaceApi = {
    async read() {
      if (isDown) throw new Error('unreachable');
      return Snapshot.parse(structuredClone(state));
    },
    setStatus: (status) => record(`status ${status}`, () => (state.agentStatus = status)),
    act: (id, action) =>
      record(`${action} ${id}`, () => {
        if (action === 'accept') Object.assign(find(id), { assignee: maya, status: 'open' });
        if (action === 'end') Object.assign(find(id), { active: false });
        if (action === 'solve') Object.assign(find(id), { status: 'solved' });
      }),
    reply: (id, text) =>
      record(`reply ${id}: ${text}`, () => {
        const { messages } = find(id);
        messages.push(message({ id: `r${messages.length}`, kind: 'agent', name: maya.name, text }));
      }),
    send: (id, { kind }) => record(`send ${id}: ${kind}`),
    reset: () => record('reset', () => (state.tickets = [])),
    watch(changed) {
      listeners.add(changed);
      changed();
      return () => listeners.delete(changed);
    },
  };

  return {
    api,
    calls,
    state,
    changed: () => listeners.forEach((listener) => listener()),
    goDown() {
      isDown = true;
    },
    comeBack() {
      isDown = false;
    },
  };
}

/** Storage that a reload of the page keeps. */
export function memoryStorage() {
  const items = new Map<string, string>();
  return {
    getItem: (key: string) => items.get(key) ?? null,
    setItem: (key: string, value: string) => void items.set(key, value),
  };
}
