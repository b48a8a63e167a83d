import type { Conversation } from '../src/protocol/conversation.ts';
import type { StoredEvent } from '../src/protocol/event.ts';
import type { Frame } from '../src/protocol/frame.ts';
import type { GiveFeedback, GiveRating, SummaryAnswer } from '../src/protocol/routes.ts';
import type { PersonRequest, TicketRequest } from './chat-type.ts';
import { frameOf } from './frame.ts';
import { createSseParser } from './sse.ts';
import { ANSWER_WITHIN_MS, pathOf, type Read, type Session, type Wire } from './wire.ts';

/** The proxy pings every 15 s: a stream that is silent for longer than this is dead. */
const SILENCE_MS = 40_000;
/** Something between us and the proxy keeps the bytes back if not even the greeting arrives in this time. */
const GREETING_WITHIN_MS = 5_000;
export const LONG_POLL_SECONDS = 25;

export type Command =
  | { method: 'POST'; path: 'handoff'; body: { id: string } & PersonRequest }
  | { method: 'POST'; path: 'ticket'; body: { id: string } & TicketRequest }
  | { method: 'DELETE'; path: 'handoff' }
  | { method: 'POST'; path: 'end' }
  | { method: 'POST'; path: 'read'; body: { throughSeq: number } }
  | { method: 'POST'; path: 'feedback'; body: GiveFeedback }
  | { method: 'POST'; path: 'rating'; body: GiveRating }
  | { method: 'POST'; path: `messages/${string}/stop` };

/** What the proxy does and tells for a conversation that has begun. */
export interface Transport {
  snapshot(session: Session, signal: AbortSignal): Promise<Conversation>;
  /** The events after `seq`; with `waitSeconds` it answers only when there are some, or the time is over. */
  eventsAfter(
    session: Session,
    seq: number,
    waitSeconds: number,
    signal: AbortSignal,
  ): Promise<StoredEvent[]>;
  command(session: Session, command: Command, signal: AbortSignal): Promise<void>;
  /** What a handoff would share now. */
  summary(session: Session, signal: AbortSignal): Promise<string | null>;
  /** A picture or file of the conversation, with the type that the proxy found in its bytes. */
  file(session: Session, file: string, signal: AbortSignal): Promise<Blob>;
  /**
   * Hears everything after `seq`. `onByte` is called for each sign of life, `onRetry` when the proxy says after how many ms
   * to come back once the stream has ended. Rejects when the stream is cut.
   */
  events(
    session: Session,
    seq: number,
    onFrame: (frame: Frame) => void,
    onByte: () => void,
    onRetry: (ms: number) => void,
    signal: AbortSignal,
  ): Promise<void>;
}

export function createTransport({ request, json }: Wire): Transport {
  return {
    async snapshot(session, signal) {
      const path = pathOf(session);
      const answer = await json<{ conversation: Conversation }>({ path, session, signal });
      return answer.conversation;
    },

    async eventsAfter(session, seq, waitSeconds, signal) {
      const wait = waitSeconds > 0 ? `&wait=${waitSeconds}` : '';
      const path = pathOf(session, `?after=${seq}${wait}`);
      const withinMs = ANSWER_WITHIN_MS + waitSeconds * 1000;
      const answer = await json<{ events: StoredEvent[] }>({ path, session, signal }, withinMs);
      return answer.events;
    },

    async command(session, command, signal) {
      const { method } = command;
      const path = pathOf(session, `/${command.path}`);
      const body = 'body' in command ? command.body : method === 'POST' ? {} : undefined;
      await json({ method, path, session, body, signal });
    },

    async summary(session, signal) {
      const path = pathOf(session, '/summary');
      const what = { method: 'POST', path, session, body: {}, signal };
      return (await json<SummaryAnswer>(what)).summary;
    },

    file: (session, file, signal) =>
      request(
        { path: pathOf(session, `/files/${encodeURIComponent(file)}`), session, signal },
        ANSWER_WITHIN_MS,
        readFile,
      ),

    events: (session, seq, onFrame, onByte, onRetry, signal) =>
      request(
        { path: pathOf(session, '/events'), session, seq, signal },
        GREETING_WITHIN_MS,
        framesTo(onFrame, onByte, onRetry),
      ),
  };
}

/** A large file may take as long as it keeps coming. */
const readFile: Read<Blob> = async (response, prolong) => {
  const chunks: BlobPart[] = [];
  const reader = response.body?.getReader();
  for (;;) {
    const { done = true, value } = (await reader?.read()) ?? {};
    if (value) chunks.push(value);
    if (done) return new Blob(chunks, { type: response.headers.get('content-type') ?? '' });
    prolong(ANSWER_WITHIN_MS);
  }
};

/** Reads a stream of frames to its end, as long as it gives signs of life. */
export function framesTo(
  onFrame: (frame: Frame) => void,
  onByte = () => {},
  onRetry = (_ms: number) => {},
): Read<void> {
  return async (response, prolong) => {
    const reader = response.body?.getReader();
    if (!reader) return;
    const decoder = new TextDecoder();
    const parse = createSseParser((event) => {
      const frame = frameOf(event);
      if (frame) onFrame(frame);
    }, onRetry);
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      prolong(SILENCE_MS);
      onByte();
      parse(decoder.decode(value, { stream: true }));
    }
  };
}
