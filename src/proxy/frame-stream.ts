import type { ServerResponse } from 'node:http';
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';
import type { Frame } from '../protocol/frame.ts';
import { repeat, type Clock } from './clock.ts';

/** A reader that leaves this much unread is dropped: it comes back and goes on from its last event. */
const MOST_UNREAD_BYTES = 256 * 1024;
/** With less than this unread there is room for more. */
const ROOM_BYTES = 64 * 1024;

/** A `text/event-stream` answer that frames are written to until either side ends it. */
export interface FrameStream {
  readonly response: Response;
  write(frame: Frame): void;
  /** Resolves when the reader has read enough for more to be written, or when the stream is closed. */
  room(): Promise<void>;
  /** A line that clients ignore, to show that the stream is alive. */
  comment(text: string): void;
  end(): void;
  /** Resolves when either side has ended it. */
  readonly closed: Promise<void>;
}

const PING_MS = 15_000;

const HEADERS = {
  'content-type': 'text/event-stream; charset=utf-8',
  'cache-control': 'no-store',
  'x-accel-buffering': 'no',
};

/**
 * Opens a stream on node's own response where there is one, which costs a third of the memory, and as a web stream
 * elsewhere. Nothing adds headers afterwards, so all of them are given here.
 */
export function openFrameStream(
  headers: Record<string, string>,
  outgoing: ServerResponse | undefined,
): FrameStream {
  const sink = outgoing
    ? nodeSink(outgoing, { ...HEADERS, ...headers })
    : webSink({ ...HEADERS, ...headers });
  return {
    response: sink.response,
    closed: sink.closed,
    write: (frame) => sink.push(textOf(frame)),
    room: sink.room,
    comment: (text) => sink.push(`: ${text}\n\n`),
    end: sink.end,
  };
}

/** Says at once that the stream is not held up on its way, and then again and again that it is alive, until undone. */
export function keepAlive(clock: Clock, stream: FrameStream): () => void {
  stream.comment('hello');
  return repeat(clock, PING_MS, async () => stream.comment('ping'));
}

function textOf(frame: Frame): string {
  if (frame.type === 'event') {
    return `event: event\nid: ${frame.stored.seq}\ndata: ${JSON.stringify(frame.stored)}\n\n`;
  }
  const { type, ...data } = frame;
  return `event: ${type}\ndata: ${JSON.stringify(data)}\n\n`;
}

type Sink = {
  response: Response;
  push(text: string): void;
  room(): Promise<void>;
  end(): void;
  closed: Promise<void>;
};

function nodeSink(outgoing: ServerResponse, headers: Record<string, string>): Sink {
  outgoing.writeHead(200, headers);
  outgoing.flushHeaders();
  const closed = new Promise<void>((resolve) => {
    if (outgoing.destroyed) resolve();
    outgoing.once('close', resolve);
  });
  return {
    response: RESPONSE_ALREADY_SENT,
    push(text) {
      if (outgoing.writableEnded || outgoing.destroyed) return;
      if (outgoing.writableLength > MOST_UNREAD_BYTES) outgoing.destroy();
      else outgoing.write(text);
    },
    async room() {
      if (outgoing.writableLength <= ROOM_BYTES) return;
      const drained = new Promise<void>((resolve) => outgoing.once('drain', resolve));
      await Promise.race([drained, closed]);
    },
    end: () => void outgoing.end(),
    closed,
  };
}

function webSink(headers: Record<string, string>): Sink {
  const encoder = new TextEncoder();
  let over = false;
  let controller: ReadableStreamDefaultController<Uint8Array> | undefined;
  let close = () => {};
  const closed = new Promise<void>((resolve) => (close = resolve));
  let makeRoom = () => {};
  const unread = () => MOST_UNREAD_BYTES - (controller?.desiredSize ?? MOST_UNREAD_BYTES);
  const body = new ReadableStream<Uint8Array>(
    {
      start(given) {
        controller = given;
      },
      pull() {
        if (unread() <= ROOM_BYTES) makeRoom();
      },
      cancel() {
        over = true;
        close();
      },
    },
    new ByteLengthQueuingStrategy({ highWaterMark: MOST_UNREAD_BYTES }),
  );
  return {
    response: new Response(body, { headers }),
    push(text) {
      if (over || !controller) return;
      if (unread() <= MOST_UNREAD_BYTES) {
        controller.enqueue(encoder.encode(text));
        return;
      }
      over = true;
      controller.error(new Error('The reader is too slow'));
      close();
    },
    async room() {
      if (over || unread() <= ROOM_BYTES) return;
      const made = new Promise<void>((resolve) => (makeRoom = resolve));
      await Promise.race([made, closed]);
    },
    end() {
      if (over) return;
      over = true;
      controller?.close();
      close();
    },
    closed,
  };
}
