import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { getRequestListener, type HttpBindings } from '@hono/node-server';

type Handler = {
  fetch(request: Request, env: Partial<HttpBindings>): Response | Promise<Response>;
};

type Address = { port: number; host: string };

/** How long a request may take to arrive, and how often that is looked at, in ms. An answer may take for ever. */
type Arrival = {
  headersTimeout: number;
  requestTimeout: number;
  /** The same for a file. */
  uploadTimeout: number;
  connectionsCheckingInterval: number;
};

/** Somebody who sends slowly, or endlessly many headers, holds nothing up. */
const ARRIVAL: Arrival = {
  headersTimeout: 10_000,
  requestTimeout: 15_000,
  uploadTimeout: 10 * 60_000,
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
  const { uploadTimeout, requestTimeout, ...others } = arrival;
  const server = createServer(
    { ...others, requestTimeout: uploadTimeout, maxHeaderSize: MOST_HEADER_BYTES },
    listener,
  );
  server.on('request', (request, response) => {
    if (!isUpload(request)) sendAwayIfSlow(request, response, requestTimeout);
  });
  server.maxHeadersCount = MOST_HEADERS;
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  });
  return { port: portOf(server, port), close: () => closeServer(server) };
}

function isUpload({ method, url = '' }: IncomingMessage): boolean {
  return method === 'POST' && /^\/api\/conversations\/[^/?]+\/files$/.test(url);
}

/** Node knows one time for all requests, and that has to be enough for a file. */
function sendAwayIfSlow(request: IncomingMessage, response: ServerResponse, afterMs: number): void {
  const { socket } = request;
  const timer = setTimeout(() => {
    if (request.complete || socket.destroyed) return;
    if (!response.headersSent)
      socket.write('HTTP/1.1 408 Request Timeout\r\nConnection: close\r\n\r\n');
    socket.destroySoon();
  }, afterMs);
  timer.unref();
  request.once('end', () => clearTimeout(timer));
  response.once('close', () => clearTimeout(timer));
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
