import { serve } from '@hono/node-server';
import { onNode } from './simulator/on-node.ts';
import { createSimulator } from './simulator/simulator.ts';

/**
 * The simulated Zendesk as a process of its own. `PORT` (any free one if it is 0 or missing) on
 * 127.0.0.1; `ORIGIN` if it is reached under another address. Says where it listens in one line.
 */
const port = Number(process.env['PORT'] ?? 0);
const origin = process.env['ORIGIN'];

const waiting: { fetch?: (request: Request) => Promise<Response> } = {};
const server = serve(
  {
    fetch: onNode(async (request) =>
      waiting.fetch ? waiting.fetch(request) : new Response('Starting', { status: 503 }),
    ),
    hostname: '127.0.0.1',
    port,
  },
  (address) => {
    const url = `http://127.0.0.1:${address.port}`;
    const simulator = createSimulator({ origin: origin ?? url });
    waiting.fetch = simulator.fetch;
    process.stdout.write(`Simulated Zendesk on ${url}\n`);
    for (const signal of ['SIGINT', 'SIGTERM'] as const) {
      process.once(signal, () => {
        simulator.close();
        server.close();
        process.exit(0);
      });
    }
  },
);
