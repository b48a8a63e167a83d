import { setTimeout } from 'node:timers/promises';
import { z } from 'zod';
import type { ConversationEvent } from '../../src/protocol/event.ts';
import { openStore } from '../../src/store/open-store.ts';

/** What the bench asks of a machine. */
const Order = z.discriminatedUnion('type', [
  /** To append that many events at a time, for so long. */
  z.object({ type: z.literal('burst'), together: z.number(), forMs: z.number() }),
  /** To append one event after another at this pace. */
  z.object({ type: z.literal('pace'), perSecond: z.number(), forMs: z.number() }),
  /** To tell what came of it. */
  z.object({ type: z.literal('tell') }),
]);
export type Order = z.infer<typeof Order>;

/** When it appended each event, and when it had read each of the other machine's. */
const Told = z.object({
  appended: z.array(z.tuple([z.string(), z.number()])),
  read: z.array(z.tuple([z.string(), z.number()])),
});
export type Told = z.infer<typeof Told>;

export const Answer = z.union([z.enum(['ready', 'done']), Told]);
export type Answer = z.infer<typeof Answer>;

const CONVERSATIONS = 50;

/** Milliseconds that two processes of one computer agree on. */
const now = () => performance.timeOrigin + performance.now();

function event(id: string): ConversationEvent {
  const at = '2026-11-23T12:00:00.000Z';
  const body = 'Where is my order?';
  return {
    type: 'message-added',
    message: { id, author: { kind: 'customer' }, at, body, format: 'plain' },
  };
}

/** One proxy's share of the work, without HTTP: appends, and reads what it is rung for, as open streams would. */
async function machine(url: string, name: string): Promise<void> {
  const store = await openStore(url);
  const own = Array.from({ length: CONVERSATIONS }, (_, index) => `${name} ${index}`);
  for (const id of own) {
    await store.tx((tx) => tx.createConversation({ id, tokenHash: id, createdAt: 0 }));
  }
  let told: Told = { appended: [], read: [] };
  const cursors = new Map<string, number>();
  const reading = new Set<string>();
  const again = new Set<string>();
  let made = 0;

  store.subscribe((id) => {
    if (id.startsWith(name)) return;
    again.add(id);
    if (!reading.has(id)) void catchUp(id);
  });

  async function catchUp(id: string): Promise<void> {
    reading.add(id);
    while (again.delete(id)) {
      for (const { seq, event } of await store.read(id, cursors.get(id) ?? 0)) {
        cursors.set(id, seq);
        if (event.type === 'message-added') told.read.push([event.message.id, now()]);
      }
    }
    reading.delete(id);
  }

  async function append(): Promise<void> {
    const key = `${name} ${(made += 1)}`;
    const at = now();
    await store.tx((tx) => tx.append(own[made % CONVERSATIONS] ?? '', key, event(key)));
    told.appended.push([key, at]);
  }

  async function burst(together: number, forMs: number): Promise<void> {
    const end = performance.now() + forMs;
    while (performance.now() < end) await Promise.all(Array.from({ length: together }, append));
  }

  async function pace(perSecond: number, forMs: number): Promise<void> {
    const start = performance.now();
    const underWay: Promise<void>[] = [];
    for (let dueAt = start; dueAt < start + forMs; dueAt += 1_000 / perSecond) {
      await setTimeout(Math.max(0, dueAt - performance.now()));
      underWay.push(append());
    }
    await Promise.all(underWay);
  }

  async function obey(order: Order): Promise<Answer> {
    if (order.type === 'burst') await burst(order.together, order.forMs);
    if (order.type === 'pace') await pace(order.perSecond, order.forMs);
    if (order.type !== 'tell') return 'done';
    const all = told;
    told = { appended: [], read: [] };
    return all;
  }

  process.on('message', (order) => {
    void obey(Order.parse(order)).then((answer) => process.send?.(answer));
  });
  process.send?.('ready');
}

const [, , url, name] = process.argv;
if (url !== undefined && name !== undefined) await machine(url, name);
