import { createServer, type Server } from 'node:http';
import { getRequestListener, type HttpBindings } from '@hono/node-server';

type Handler = {
  fetch(request: Request, env: Partial<HttpBindings>): Response | Promise<Response>;
};

/** Somebody who sends slowly, or endlessly many headers, holds nothing up. */
const LIMITS = { headersTimeout: 10_000, requestTimeout: 15_000, maxHeaderSize: 16 * 1024 };

export type Listening = { port: number; close(): Promise<void> };

/** Serves a handler by http. Resolves when it listens; rejects when the address cannot be had. */
export async function listen(
  handler: Handler,
  { port, host }: { port: number; host: string },
): Promise<Listening> {
  const listener = getRequestListener(async (request, env) =>
    handler.fetch(request, bindings(env)),
  );
  const server = createServer(LIMITS, listener);
  server.maxHeadersCount = 100;
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
    server.close(() => resolve());
    server.closeIdleConnections();
  });
}
