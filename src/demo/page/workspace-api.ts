import type { Sendable } from './sendable.ts';
import { Snapshot, type AgentStatus } from './snapshot.ts';

export type TicketAction = 'accept' | 'end' | 'solve';

/** What the page asks of the simulated Zendesk. Every call rejects if it was not done. */
export interface WorkspaceApi {
  read(): Promise<Snapshot>;
  setStatus(status: AgentStatus): Promise<void>;
  act(ticketId: string, action: TicketAction): Promise<void>;
  reply(ticketId: string, text: string): Promise<void>;
  send(ticketId: string, what: Sendable): Promise<void>;
  reset(): Promise<void>;
  /** Calls back when the snapshot may have changed, and when the connection is lost or back. Returns what stops it. */
  watch(changed: () => void): () => void;
}

const TIMEOUT_MS = 10_000;
const RECONNECT_MS = 2000;

/** The JSON routes of the simulator under `base`. */
export function createWorkspaceApi(base: string, fetch = globalThis.fetch): WorkspaceApi {
  async function request(path: string, init?: RequestInit): Promise<Response> {
    const response = await fetch(base + path, { ...init, signal: AbortSignal.timeout(TIMEOUT_MS) });
    if (!response.ok) throw new Error(`The simulator answered ${response.status} to ${path}`);
    return response;
  }

  async function post(path: string, body: unknown = {}): Promise<void> {
    await request(path, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
  }

  return {
    read: async () => Snapshot.parse(await (await request('/workspace')).json()),
    setStatus: (status) => post('/workspace/status', { status }),
    act: (ticketId, action) => post(`/workspace/tickets/${ticketId}/${action}`),
    reply: (ticketId, text) => post(`/workspace/tickets/${ticketId}/reply`, { text }),
    send: (ticketId, { kind, text }) =>
      post(`/workspace/tickets/${ticketId}/inject`, { kind, text }),
    reset: () => post('/reset'),
    watch: (changed) => watch(`${base}/workspace/events`, changed),
  };
}

function watch(url: string, changed: () => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let source = open();

  function open(): EventSource {
    const opened = new EventSource(url);
    opened.addEventListener('open', changed);
    opened.addEventListener('changed', changed);
    opened.addEventListener('error', () => {
      changed();
      // An EventSource tries again by itself only after a cut connection, not after an answer like 502.
      if (opened.readyState === EventSource.CLOSED) {
        timer = setTimeout(() => (source = open()), RECONNECT_MS);
      }
    });
    return opened;
  }

  return () => {
    clearTimeout(timer);
    source.close();
  };
}
