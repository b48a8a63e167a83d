import { once } from 'node:events';
import { createServer } from 'node:http';

/** A webhook target on a real port that keeps what it got. */
export async function receiver() {
  const received: { key: string | undefined; body: string }[] = [];
  const server = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk: Buffer) => (body += chunk.toString()));
    request.on('end', () => {
      received.push({ key: request.headers['x-api-key']?.toString(), body });
      response.end();
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const port = typeof address === 'object' ? address?.port : undefined;
  return { target: `http://127.0.0.1:${port}/hook`, received, close: () => server.close() };
}
