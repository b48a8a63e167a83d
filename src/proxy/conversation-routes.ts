import type { HttpBindings } from '@hono/node-server';
import { Hono, type Context } from 'hono';
import { isBlank } from '../conversation/clean-text.ts';
import { canAnswer } from '../conversation/responses.ts';
import { isOpen, messagesOf } from '../conversation/status.ts';
import type { Conversation } from '../protocol/conversation.ts';
import type { Message } from '../protocol/message.ts';
import type { Settings } from '../protocol/settings.ts';
import {
  EventsSince,
  GiveFeedback,
  GiveRating,
  LeaveTicket,
  MarkRead,
  PostMessage,
  RequestHandoff,
  StartConversation,
  type ConversationEvents,
  type ConversationSnapshot,
  type Done,
  type HandoffAnswer,
  type StartedConversation,
  type SummaryAnswer,
} from '../protocol/routes.ts';
import type { Store } from '../store/store.ts';
import type { Answers } from './answers.ts';
import type { Clock } from './clock.ts';
import type { Conversations } from './conversations.ts';
import { attachedFiles, customersWords } from './attached-files.ts';
import { frameText } from './frame-text.ts';
import { openFrameStream, type FrameStream } from './frame-stream.ts';
import { endHandoff, relay, requestHandoff } from './handoff.ts';
import { apiHeaders } from './headers.ts';
import type { Asker, Limits } from './limits.ts';
import { leaveTicket } from './leave-ticket.ts';
import type { Live } from './live.ts';
import { fileRoutes } from './file-routes.ts';
import type { OpenMedia } from './media.ts';
import { giveFeedback, giveRating } from './opinions.ts';
import type { Pings } from './pings.ts';
import { Refusal } from './refusal.ts';
import { readBody } from './request-body.ts';
import { sendAgain } from './send-again.ts';
import { bearerToken, hashToken, newToken } from './session.ts';
import { writeEvents } from './write-events.ts';

export type Env = { Bindings: Partial<HttpBindings> };

export type ConversationRoutesOptions = {
  store: Store;
  conversations: Conversations;
  answers: Answers;
  live: Live;
  pings: Pings;
  limits: Limits;
  /** Where a request comes from; null if nobody can say. */
  senderOf(c: Context<Env>): string | null;
  settings: Settings;
  /** False: knowledge only. */
  canHandOff: boolean;
  canLeaveTicket: boolean;
  /** The summary that a handoff would share now. */
  preview(conversation: Conversation): Promise<string | null>;
  /** Null: nothing is connected that files could come from. */
  openMedia: OpenMedia | null;
  allowedOrigins: ReadonlySet<string>;
  clock: Clock;
  newId: () => string;
};

