import { z } from 'zod';
import type { Clock } from '../../src/proxy/clock.ts';
import { ConnectionLost } from './gate.ts';
import { PROXY, type Process } from './process.ts';
import type { Random } from '../random.ts';
import type { Trace } from './trace.ts';

const Delivery = z.object({
  events: z.array(
    z.object({
      id: z.string(),
      type: z.string(),
      createdAt: z.string(),
      payload: z.object({
        conversation: z
          .object({ id: z.string(), metadata: z.object({ k: z.string().optional() }).optional() })
          .optional(),
        message: z.object({ id: z.string() }).optional(),
      }),
    }),
  ),
});
export type WebhookEvent = z.infer<typeof Delivery>['events'][number];

/** The way of Zendesk's webhooks to whichever process the load balancer picks. */
export type WebhookLine = {
  deliver: typeof fetch;
  /** Everything that was answered with success, to be sent once more. */
  readonly delivered: readonly { url: string; init: RequestInit }[];
};

type LineOptions = {
  /** Whichever the load balancer picks. */
  process(): Process;
  clock: Clock & { wait(ms: number): Promise<void> };
  random: Random;
  trace: Trace;
  /** Called when the proxy has said that it took these. */
  taken(events: readonly WebhookEvent[]): Promise<void>;
};

export function createWebhookLine(options: LineOptions): WebhookLine {
  const { clock, random, trace } = options;
  const delivered: { url: string; init: RequestInit }[] = [];

  return {
    delivered,
    async deliver(input, init = {}) {
      const url = input instanceof Request ? input.url : input.toString();
      if (!url.startsWith(PROXY)) throw new ConnectionLost('ECONNREFUSED');
      await clock.wait(random.between(5, 80));
      const process = options.process();
      const events = eventsOf(init.body);
      const what = events.map(({ type, payload }) => `${type} ${payload.message?.id ?? ''}`);
      try {
        const response = await process.fetch(new Request(url, init));
        trace('zendesk', `webhook ${what.join(', ')} → ${process.name}: ${response.status}`);
        if (response.ok) {
          await options.taken(events);
          delivered.push({ url, init: { ...init, signal: null } });
        }
        return response;
      } catch (error) {
        trace('zendesk', `webhook ${what.join(', ')} → ${process.name} is not there`);
        throw error instanceof ConnectionLost ? error : new ConnectionLost('ECONNRESET');
      }
    },
  };
}

function eventsOf(body: RequestInit['body']): WebhookEvent[] {
  return Delivery.parse(typeof body === 'string' ? JSON.parse(body) : body).events;
}
