import { once } from 'node:events';
import { createServer } from 'node:http';
import { getRequestListener } from '@hono/node-server';
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';
import { ConnectionCut } from './connection.ts';
import { createSimulator, type Simulator, type SimulatorOptions } from './simulator.ts';

type NodeBindings = { outgoing: { destroy(): unknown } };

/**
 * The simulator's `fetch` for `@hono/node-server`: where a simulated connection breaks, the real
 * socket is destroyed, and the caller sees what it would see of a broken network.
 */
export function onNode(
  fetch: (request: Request) => Promise<Response>,
): (request: Request, bindings: NodeBindings) => Promise<Response> {
  return async (request, { outgoing }) => {
    try {
      return await fetch(request);
    } catch (error) {
      if (!(error instanceof ConnectionCut)) throw error;
      outgoing.destroy();
      return RESPONSE_ALREADY_SENT;
    }
  };
}

/** A simulator behind a port of its own on 127.0.0.1; any free one if none is given. */
export async function listen({
  port = 0,
  ...options
}: SimulatorOptions & { port?: number } = {}): Promise<{
  url: string;
  simulator: Simulator;
  close(): void;
}> {
  const server = createServer();
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const url = `http://127.0.0.1:${typeof address === 'object' ? address?.port : port}`;

  const simulator = createSimulator({ origin: url, ...options });
  server.on('request', getRequestListener(onNode(simulator.fetch)));
  return {
    url,
    simulator,
    close() {
      simulator.close();
      server.close();
      server.closeAllConnections();
    },
  };
}
