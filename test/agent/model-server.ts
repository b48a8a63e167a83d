import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { ModelAccount } from '../../src/agent/providers.ts';

export type Wire = 'openai-compatible' | 'anthropic' | 'google';

/** What a provider's endpoint does with one request. */
export type Reply = (stream: ModelStream, asked: string) => void | Promise<void>;

/** An answer that is being streamed, in the provider's own words. */
export interface ModelStream {
  text(text: string): void;
  tool(name: string, input: string): void;
  end(reason?: 'stop' | 'tools' | 'refusal' | 'length'): void;
  /** Bytes as they are, instead of what the provider would send. */
  raw(bytes: string | Uint8Array): void;
  refuse(status: number, body?: string, headers?: Record<string, string>): void;
  /** The connection breaks. */
  cut(): void;
  /** Resolves when the client has hung up, or everything was sent. */
  closed: Promise<void>;
}

export interface ModelServer {
  account: ModelAccount;
  /** The bodies of the requests so far. */
  asked: string[];
  headers: IncomingMessage['headers'][];
  close(): Promise<void>;
}

/** A local server that speaks a provider's wire; the replies are given in turn, the last one again and again. */
export async function modelServer(wire: Wire, replies: readonly Reply[]): Promise<ModelServer> {
  const asked: string[] = [];
  const headers: IncomingMessage['headers'][] = [];
  const server = createServer(async (request, response) => {
    const body = await textOf(request);
    asked.push(body);
    headers.push(request.headers);
    const reply = replies[Math.min(asked.length, replies.length) - 1];
    await reply?.(streamOn(wire, response), body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' ? address?.port : undefined;
  return {
    account: {
      provider: wire,
      name: 'model-1',
      apiKey: 'a-key',
      baseUrl: `http://127.0.0.1:${port}/v1`,
    },
    asked,
    headers,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** Says one thing and ends. */
export function saying(...texts: string[]): Reply {
  return (stream) => {
    for (const text of texts) stream.text(text);
    stream.end();
  };
}

function streamOn(wire: Wire, response: ServerResponse): ModelStream {
  const begin = () => {
    if (response.headersSent) return;
    response.writeHead(200, { 'content-type': 'text/event-stream' });
    for (const data of BEGINNINGS[wire]) send(data);
  };
  const send = (data: { type?: string } & Record<string, unknown>) => {
    if (data.type !== undefined) response.write(`event: ${data.type}\n`);
    response.write(`data: ${JSON.stringify(data)}\n\n`);
  };
  const sendAll = (all: Record<string, unknown>[]) => {
    begin();
    all.forEach(send);
  };
  return {
    text: (text) => sendAll(WORDS[wire](text)),
    tool: (name, input) => sendAll(TOOLS[wire](name, input)),
    end(reason = 'stop') {
      sendAll(ENDS[wire](reason));
      response.end(wire === 'openai-compatible' ? 'data: [DONE]\n\n' : '');
    },
    raw(bytes) {
      begin();
      response.write(bytes);
    },
    refuse(status, body = '{"error":{"message":"The customer said: secret words"}}', headers = {}) {
      response.writeHead(status, { 'content-type': 'application/json', ...headers });
      response.end(body);
    },
    cut() {
      begin();
      response.write(': what was said has left\n\n', () => response.socket?.end());
    },
    closed: new Promise((resolve) => response.once('close', resolve)),
  };
}

type Chunks = Record<string, unknown>[];
type Reason = Parameters<ModelStream['end']>[0] & string;

const chunk = (delta: unknown, finish: string | null = null) => ({
  id: 'answer',
  object: 'chat.completion.chunk',
  created: 1,
  model: 'model-1',
  choices: [{ index: 0, delta, finish_reason: finish }],
});
const candidate = (parts: unknown[], finish?: string) => ({
  candidates: [{ content: { role: 'model', parts }, ...(finish && { finishReason: finish }) }],
});

const BEGINNINGS: Record<Wire, Chunks> = {
  'openai-compatible': [chunk({ role: 'assistant', content: '' })],
  anthropic: [
    {
      type: 'message_start',
      message: {
        id: 'answer',
        type: 'message',
        role: 'assistant',
        model: 'model-1',
        content: [],
        stop_reason: null,
        stop_sequence: null,
        usage: { input_tokens: 10, output_tokens: 1 },
      },
    },
  ],
  google: [],
};

const WORDS: Record<Wire, (text: string) => Chunks> = {
  'openai-compatible': (content) => [chunk({ content })],
  anthropic: (text) => [
    { type: 'content_block_start', index: 0, content_block: { type: 'text', text: '' } },
    { type: 'content_block_delta', index: 0, delta: { type: 'text_delta', text } },
    { type: 'content_block_stop', index: 0 },
  ],
  google: (text) => [candidate([{ text }])],
};

const TOOLS: Record<Wire, (name: string, input: string) => Chunks> = {
  'openai-compatible': (name, input) => [
    chunk({
      tool_calls: [
        { index: 0, id: 'call', type: 'function', function: { name, arguments: input } },
      ],
    }),
  ],
  anthropic: (name, input) => [
    {
      type: 'content_block_start',
      index: 1,
      content_block: { type: 'tool_use', id: 'call', name, input: {} },
    },
    {
      type: 'content_block_delta',
      index: 1,
      delta: { type: 'input_json_delta', partial_json: input },
    },
    { type: 'content_block_stop', index: 1 },
  ],
  google: (name, input) => [
    candidate([{ functionCall: { name, args: Object(JSON.parse(input)) } }]),
  ],
};

const REASONS: Record<Wire, Record<Reason, string>> = {
  'openai-compatible': {
    stop: 'stop',
    tools: 'tool_calls',
    refusal: 'content_filter',
    length: 'length',
  },
  anthropic: { stop: 'end_turn', tools: 'tool_use', refusal: 'refusal', length: 'max_tokens' },
  google: { stop: 'STOP', tools: 'STOP', refusal: 'SAFETY', length: 'MAX_TOKENS' },
};

const ENDS: Record<Wire, (reason: Reason) => Chunks> = {
  'openai-compatible': (reason) => [chunk({}, REASONS['openai-compatible'][reason])],
  anthropic: (reason) => [
    {
      type: 'message_delta',
      delta: { stop_reason: REASONS.anthropic[reason], stop_sequence: null },
      usage: { output_tokens: 20 },
    },
    { type: 'message_stop' },
  ],
  google: (reason) => [candidate([], REASONS.google[reason])],
};

async function textOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks).toString('utf8');
}
