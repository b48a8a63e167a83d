import type { StoredEvent } from '../../src/protocol/event.ts';
import { PostMessage } from '../../src/protocol/routes.ts';
import type { OutboxRow } from '../../src/store/store.ts';
import {
  acknowledgement,
  inFetch,
  inStore,
  inTransaction,
  inWebhooks,
  isPost,
  withBody,
  withMessage,
  type PlantedBug,
} from './planted-bug.ts';

/** How much later something is done that should have been done before the answer. */
const LATER_MS = 1_000;

/** The mistakes that the simulation has to find, or it is worth nothing. */
export const plantedBugs: readonly PlantedBug[] = [
  {
    name: 'no settle',
    breaks: ['I1', 'I5'],
    options: (options) => ({ ...options, settleMs: 0 }),
  },
  {
    name: 'no intent before the bytes',
    breaks: ['I12'],
    options: inStore((store) => ({
      mark: async (row, epoch, patch) =>
        patch.state === 'inflight' || store.mark(row, epoch, patch),
    })),
  },
  {
    name: 'webhook events are not remembered',
    breaks: ['I11'],
    options: inTransaction((tx) => ({
      async rememberDelivery(eventId, at) {
        await tx.rememberDelivery(eventId, at);
        return true;
      },
    })),
  },
  {
    name: 'a repeated message counts as another',
    breaks: ['I1', 'I3'],
    door(handle) {
      let count = 0;
      return async (request) => {
        if (!isPost(request, '/messages')) return handle(request);
        const { text } = PostMessage.parse(await request.json());
        count += 1;
        const id = `00000000-0000-4000-8000-${String(count).padStart(12, '0')}`;
        return handle(withBody(request, { id, text }));
      };
    },
  },
  {
    name: 'a webhook that comes again counts as another',
    breaks: ['I3'],
    door(handle) {
      const times = new Map<string, number>();
      return inWebhooks(handle, (event) => {
        const count = (times.get(event.id) ?? 0) + 1;
        times.set(event.id, count);
        const renamed = (id: unknown) => (count === 1 ? String(id) : `${String(id)}-${count}`);
        return withMessage({ ...event, id: renamed(event.id) }, (message) => ({
          ...message,
          id: renamed(message['id']),
        }));
      });
    },
  },
  {
    name: 'the last message first',
    breaks: ['I2'],
    options: inStore((store) => ({
      async claim(...given) {
        const claimed = await store.claim(...given);
        return Promise.all(
          claimed.map(async (one) => {
            const rows = await store.outbox(one.row.conversationId);
            const last = rows.findLast(isWaitingMessage);
            return last && isWaitingMessage(one.row) ? { ...one, row: last } : one;
          }),
        );
      },
    })),
  },
  {
    name: 'no reconcile',
    breaks: ['I3', 'I9'],
    options: inStore(() => ({ openHandoffs: async () => [] })),
  },
  {
    name: 'a message is acknowledged before the commit',
    breaks: ['I1'],
    door:
      (handle, { clock }) =>
      async (request) => {
        if (!isPost(request, '/messages')) return handle(request);
        const copy = request.clone();
        clock.setTimeout(() => void handle(copy).catch(() => {}), LATER_MS);
        return acknowledgement(PostMessage.parse(await request.json()), clock.now());
      },
  },
  {
    name: 'a webhook is answered before the commit',
    breaks: ['I3'],
    door:
      (handle, { clock }) =>
      async (request) => {
        if (!request.url.includes('/webhook/')) return handle(request);
        const copy = request.clone();
        clock.setTimeout(() => void handle(copy).catch(() => {}), LATER_MS);
        return Response.json({ ok: true });
      },
  },
  {
    name: 'leases do not count',
    breaks: ['I1', 'I2', 'I5', 'I8'],
    options: inStore((store) => ({
      claim: (limit, _owner, ttlMs, now, lane) => store.claim(limit, 'everybody', ttlMs, now, lane),
    })),
  },
  {
    name: 'an echo is taken for somebody else',
    breaks: ['I3'],
    door: (handle) =>
      inWebhooks(handle, (event) =>
        withMessage(event, (message) => ({
          ...message,
          id: `${String(message['id'])}-echo`,
          metadata: {},
        })),
      ),
  },
  {
    name: 'what was under way is sent again at once after a start',
    breaks: ['I1', 'I5'],
    options: inStore((store) => ({
      async claim(...given) {
        const claimed = await store.claim(...given);
        return claimed.map((one) =>
          one.row.state === 'pending'
            ? one
            : { ...one, row: { ...one.row, state: 'pending' as const } },
        );
      },
    })),
  },
  {
    name: 'the transcript comes after control has passed',
    breaks: ['I6'],
    options: inTransaction((tx) => ({
      enqueue: (conversationId, rows, dueAt) =>
        tx.enqueue(
          conversationId,
          rows.toSorted((one, other) => Number(isOwnTurn(one)) - Number(isOwnTurn(other))),
          dueAt,
        ),
    })),
  },
  {
    name: 'what is sent again is only said to be',
    breaks: ['I1'],
    options: inTransaction((tx) => ({
      enqueue: (conversationId, rows, dueAt) =>
        tx.enqueue(
          conversationId,
          rows.filter(({ key }) => !/\/r\d+$/.test(key)),
          dueAt,
        ),
    })),
  },
  {
    name: 'readers are told other words than the log has',
    breaks: ['I4'],
    options: inStore((store) => ({
      async read(...given) {
        const events = await store.read(...given);
        return events.map((stored) => inOtherWords(stored));
      },
    })),
  },
  {
    name: 'readers are not told of everything',
    breaks: ['I7'],
    options: inStore((store) => ({
      async read(...given) {
        const events = await store.read(...given);
        return events.filter(({ event }) => event.type !== 'participant-changed');
      },
    })),
  },
  {
    name: 'any token opens every conversation',
    breaks: ['I10'],
    door(handle) {
      const owners = new Map<string, string>();
      return async (request) => {
        const [, id] = /\/api\/conversations\/([^/?]+)/.exec(request.url) ?? [];
        const authorization = request.headers.get('authorization');
        if (id === undefined || authorization === null) return handle(request);
        const owner = owners.get(id) ?? authorization;
        const opened = new Request(request);
        opened.headers.set('authorization', owner);
        const answer = await handle(opened);
        if (answer.ok) owners.set(id, owner);
        return answer;
      };
    },
  },
  {
    name: 'a message is sent again without looking for it',
    breaks: ['I1'],
    options: inFetch((send) => async (url, init) => {
      const isList = init.method === 'GET' && url.endsWith('/messages');
      return isList ? Response.json({ messages: [] }) : send(url, init);
    }),
  },
  {
    name: 'a ticket is made again without looking for it, and without its key',
    breaks: ['I5'],
    options: inFetch((send) => async (url, init) => {
      if (init.method === 'GET' && url.includes('/tickets?')) return Response.json({ tickets: [] });
      const headers = new Headers(init.headers);
      headers.delete('idempotency-key');
      return send(url, { ...init, headers });
    }),
  },
];

/** The bug of that name; none for no name. */
export function bugCalled(name: string | undefined): PlantedBug | undefined {
  if (name === undefined) return undefined;
  const bug = plantedBugs.find((one) => one.name === name);
  if (bug) return bug;
  throw new Error(`The bugs are: ${plantedBugs.map((one) => one.name).join(', ')}`);
}

function isWaitingMessage({ kind, state }: OutboxRow): boolean {
  return kind === 'post-message' && state === 'pending';
}

/** What an agent wrote, said louder. */
function inOtherWords(stored: StoredEvent): StoredEvent {
  const { event } = stored;
  if (event.type !== 'message-added' || event.message.author.kind !== 'agent') return stored;
  const message = { ...event.message, body: event.message.body.toUpperCase() };
  return { ...stored, event: { ...event, message } };
}

/** A turn of the transcript, and not its summary. */
function isOwnTurn({ kind, key }: Pick<OutboxRow, 'kind' | 'key'>): boolean {
  return kind === 'post-message' && !key.endsWith(':summary');
}
