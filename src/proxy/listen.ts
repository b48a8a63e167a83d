import { createServer, type Server } from 'node:http';
import { getRequestListener, type HttpBindings } from '@hono/node-server';

type Handler = {
  fetch(request: Request, env: Partial<HttpBindings>): Response | Promise<Response>;
};

type Address = { port: number; host: string };

/** How long a request may take to arrive, and how often that is looked at, in ms. An answer may take for ever. */
type Arrival = {
  headersTimeout: number;
  requestTimeout: number;
  connectionsCheckingInterval: number;
};

/** Somebody who sends slowly, or endlessly many headers, holds nothing up. */
const ARRIVAL: Arrival = {
  headersTimeout: 10_000,
  requestTimeout: 15_000,
  connectionsCheckingInterval: 1_000,
};
const MOST_HEADERS = 100;
const MOST_HEADER_BYTES = 16 * 1024;

const LOOK_FOR_IDLE_MS = 50;
/** Readers that are too slow for the end of their stream are cut off after this. */
const CLOSE_WITHIN_MS = 5_000;

export type Listening = {
  port: number;
  /** Takes no more connections at once. Resolves when the last one is gone, within a few seconds. */
  close(): Promise<void>;
};

/** Serves a handler by http. Resolves when it listens; rejects when the address cannot be had. */
export async function listen(
  handler: Handler,
  { port, host }: Address,
  arrival: Arrival = ARRIVAL,
): Promise<Listening> {
  const listener = getRequestListener(async (request, env) =>
    handler.fetch(request, bindings(env)),
  );
  const server = createServer({ ...arrival, maxHeaderSize: MOST_HEADER_BYTES }, listener);
  server.maxHeadersCount = MOST_HEADERS;
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  });
  return { port: portOf(server, port), close: () => closeServer(server) };
}

function bindings(env: unknown): Partial<HttpBindings> {
  return typeof env === 'object' && env !== null ? env : {};
}

function portOf(server: Server, asked: number): number {
  const address = server.address();
  return typeof address === 'object' && address ? address.port : asked;
}

function closeServer(server: Server): Promise<void> {
  return new Promise((resolve) => {
    // A connection whose answer ends now is kept alive for its next request, which must go elsewhere.
    const idle = setInterval(() => server.closeIdleConnections(), LOOK_FOR_IDLE_MS);
    const slow = setTimeout(() => server.closeAllConnections(), CLOSE_WITHIN_MS);
    server.close(() => {
      clearInterval(idle);
      clearTimeout(slow);
      resolve();
    });
  });
}
