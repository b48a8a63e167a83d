import type { Frame } from '../../src/protocol/frame.ts';

/** One request that the widget has sent, answered by hand. */
export class HeldRequest {
  readonly method: string;
  readonly path: string;
  readonly headers: Headers;
  readonly body: unknown;
  readonly signal: AbortSignal;
  readonly #answer: (response: Response) => void;
  readonly #fail: (error: unknown) => void;
  #stream: ReadableStreamDefaultController<Uint8Array> | null = null;
  isAnswered = false;

  constructor(
    url: string,
    init: RequestInit,
    answer: (response: Response) => void,
    fail: (error: unknown) => void,
  ) {
    const { pathname, search } = new URL(url);
    this.method = init.method ?? 'GET';
    this.path = pathname.replace(/^\/api\//, '') + search;
    this.headers = new Headers(init.headers);
    this.body = typeof init.body === 'string' ? JSON.parse(init.body) : undefined;
    this.signal = init.signal ?? new AbortController().signal;
    this.#answer = answer;
    this.#fail = fail;
  }

  json(body: unknown, status = 200, headers: Record<string, string> = {}): void {
    this.isAnswered = true;
    this.#answer(Response.json(body, { status, headers }));
  }

  refuse(status: number, code: string, retryAfterMs?: number): void {
    this.json({ error: { code, message: 'no', ...(retryAfterMs && { retryAfterMs }) } }, status);
  }

  /** The network is gone. */
  fail(): void {
    this.isAnswered = true;
    this.#fail(new TypeError('Failed to fetch'));
  }

  /** Begins a stream with the proxy's greeting. */
  stream(greeting = ': hello\n\n'): this {
    this.isAnswered = true;
    const body = new ReadableStream<Uint8Array>({
      start: (controller) => {
        this.#stream = controller;
        this.signal.addEventListener('abort', () => this.cut());
      },
      cancel: () => {
        this.#stream = null;
      },
    });
    this.#answer(new Response(body, { headers: { 'content-type': 'text/event-stream' } }));
    if (greeting) this.write(greeting);
    return this;
  }

  write(text: string): void {
    this.#stream?.enqueue(new TextEncoder().encode(text));
  }

  frame(frame: Frame): this {
    this.write(textOf(frame));
    return this;
  }

  end(): void {
    this.#stream?.close();
    this.#stream = null;
  }

  cut(): void {
    this.#stream?.error(new TypeError('network error'));
    this.#stream = null;
  }
}

/** A frame as the proxy writes it. */
export function textOf(frame: Frame): string {
  if (frame.type === 'event') {
    return `event: event\nid: ${frame.stored.seq}\ndata: ${JSON.stringify(frame.stored)}\n\n`;
  }
  const { type, ...data } = frame;
  return `event: ${type}\ndata: ${JSON.stringify(data)}\n\n`;
}

/** A proxy that does nothing by itself: each request waits in `requests` until the test answers it. */
export function fakeServer() {
  const requests: HeldRequest[] = [];
  const fetch: typeof globalThis.fetch = (input, init = {}) =>
    new Promise((resolve, reject) => {
      const request = new HeldRequest(new Request(input).url, init, resolve, reject);
      request.signal.addEventListener('abort', () =>
        reject(new DOMException('aborted', 'AbortError')),
      );
      requests.push(request);
    });
  return {
    fetch,
    requests,
    /** The oldest request of this kind that nobody has answered yet, when it arrives. */
    async next(method: string, path: string | RegExp): Promise<HeldRequest> {
      const fits = (request: HeldRequest) =>
        !request.isAnswered &&
        !request.signal.aborted &&
        request.method === method &&
        (typeof path === 'string' ? request.path === path : path.test(request.path));
      for (let turn = 0; turn < 200; turn += 1) {
        const request = requests.find(fits);
        if (request) return request;
        await nextTurn();
      }
      const open = requests.filter(({ isAnswered }) => !isAnswered);
      throw new Error(
        `No ${method} ${String(path)} came. Open: ${open.map((r) => `${r.method} ${r.path}`).join(', ')}`,
      );
    },
    open: () => requests.filter(({ isAnswered, signal }) => !isAnswered && !signal.aborted),
    count: (method: string, path: string | RegExp) =>
      requests.filter(
        (request) =>
          request.method === method &&
          (typeof path === 'string' ? request.path === path : path.test(request.path)),
      ).length,
  };
}

/** Lets everything run that is ready to run: promises, streams, messages between tabs. */
async function nextTurn(): Promise<void> {
  await new Promise((resolve) => {
    setImmediate(resolve);
  });
}

export async function settle(): Promise<void> {
  for (let turn = 0; turn < 12; turn += 1) await nextTurn();
}
