import { createServer, type ServerResponse } from 'node:http';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ConversationEvent } from '../../src/protocol/event.ts';
import { MarkRead } from '../../src/protocol/routes.ts';
import { Settings } from '../../src/protocol/settings.ts';
import { listen } from '../../src/proxy/listen.ts';
import { createProxy } from '../../src/proxy/proxy.ts';
import { hashToken, newToken } from '../../src/proxy/session.ts';
import { openStore } from '../../src/store/open-store.ts';
import type { Store } from '../../src/store/store.ts';
import { Ask, type Answer } from './measured.ts';

/** Ours, with its store and all its duties, or the least that node can do. */
type Measured = { port: number; say(conversation: number): Promise<void> };

async function ours(store: Store): Promise<Measured> {
  const quiet = () => {};
  const proxy = await createProxy({
    store,
    settings: Settings.parse({
      limits: { streamsPerAddress: 20_000, connectionsPerMinute: 100_000 },
    }),
    account: null,
    publicUrl: 'http://localhost',
    reachable: false,
    allowedOrigins: [],
    secret: 'a secret of at least thirty-two characters',
    log: { info: quiet, warn: quiet, error: quiet },
  });
  await proxy.start();
  const { port } = await listen(proxy, { port: 0, host: '127.0.0.1' });
  const say = (conversation: number) => append(store, conversation, said());
  return { port, say };
}

/** The floor: streams without a store, and a POST that is parsed with zod and appended. */
async function bare(store: Store): Promise<Measured> {
  const streams = new Map<number, ServerResponse>();
  let seq = 1;
  const server = createServer((request, response) => {
    const conversation = Number(/\/c(\d+)\//.exec(request.url ?? '')?.[1]);
    if (request.method === 'POST') {
      let text = '';
      request.on('data', (data: Buffer) => (text += data.toString()));
      request.on('end', () => {
        const { throughSeq } = MarkRead.parse(JSON.parse(text));
        const at = new Date().toISOString();
        void append(store, conversation, { type: 'read', by: 'customer', at, throughSeq }).then(
          () => response.writeHead(200, { 'content-type': 'application/json' }).end('{"ok":true}'),
        );
      });
      return;
    }
    const headers = { 'content-type': 'text/event-stream', 'cache-control': 'no-store' };
    response.writeHead(200, headers);
    response.write(`: hello\n\n${frame(1, { type: 'message-removed', id: 'x' })}`);
    streams.set(conversation, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  return {
    port: typeof address === 'object' && address ? address.port : 0,
    async say(conversation) {
      streams.get(conversation)?.write(frame((seq += 1), said()));
    },
  };
}

async function append(store: Store, conversation: number, event: ConversationEvent): Promise<void> {
  await store.tx((tx) => tx.append(`c${conversation}`, crypto.randomUUID(), event));
}

function said(): ConversationEvent {
  const body = `sent at ${process.hrtime.bigint()}.`;
  const at = new Date().toISOString();
  const author = { kind: 'agent', name: 'Maya' } as const;
  return {
    type: 'message-added',
    message: { id: crypto.randomUUID(), author, at, body, format: 'plain' },
  };
}

function frame(seq: number, event: ConversationEvent): string {
  return `event: event\nid: ${seq}\ndata: ${JSON.stringify({ seq, event })}\n\n`;
}

async function begin(store: Store, conversations: number): Promise<string[]> {
  const tokens = Array.from({ length: conversations }, () => newToken());
  const at = new Date().toISOString();
  await Promise.all(
    tokens.map((token, index) =>
      store.tx(async (tx) => {
        const id = `c${index}`;
        await tx.createConversation({ id, tokenHash: hashToken(token), createdAt: Date.now() });
        await tx.append(id, 'started', { type: 'conversation-started', at, locale: 'en' });
      }),
    ),
  );
  return tokens;
}

function usage(): Pick<Answer, 'bytes' | 'cpuMs'> {
  const { user, system } = process.cpuUsage();
  for (let times = 0; times < 3; times += 1) globalThis.gc?.();
  return { bytes: process.memoryUsage.rss(), cpuMs: (user + system) / 1000 };
}

const folder = mkdtempSync(join(tmpdir(), 'baton-bench-'));
process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
process.once('disconnect', () => process.exit());
const store = await openStore(`file:${join(folder, 'baton.db')}`);
const measured = await (process.argv[2] === 'bare' ? bare(store) : ours(store));

async function answer(asked: Ask): Promise<Partial<Answer>> {
  switch (asked.ask) {
    case 'begin':
      return { port: measured.port, tokens: await begin(store, asked.conversations) };
    case 'usage':
      return usage();
    case 'say':
      await Promise.all(asked.conversations.map((conversation) => measured.say(conversation)));
      return {};
  }
}

process.on('message', (message) => {
  void answer(Ask.parse(message)).then((answered) => process.send?.(answered));
});
process.send?.({});
