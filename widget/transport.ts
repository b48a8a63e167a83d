import type { Conversation } from '../src/protocol/conversation.ts';
import type { StoredEvent } from '../src/protocol/event.ts';
import type { Frame } from '../src/protocol/frame.ts';
import type { Clock } from './clock.ts';
import { frameOf } from './frame.ts';
import { refusalOf } from './refusal.ts';
import { createSseParser } from './sse.ts';

/** A conversation and the right to it. */
export type Session = { id: string; token: string };

/** The proxy pings every 15 s: a stream that is silent for longer than this is dead. */
const SILENCE_MS = 40_000;
const ANSWER_WITHIN_MS = 20_000;
/** Something between us and the proxy keeps the bytes back if not even the greeting arrives in this time. */
const GREETING_WITHIN_MS = 5_000;
export const LONG_POLL_SECONDS = 25;

/** The proxy was silent for too long. */
export class NothingHeard extends Error {
  override readonly name = 'NothingHeard';
}

export type Command =
  | { method: 'POST'; path: 'handoff'; body: { id: string } }
  | { method: 'DELETE'; path: 'handoff' }
  | { method: 'POST'; path: 'end' }
  | { method: 'POST'; path: 'read'; body: { throughSeq: number } }
  | { method: 'POST'; path: `messages/${string}/stop` };

/** The requests that the proxy understands. Each rejects with `Refusal`, or as `fetch` does; nothing is repeated here. */
export interface Transport {
  start(
    facts: { locale: string; page?: { url: string; title: string } },
    signal: AbortSignal,
  ): Promise<Session>;
  snapshot(session: Session, signal: AbortSignal): Promise<Conversation>;
  /** The events after `seq`; with `waitSeconds` it answers only when there are some, or the time is over. */
  eventsAfter(
    session: Session,
    seq: number,
    waitSeconds: number,
    signal: AbortSignal,
  ): Promise<StoredEvent[]>;
  command(session: Session, command: Command, signal: AbortSignal): Promise<void>;
  /** Posts a message and hears its answer. Resolves when the proxy has ended the stream. */
  ask(
    session: Session,
    message: { id: string; text: string },
    seq: number,
    onFrame: (frame: Frame) => void,
    signal: AbortSignal,
  ): Promise<void>;
  /** Hears everything after `seq`. `onByte` is called for each sign of life. Rejects when the stream is cut. */
  events(
    session: Session,
    seq: number,
    onFrame: (frame: Frame) => void,
    onByte: () => void,
    signal: AbortSignal,
  ): Promise<void>;
}

type Parts = { server: string; fetch: typeof fetch; clock: Clock };
type Request = {
  method?: string;
  path: string;
  session?: Session;
  body?: unknown;
  seq?: number;
  signal: AbortSignal;
};

/** @param server where the proxy lives, without a slash at the end. */
export function createTransport({ server, fetch, clock }: Parts): Transport {
  /** Sends a request and gives its answer to `read`, both within a time that `read` may prolong. */
  async function request<T>(
    { method = 'GET', path, session, body, seq, signal }: Request,
    withinMs: number,
    read: (response: Response, prolong: (ms: number) => void) => Promise<T>,
  ): Promise<T> {
    const abort = new AbortController();
    const follow = () => abort.abort(signal.reason);
    if (signal.aborted) follow();
    signal.addEventListener('abort', follow);
    let isLate = false;
    let callOff = () => {};
    const prolong = (ms: number) => {
      callOff();
      callOff = clock.after(ms, () => {
        isLate = true;
        abort.abort();
      });
    };
    prolong(withinMs);
    try {
      const response = await fetch(`${server}/api/${path}`, {
        method,
        credentials: 'omit',
        headers: {
          ...(session && { Authorization: `Bearer ${session.token}` }),
          ...(body !== undefined && { 'Content-Type': 'application/json' }),
          ...(seq !== undefined && { 'Last-Event-ID': String(seq) }),
        },
        ...(body !== undefined && { body: JSON.stringify(body) }),
        signal: abort.signal,
      });
      if (!response.ok) throw await refusalOf(response);
      return await read(response, prolong);
    } catch (error) {
      throw isLate ? new NothingHeard() : error;
    } finally {
      callOff();
      signal.removeEventListener('abort', follow);
      // Lets go of a body that nobody reads to its end.
      abort.abort();
    }
  }

  const json = <T>(what: Request, withinMs = ANSWER_WITHIN_MS): Promise<T> =>
    request<T>(what, withinMs, (response) => response.json());

  const ofConversation = (session: Session, path = '') => `conversations/${session.id}${path}`;

  return {
    start: (body, signal) => json({ method: 'POST', path: 'conversations', body, signal }),

    async snapshot(session, signal) {
      const path = ofConversation(session);
      const answer = await json<{ conversation: Conversation }>({ path, session, signal });
      return answer.conversation;
    },

    async eventsAfter(session, seq, waitSeconds, signal) {
      const wait = waitSeconds > 0 ? `&wait=${waitSeconds}` : '';
      const path = ofConversation(session, `?after=${seq}${wait}`);
      const withinMs = ANSWER_WITHIN_MS + waitSeconds * 1000;
      const answer = await json<{ events: StoredEvent[] }>({ path, session, signal }, withinMs);
      return answer.events;
    },

    async command(session, command, signal) {
      const { method } = command;
      const path = ofConversation(session, `/${command.path}`);
      const body = 'body' in command ? command.body : method === 'POST' ? {} : undefined;
      await json({ method, path, session, body, signal });
    },

    ask: (session, message, seq, onFrame, signal) =>
      request(
        {
          method: 'POST',
          path: ofConversation(session, '/messages'),
          session,
          body: message,
          seq,
          signal,
        },
        ANSWER_WITHIN_MS,
        (response, prolong) => readFrames(response, onFrame, () => prolong(SILENCE_MS)),
      ),

    events: (session, seq, onFrame, onByte, signal) =>
      request(
        { path: ofConversation(session, '/events'), session, seq, signal },
        GREETING_WITHIN_MS,
        (response, prolong) =>
          readFrames(response, onFrame, () => {
            prolong(SILENCE_MS);
            onByte();
          }),
      ),
  };
}

async function readFrames(
  response: Response,
  onFrame: (frame: Frame) => void,
  onByte: () => void,
): Promise<void> {
  const reader = response.body?.getReader();
  if (!reader) return;
  const decoder = new TextDecoder();
  const parse = createSseParser((event) => {
    const frame = frameOf(event);
    if (frame) onFrame(frame);
  });
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    onByte();
    parse(decoder.decode(value, { stream: true }));
  }
}
