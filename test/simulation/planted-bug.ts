import { z } from 'zod';
import type { PostMessage } from '../../src/protocol/routes.ts';
import type { ProxyOptions } from '../../src/proxy/proxy.ts';
import type { Store, Transaction } from '../../src/store/store.ts';
import type { Gate } from './gate.ts';

type Handle = (request: Request) => Promise<Response>;
type Send = NonNullable<ProxyOptions['fetch']>;

/** A mistake that the product does not make, made from outside: the simulation has to notice it. */
export type PlantedBug = {
  name: string;
  /** The promises that break by it, each by its number. */
  breaks: readonly string[];
  /** Changes what a proxy is given: its store, its way to Zendesk, its numbers. */
  options?(options: ProxyOptions): ProxyOptions;
  /** Stands between the network and the proxy. */
  door?(handle: Handle, gate: Gate): Handle;
};

/** The proxy gets a store of which some methods do something else. */
export function inStore(change: (store: Store) => Partial<Store>): PlantedBug['options'] {
  return (options) => ({ ...options, store: { ...options.store, ...change(options.store) } });
}

/** The same inside of its transactions. */
export function inTransaction(
  change: (tx: Transaction) => Partial<Transaction>,
): PlantedBug['options'] {
  return inStore((store) => ({
    tx: (fn) => store.tx((tx) => fn({ ...tx, ...change(tx) })),
  }));
}

/** The proxy reaches Zendesk by another way. */
export function inFetch(change: (send: Send) => Send): PlantedBug['options'] {
  return (options) => ({ ...options, fetch: change(options.fetch ?? fetch) });
}

export function isPost(request: Request, route: string): boolean {
  return request.method === 'POST' && request.url.endsWith(route);
}

export function withBody(request: Request, body: unknown): Request {
  const { url, method, headers } = request;
  return new Request(url, { method, headers, body: JSON.stringify(body) });
}

const Message = z.record(z.string(), z.unknown());
const Event = z.looseObject({
  id: z.string(),
  payload: z.looseObject({ message: Message.optional() }),
});
type Event = z.infer<typeof Event>;
const Delivery = z.looseObject({ events: z.array(Event) });

/** Changes every event of Zendesk's webhooks on its way in. */
export function inWebhooks(handle: Handle, change: (event: Event) => Event): Handle {
  return async (request) => {
    if (!request.url.includes('/webhook/')) return handle(request);
    const delivery = Delivery.parse(await request.json());
    return handle(withBody(request, { ...delivery, events: delivery.events.map(change) }));
  };
}

/** The event with its message changed, if it has one. */
export function withMessage(
  event: Event,
  change: (message: z.infer<typeof Message>) => z.infer<typeof Message>,
): Event {
  const { message } = event.payload;
  if (!message) return event;
  return { ...event, payload: { ...event.payload, message: change(message) } };
}

/** What the proxy says when it has stored a message; said by somebody who has not. */
export function acknowledgement({ id, text }: PostMessage, now: number): Response {
  const at = new Date(now).toISOString();
  const message = { id, author: { kind: 'customer' }, at, body: text, format: 'plain' };
  const stored = { seq: 1, event: { type: 'message-added', message } };
  return new Response(`event: event\nid: 1\ndata: ${JSON.stringify(stored)}\n\n`);
}