/** Everything a customer's widget does, below `/api/conversations`. */
export function conversationRoutes(options: ConversationRoutesOptions): Hono<Env> {
  const { store, conversations, answers, live, pings, limits, senderOf } = options;
  const { settings, allowedOrigins, clock, newId } = options;
  const assistant = settings.assistant.name;
  const now = () => new Date(clock.now()).toISOString();
  const app = new Hono<Env>();

  /** The token opens exactly one conversation; for any other, known or not, the answer is the same. */
  async function authorise(c: Context<Env>): Promise<string> {
    const token = bearerToken(c.req.header('authorization'));
    const id = token ? await store.conversationByToken(hashToken(token)) : null;
    if (id === null || id !== c.req.param('id')) {
      throw new Refusal('not-found', 'There is no such conversation');
    }
    return id;
  }

  function askerOf(c: Context<Env>, conversation: string | null): Asker {
    return { conversation, sender: senderOf(c) };
  }

  /** Somebody who connects again and again is turned away before the store is asked who it is. */
  async function countConnection(c: Context<Env>): Promise<void> {
    const token = bearerToken(c.req.header('authorization'));
    await limits.count('connections', askerOf(c, token && hashToken(token)));
  }

  function openStream(c: Context<Env>) {
    const headers = apiHeaders(c.req.header('origin'), allowedOrigins);
    return openFrameStream(headers, c.env?.outgoing);
  }

  /** The acknowledgement, the answer while it is written, and everything that came of it. */
  async function answer(
    question: Message,
    { id, handoff, entries }: Conversation,
    cursor: number,
    stream: FrameStream,
    sender: string | null,
  ): Promise<void> {
    pings.keepAlive(stream);
    try {
      const isAnswered = entries.some(
        (entry) => entry.kind === 'message' && entry.message.replyTo === question.id,
      );
      // Questions that came together are asked in their order, however long each takes to be acknowledged.
      const running = isOpen(handoff) || isAnswered ? null : answers.ask(id, question, sender);
      const sent = await writeEvents(store, id, cursor, stream);
      if (!running) return;
      const unfollow = running.follow((delta) =>
        stream.send(frameText({ type: 'delta', ...delta })),
      );
      stream.onClose(unfollow);
      await running.finished;
      unfollow();
      await writeEvents(store, id, sent, stream);
    } finally {
      stream.end();
    }
  }

  app.post('/', async (c) => {
    await limits.count('conversations', askerOf(c, null));
    const { locale, page } = await readBody(c, StartConversation);
    const id = newId();
    const token = newToken();
    await store.tx(async (tx) => {
      await tx.createConversation({ id, tokenHash: hashToken(token), createdAt: clock.now() });
      await tx.append(id, 'started', {
        type: 'conversation-started',
        at: now(),
        locale,
        ...(page && { page }),
      });
    });
    return c.json({ id, token } satisfies StartedConversation, 201);
  });

  app.get('/:id', async (c) => {
    const query = EventsSince.safeParse(c.req.query());
    const wait = query.data?.wait ?? 0;
    if (wait > 0) await countConnection(c);
    const id = await authorise(c);
    if (!query.success) throw new Refusal('bad-request', 'after and wait must be numbers');
    const { after } = query.data;
    const conversation = await conversations.load(id);
    if (after === undefined || after > conversation.seq) {
      return c.json({ conversation } satisfies ConversationSnapshot);
    }
    const leave = wait > 0 ? limits.openStream(askerOf(c, id)) : () => {};
    const events = await live.since(id, after, wait * 1000).finally(leave);
    return c.json({ events } satisfies ConversationEvents);
  });

  app.get('/:id/events', async (c) => {
    await countConnection(c);
    const id = await authorise(c);
    const leave = limits.openStream(askerOf(c, id), () => stream.end());
    const stream = openStream(c);
    stream.onClose(leave);
    live.follow(id, cursorOf(c) ?? 0, stream);
    return stream.response;
  });

  const takesFiles = options.canHandOff && settings.widget.files;
  const mostFiles = takesFiles ? settings.limits.filesPerMessage : 0;
  app.route(
    '/',
    fileRoutes({
      ...options,
      mostBytes: takesFiles ? settings.limits.fileBytes : null,
      authorise,
      askerOf,
    }),
  );

  app.post('/:id/messages', async (c) => {
    const id = await authorise(c);
    await limits.count('messages', askerOf(c, id));
    const asked = await readBody(c, PostMessage);
    const { id: messageId, text, response } = asked;
    const files = asked.files?.length
      ? await attachedFiles(store, await conversations.load(id), asked, mostFiles)
      : [];
    if (files.length === 0 || !isBlank(text)) checkText(text, settings.limits.messageCharacters);
    const message: Message = {
      id: messageId,
      author: { kind: 'customer' },
      at: now(),
      ...customersWords(text.toWellFormed(), files),
      format: 'plain',
      ...(response && { response }),
    };
    let conversation = await conversations.change(id, (current) => addMessage(current, message));
    if (conversation.failures[messageId] === 'delivery' && isOpen(conversation.handoff)) {
      conversation = await conversations.change(id, sendAgain(messageId));
    }
    const place = placeOf(conversation, messageId);
    const stream = openStream(c);
    // What the client missed before its message comes first, so that it never has a gap to fill.
    const cursor = Math.min(cursorOf(c) ?? place - 1, place - 1);
    // The store is away: the client comes back, and its message is there.
    void answer(message, conversation, cursor, stream, senderOf(c)).catch(() => {});
    return stream.response;
  });

  app.post('/:id/messages/:messageId/stop', async (c) => {
    const id = await authorise(c);
    await answers.stop(id, c.req.param('messageId'));
    return c.json({ ok: true } satisfies Done);
  });

  app.post('/:id/handoff', async (c) => {
    const id = await authorise(c);
    const request = await readBody(c, RequestHandoff);
    if (!options.canHandOff) throw new Refusal('not-allowed', 'Handoff is not enabled');
    // A second press, or a request that is sent again, finds the handoff that is open.
    if (!isOpen((await conversations.load(id)).handoff)) {
      await limits.count('handoffs', askerOf(c, null));
    }
    const cut = () => answers.cut(id);
    const decision = requestHandoff({ ...request, at: now(), assistant, cut });
    const { handoff } = await conversations.change(id, decision);
    return c.json({ handoff } satisfies HandoffAnswer);
  });

  app.post('/:id/ticket', async (c) => {
    const id = await authorise(c);
    const request = await readBody(c, LeaveTicket);
    if (!options.canLeaveTicket) throw new Refusal('not-allowed', 'Tickets are not enabled');
    await limits.count('handoffs', askerOf(c, null));
    const decision = leaveTicket({ ...request, at: now(), assistant });
    const { handoff } = await conversations.change(id, decision);
    return c.json({ handoff } satisfies HandoffAnswer);
  });

  app.post('/:id/summary', async (c) => {
    const id = await authorise(c);
    if (!options.canHandOff && !options.canLeaveTicket) {
      throw new Refusal('not-allowed', 'Handoff is not enabled');
    }
    // It may cost as much as an answer.
    await limits.count('messages', askerOf(c, id));
    const summary = await options.preview(await conversations.load(id));
    return c.json({ summary } satisfies SummaryAnswer);
  });

  const end = async (c: Context<Env>) => {
    const id = await authorise(c);
    const { handoff } = await conversations.change(id, endHandoff(now(), assistant));
    return c.json({ handoff } satisfies HandoffAnswer);
  };
  app.delete('/:id/handoff', end);
  app.post('/:id/end', end);

  app.post('/:id/read', async (c) => {
    const id = await authorise(c);
    const { throughSeq } = await readBody(c, MarkRead);
    await conversations.change(id, (conversation) =>
      readByCustomer(conversation, throughSeq, now()),
    );
    return c.json({ ok: true } satisfies Done);
  });

  app.post('/:id/feedback', async (c) => {
    const id = await authorise(c);
    await limits.count('opinions', askerOf(c, id));
    await conversations.change(id, giveFeedback(await readBody(c, GiveFeedback)));
    return c.json({ ok: true } satisfies Done);
  });

  app.post('/:id/rating', async (c) => {
    const id = await authorise(c);
    await limits.count('opinions', askerOf(c, id));
    const rating = await readBody(c, GiveRating);
    await conversations.change(id, giveRating(rating, options.canLeaveTicket ? now() : null));
    return c.json({ ok: true } satisfies Done);
  });

  return app;
}

