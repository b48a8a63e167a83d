import type { OutboxKind, OutboxRow, Store } from '../../src/store/store.ts';
import type { Clock } from '../../src/proxy/clock.ts';
import type { Violation } from './invariants.ts';
import type { WebhookEvent } from './webhook-line.ts';
import type { Change, Effect } from './zendesk-line.ts';

/** Looks on while the system runs, for what must be true at every moment. */
export type Watch = {
  /** The store itself: what was committed is remembered. */
  under(store: Store): Store;
  /** The store as a process sees it: what it is told about leases and events is compared with that. */
  over(store: Store, process: string): Store;
  /** A request that changes something is about to leave. */
  leaving(process: string, change: Change): Promise<void>;
  /** A customer was told that their message is safe. */
  acknowledged(conversationId: string, text: string): Promise<void>;
  /** Zendesk was told that these events have arrived. */
  taken(events: readonly WebhookEvent[]): Promise<void>;
};

type WatchOptions = {
  store: Store;
  clock: Clock;
  effects(): readonly Effect[];
  report(violation: Violation): void;
};

const ROW_OF: Partial<Record<Change['kind'], OutboxKind>> = {
  conversation: 'ensure-conversation',
  message: 'post-message',
  take: 'take-control',
  pass: 'pass-control',
  offer: 'offer-control',
  release: 'release-control',
  ticket: 'create-ticket',
};

const DAY_MS = 24 * 60 * 60_000;

/** Written down as sent: by whoever sends it, or by who took over from a process that stood still. */
const LEFT: readonly OutboxRow['state'][] = ['inflight', 'unknown'];

export function createWatch({ store, clock, effects, report }: WatchOptions): Watch {
  const leases = new Map<string, { process: string; until: number }>();
  const remembered = new Set<string>();

  return {
    under(inner) {
      return {
        ...inner,
        async tx(fn) {
          const fresh: string[] = [];
          const value = await inner.tx((tx) =>
            fn({
              ...tx,
              async rememberDelivery(eventId, at) {
                fresh.push(eventId);
                return tx.rememberDelivery(eventId, at);
              },
            }),
          );
          for (const eventId of fresh) remembered.add(eventId);
          return value;
        },
      };
    },

    over(inner, process) {
      return {
        ...inner,
        async claim(...given) {
          const claimed = await inner.claim(...given);
          for (const { row, until } of claimed) leases.set(row.conversationId, { process, until });
          return claimed;
        },
        async release(conversationId, owner) {
          await inner.release(conversationId, owner);
          if (leases.get(conversationId)?.process === process) leases.delete(conversationId);
        },
        tx: (fn) =>
          inner.tx((tx) =>
            fn({
              ...tx,
              async rememberDelivery(eventId, at) {
                const isFresh = await tx.rememberDelivery(eventId, at);
                if (isFresh && remembered.has(eventId)) {
                  report({ rule: 'I11', sentence: `webhook event ${eventId} was taken twice` });
                }
                return isFresh;
              },
            }),
          ),
      };
    },

    async leaving(process, change) {
      const kind = ROW_OF[change.kind];
      if (!kind) return;
      const { remoteId } = change;
      const k = change.k || (effects().find(({ id }) => id === remoteId)?.k ?? '');
      const handoffId = k.slice(0, 36);
      const begunBy = kind === 'create-ticket' ? kind : 'ensure-user';
      const conversationId = await store.conversationByRow(begunBy, { key: handoffId });
      const rows = conversationId === null ? [] : await store.outbox(conversationId);
      const isIntended = rows.some(
        (row) =>
          row.kind === kind &&
          LEFT.includes(row.state) &&
          (kind === 'post-message' ? row.key === k : row.key.startsWith(handoffId)),
      );
      if (!isIntended) {
        const sentence = `${process} sent ${change.kind} ${k} without having written down that it would`;
        report({ rule: 'I12', sentence });
      }
      const lease = leases.get(conversationId ?? '');
      if (lease && lease.process !== process && lease.until > clock.now()) {
        const sentence = `${process} sent ${change.kind} ${k} while ${lease.process} had the lease`;
        report({ rule: 'I8', sentence });
      }
    },

    async acknowledged(conversationId, text) {
      const events = await store.read(conversationId, 0);
      const isThere = events.some(
        ({ event }) => event.type === 'message-added' && event.message.body === text,
      );
      if (isThere) return;
      const sentence = `“${text}” was acknowledged before it was stored`;
      report({ rule: 'I1', sentence });
    },

    async taken(events) {
      for (const { id, type, createdAt, payload } of events) {
        if (type !== 'conversation:message' || remembered.has(id)) continue;
        // So late, it only makes the proxy ask Zendesk.
        if (clock.now() - Date.parse(createdAt) > DAY_MS) continue;
        const key = payload.conversation?.metadata?.k ?? '';
        if ((await store.conversationByRow('ensure-user', { key })) === null) continue;
        const sentence = `webhook event ${id} was answered with success before it was stored`;
        report({ rule: 'I3', sentence });
      }
    },
  };
}
