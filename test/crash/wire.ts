import { Agent, createServer, request, type IncomingMessage, type ServerResponse } from 'node:http';
import { z } from 'zod';
import { callOf, type Call } from './calls.ts';
import type { CallMoment } from './points.ts';

/** How long a request of a dead server is still on its way, well below the time that Baton is told to wait for it. */
export const LATE_MS = 700;

const Created = z.object({ conversation: z.object({ id: z.string() }) });

type Trap = { call: Call; moment: CallMoment; nth: number; kill(): void };
type Answer = { status: number; headers: IncomingMessage['headers']; body: Buffer };

/** The network between Baton and Zendesk. */
export interface Wire {
  url: string;
  /** Springs once, at the nth such call from now on: the server dies, and its request fares as `moment` says. */
  trap(trap: Trap): void;
  /** When the last call that changes something went through, ms of `performance.now()`. */
  lastCallAt(): number;
  /** The ids that Zendesk gave to conversations, also those that nobody was told of. */
  conversations: ReadonlySet<string>;
  close(): void;
}

export async function startWire(zendeskUrl: string): Promise<Wire> {
  const agent = new Agent({ keepAlive: true });
  const conversations = new Set<string>();
  let trap: Trap | null = null;
  let lastCallAt = performance.now();

  function sprung(call: Call | null): Trap | null {
    if (call === null || trap?.call !== call) return null;
    trap.nth -= 1;
    if (trap.nth > 0) return null;
    const found = trap;
    trap = null;
    return found;
  }

  async function forward(incoming: IncomingMessage, body: Buffer, call: Call | null) {
    if (call) lastCallAt = performance.now();
    const answer = await ask(`${zendeskUrl}${incoming.url}`, incoming, body, agent);
    if (call === 'make the conversation' && answer.status === 201) {
      conversations.add(Created.parse(JSON.parse(answer.body.toString())).conversation.id);
    }
    return answer;
  }

  async function relay(incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
    const body = await bytesOf(incoming);
    const call = callOf(incoming.method, pathOf(incoming), body.toString());
    const caught = sprung(call);
    switch (caught?.moment) {
      case undefined: {
        const answer = await forward(incoming, body, call);
        outgoing.writeHead(answer.status, answer.headers).end(answer.body);
        return;
      }
      case 'lost':
        caught.kill();
        break;
      case 'late':
        caught.kill();
        setTimeout(() => void forward(incoming, body, call).catch(() => {}), LATE_MS);
        break;
      case 'done':
        await forward(incoming, body, call);
        caught.kill();
    }
    outgoing.destroy();
  }

  const server = createServer((incoming, outgoing) => {
    // Either end may die at any time.
    relay(incoming, outgoing).catch(() => outgoing.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  return {
    url: `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`,
    trap(next) {
      trap = next;
    },
    lastCallAt: () => lastCallAt,
    conversations,
    close() {
      server.close();
      server.closeAllConnections();
      agent.destroy();
    },
  };
}

function pathOf({ url = '' }: IncomingMessage): string {
  return url.split('?')[0] ?? '';
}

async function bytesOf(stream: AsyncIterable<Buffer>): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk);
  return Buffer.concat(chunks);
}

function ask(
  url: string,
  { method, headers }: IncomingMessage,
  body: Buffer,
  agent: Agent,
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const { connection: _, ...passed } = headers;
    const outgoing = request(url, { method, headers: passed, agent }, (incoming) => {
      bytesOf(incoming).then(
        (bytes) => resolve(answerOf(incoming, bytes)),
        (error: unknown) => reject(error),
      );
    });
    outgoing.once('error', reject);
    outgoing.end(body);
  });
}

function answerOf({ statusCode = 502, headers }: IncomingMessage, body: Buffer): Answer {
  const { connection: _, 'transfer-encoding': __, ...passed } = headers;
  return {
    status: statusCode,
    headers: { ...passed, 'content-length': String(body.length) },
    body,
  };
}
