import { connect, type Socket } from 'node:net';

/** So many connect at the same time; more would wait in the kernel's queue, and not for the server. */
const AT_ONCE = 256;

/** Many readers of event streams, as cheap as can be, so that the server is what is measured. */
export interface StreamClients {
  /** Opens all of them. Resolves when each has heard of its conversation, with the seconds it took. */
  open(): Promise<number>;
  /** As if all of them lost their connection. */
  drop(): Promise<void>;
  /** How long what was said since they are open took to arrive, in ms. */
  readonly delays: number[];
}

export function streamClients(port: number, tokens: readonly string[]): StreamClients {
  const delays: number[] = [];
  let sockets: Socket[] = [];
  let openSince = process.hrtime.bigint();

  function openOne(index: number): Promise<void> {
    return new Promise((resolve, reject) => {
      const socket = connect(port, '127.0.0.1');
      sockets.push(socket);
      let greeting: string | null = '';
      socket.on('error', reject);
      socket.on('data', (data: Buffer) => {
        const now = process.hrtime.bigint();
        const text = data.toString();
        for (const [, sentAt = ''] of text.matchAll(/sent at (\d+)\./g)) {
          if (BigInt(sentAt) > openSince) delays.push(Number(now - BigInt(sentAt)) / 1e6);
        }
        if (greeting === null) return;
        greeting += text;
        if (!greeting.includes('id: ')) return;
        greeting = null;
        resolve();
      });
      socket.write(
        `GET /api/conversations/c${index}/events HTTP/1.1\r\nhost: localhost\r\n` +
          `authorization: Bearer ${tokens[index]}\r\nlast-event-id: 0\r\n\r\n`,
      );
    });
  }

  return {
    delays,
    async open() {
      const start = performance.now();
      let next = 0;
      await Promise.all(
        Array.from({ length: AT_ONCE }, async () => {
          while (next < tokens.length) await openOne((next += 1) - 1);
        }),
      );
      openSince = process.hrtime.bigint();
      return (performance.now() - start) / 1000;
    },
    async drop() {
      const dropped = sockets;
      sockets = [];
      await Promise.all(
        dropped.map((socket) => {
          socket.removeAllListeners('error').on('error', () => {});
          const gone = new Promise((resolve) => socket.once('close', resolve));
          socket.destroy();
          return gone;
        }),
      );
    },
  };
}