/** A place that no conversation reaches, and the last that a database may be asked for. */
const NOWHERE = 2 ** 31 - 1;

/** The last event that the client has, if it says so; a nonsense one is nowhere. */
function cursorOf(c: Context<Env>): number | undefined {
  const cursor = c.req.header('last-event-id');
  if (cursor === undefined) return undefined;
  return /^\d{1,15}$/.test(cursor) ? Math.min(Number(cursor), NOWHERE) : NOWHERE;
}

function checkText(text: string, most: number): void {
  if (isBlank(text)) throw new Refusal('bad-request', 'text: must not be blank');
  if (text.length > most) {
    throw new Refusal('too-large', `text: must have at most ${most} characters`);
  }
}

/** A repeat changes nothing; the same id with other words is a mistake of the client. */
function addMessage(conversation: Conversation, message: Message) {
  const known = messagesOf(conversation).find(({ id }) => id === message.id);
  if (known && (known.author.kind !== 'customer' || known.body !== message.body)) {
    throw new Refusal('conflict', 'id: is taken by another message');
  }
  if (known) return {};
  if (conversation.removed.includes(message.id)) {
    throw new Refusal('conflict', 'id: is taken by a message that was removed');
  }
  const said = { ...message };
  // The words count in any case; an answer comes once, to those who asked.
  if (said.response && !canAnswer(conversation, said.response.messageId)) delete said.response;
  return {
    events: [
      { key: `message:${said.id}`, event: { type: 'message-added' as const, message: said } },
    ],
    rows: relay(conversation, said),
  };
}

function placeOf({ entries }: Conversation, messageId: string): number {
  const entry = entries.find(
    (candidate) => candidate.kind === 'message' && candidate.message.id === messageId,
  );
  if (!entry) throw new Refusal('internal', 'The message has no place');
  return entry.seq;
}

function readByCustomer(conversation: Conversation, throughSeq: number, at: string) {
  const { handoff, read, seq } = conversation;
  const through = Math.min(throughSeq, seq);
  if (through <= read.customer) return {};
  const key = `read:customer:${through}`;
  return {
    events: [
      { key, event: { type: 'read' as const, by: 'customer' as const, at, throughSeq: through } },
    ],
    rows:
      handoff.state === 'live'
        ? [{ kind: 'mark-read' as const, key: `${handoff.id}:${through}`, body: '{}' }]
        : [],
  };
}
