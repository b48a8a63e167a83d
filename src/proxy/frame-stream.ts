import type { ServerResponse } from 'node:http';
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';

/** A reader that leaves this much unread is dropped: it comes back and goes on from its last event. */
const MOST_UNREAD_BYTES = 256 * 1024;
/** With less than this unread there is room for more. */
const ROOM_BYTES = 64 * 1024;

/** A `text/event-stream` answer that is written to until either side ends it. */
export interface FrameStream {
  readonly response: Response;
  /** Takes text of the format, such as a frame's. Nothing happens once the stream is over. */
  send(text: string): void;
  /** Whether more may be written that can wait; what cannot wait is written anyway. */
  readonly hasRoom: boolean;
  /** Resolves when there is room, or when the stream is over. */
  room(): Promise<void>;
  end(): void;
  /** Either side has ended it. */
  readonly isOver: boolean;
  /** Calls `listener` once the stream is over and done with. */
  onClose(listener: () => void): void;
}

const HEADERS = {
  'content-type': 'text/event-stream; charset=utf-8',
  'cache-control': 'no-store',
  'x-accel-buffering': 'no',
};

/**
 * Opens a stream on node's own response where there is one, which costs a third of the memory, and as a web stream
 * elsewhere. Nothing adds headers afterwards, so all of them are given here; on node they leave with the first text.
 */
export function openFrameStream(
  headers: Record<string, string>,
  outgoing: ServerResponse | undefined,
): FrameStream {
  const all = { ...HEADERS, ...headers };
  return outgoing ? new NodeStream(outgoing, all) : new WebStream(all);
}

/** A class, because ten thousand of them share its methods. */
class NodeStream implements FrameStream {
  readonly #outgoing: ServerResponse;

  constructor(outgoing: ServerResponse, headers: Record<string, string>) {
    this.#outgoing = outgoing;
    outgoing.writeHead(200, headers);
  }

  get response(): Response {
    return RESPONSE_ALREADY_SENT;
  }

  send(text: string): void {
    if (this.isOver) return;
    if (this.#outgoing.writableLength > MOST_UNREAD_BYTES) this.#outgoing.destroy();
    else this.#outgoing.write(text);
  }

  get hasRoom(): boolean {
    return this.#outgoing.writableLength <= ROOM_BYTES;
  }

  async room(): Promise<void> {
    const outgoing = this.#outgoing;
    if (this.hasRoom || this.isOver) return;
    await new Promise<void>((resolve) => {
      const done = () => {
        outgoing.off('drain', done);
        outgoing.off('close', done);
        resolve();
      };
      outgoing.on('drain', done);
      outgoing.on('close', done);
    });
  }

  end(): void {
    this.#outgoing.end();
  }

  get isOver(): boolean {
    return this.#outgoing.writableEnded || this.#outgoing.destroyed;
  }

  onClose(listener: () => void): void {
    if (this.#outgoing.closed) listener();
    // It closes once, and `once` would cost more memory than all the rest of this.
    else this.#outgoing.on('close', listener);
  }
}

class WebStream implements FrameStream {
  readonly response: Response;
  isOver = false;
  readonly #encoder = new TextEncoder();
  readonly #listeners = new Set<() => void>();
  #controller: ReadableStreamDefaultController<Uint8Array> | undefined;
  #makeRoom = () => {};

  constructor(headers: Record<string, string>) {
    const body = new ReadableStream<Uint8Array>(
      {
        start: (controller) => void (this.#controller = controller),
        pull: () => {
          if (this.hasRoom) this.#makeRoom();
        },
        cancel: () => this.#close(),
      },
      new ByteLengthQueuingStrategy({ highWaterMark: MOST_UNREAD_BYTES }),
    );
    this.response = new Response(body, { headers });
  }

  get #unread(): number {
    return MOST_UNREAD_BYTES - (this.#controller?.desiredSize ?? MOST_UNREAD_BYTES);
  }

  get hasRoom(): boolean {
    return this.#unread <= ROOM_BYTES;
  }

  send(text: string): void {
    if (this.isOver) return;
    if (this.#unread <= MOST_UNREAD_BYTES) {
      this.#controller?.enqueue(this.#encoder.encode(text));
      return;
    }
    this.#controller?.error(new Error('The reader is too slow'));
    this.#close();
  }

  async room(): Promise<void> {
    if (this.hasRoom || this.isOver) return;
    await new Promise<void>((resolve) => (this.#makeRoom = resolve));
  }

  end(): void {
    if (this.isOver) return;
    this.#controller?.close();
    this.#close();
  }

  onClose(listener: () => void): void {
    if (this.isOver) listener();
    else this.#listeners.add(listener);
  }

  #close(): void {
    this.isOver = true;
    this.#makeRoom();
    for (const listener of this.#listeners) listener();
    this.#listeners.clear();
  }
}
