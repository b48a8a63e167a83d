import type { Usage } from '../agent/model.ts';
import { isOpen, messagesOf } from '../conversation/status.ts';
import type { Conversation } from '../protocol/conversation.ts';
import type { Citation, Action, Message } from '../protocol/message.ts';
import type { Clock } from './clock.ts';
import type { Change, Conversations } from './conversations.ts';
import { answerAdded } from './handoff.ts';
import { factsOf, type Log } from './log.ts';
import type { AnswerEnd, Metrics } from './metrics.ts';

/** What the proxy asks of the AI agent. */
export interface Answerer {
  /** Nothing follows `hand-off`: the customer wants a person. */
  answer(
    conversation: Conversation,
    question: Message,
    signal: AbortSignal,
  ): AsyncIterable<
    | { type: 'text'; text: string }
    | { type: 'usage'; inputTokens: number; outputTokens: number }
    | { type: 'hand-off' }
    | { type: 'done'; citations: Citation[]; actions: Action[] }
  >;
}

export type Delta = { answerId: string; replyTo: string; offset: number; text: string };

/** An answer that is being written. */
export interface RunningAnswer {
  /** Gives what there is already, then each further piece. */
  follow(listener: (delta: Delta) => void): () => void;
  /** Resolves when the answer, or that there is none, stands in the log. */
  readonly finished: Promise<void>;
}

export interface Answers {
  /**
   * Has a message of the customer answered; joins the answer if it is being written already. `sender` is where it comes
   * from, if that is known.
   */
  ask(conversationId: string, question: Message, sender: string | null): RunningAnswer;
  /** The customer has read enough: what there is stays, marked as stopped. */
  stop(conversationId: string, questionId: string): Promise<void>;
  /** Ends the answer at once, for a handoff: gives what had been shown, to be written with the handoff. */
  cut(conversationId: string): Message | null;
  /** Ends every answer; what was shown of it stays, marked as stopped. */
  close(): Promise<void>;
}

type AnswersOptions = {
  answerer: Answerer;
  conversations: Conversations;
  assistant: string;
  /** The AI agent heard a wish for a person. The result is what it says where something comes before the handoff. */
  handOff(conversationId: string, sender: string | null): Promise<string | null>;
  /** What tokens cost, in the site owner's own money; undefined where that is not known. */
  costOf?(usage: Usage): number | undefined;
  metrics: Pick<Metrics, 'answerEnded' | 'modelUsed'>;
  clock: Clock;
  newId: () => string;
  log: Log;
};

/** No word by then, or no end by then: the answer counts as failed. */
const FIRST_WORD_MS = 30_000;
const WHOLE_ANSWER_MS = 120_000;
/** Nobody has followed an answer for so long: it is written for nobody, and may cost money. */
const NO_READER_MS = 30_000;

type Writing = {
  conversationId: string;
  sender: string | null;
  answer: Omit<Message, 'body'> & { replyTo: string; body: string };
  abort: AbortController;
  startedAt: number;
  /** Somebody ended it, and sees to what is kept. */
  ended: boolean;
  listeners: Set<(delta: Delta) => void>;
  /** Calls off the end that comes when nobody follows. */
  callOffEnd(): void;
  /** Resolves when what was shown of a stopped answer stands in the log. */
  kept: Promise<void>;
  finished: Promise<void>;
};

/** The AI agent's answers while they are written. A lost connection does not end one; whoever comes back joins it. */
export function createAnswers(options: AnswersOptions): Answers {
  const { answerer, conversations, metrics, clock, newId, log } = options;
  /** By conversation and question: ids of messages are made in browsers. */
  const writing = new Map<string, Writing>();
  /** One answer at a time in a conversation, so that each knows the one before. */
  const last = new Map<string, Promise<void>>();

  function ask(conversationId: string, question: Message, sender: string | null): RunningAnswer {
    const known = writing.get(keyOf(conversationId, question.id));
    const answer = known ?? begin(conversationId, question, sender);
    return {
      finished: answer.finished,
      follow(listener) {
        if (answer.answer.body) listener(deltaOf(answer, 0, answer.answer.body));
        answer.listeners.add(listener);
        answer.callOffEnd();
        return () => {
          answer.listeners.delete(listener);
          const isOver = !writing.has(keyOf(conversationId, question.id));
          if (answer.listeners.size === 0 && !isOver) endUnlessFollowed(answer);
        };
      },
    };
  }

  function begin(conversationId: string, question: Message, sender: string | null): Writing {
    const answer: Writing = {
      conversationId,
      sender,
      answer: {
        id: newId(),
        author: { kind: 'ai-agent', name: options.assistant },
        at: new Date(clock.now()).toISOString(),
        body: '',
        format: 'markdown',
        replyTo: question.id,
      },
      abort: new AbortController(),
      startedAt: clock.now(),
      ended: false,
      listeners: new Set(),
      callOffEnd: () => {},
      kept: Promise.resolve(),
      finished: Promise.resolve(),
    };
    endUnlessFollowed(answer);
    const before = last.get(conversationId) ?? Promise.resolve();
    answer.finished = before
      .then(() => write(answer, question))
      .then(() => answer.kept)
      .catch((error: unknown) =>
        log.error({ conversationId, ...factsOf(error) }, 'An answer could not be written down'),
      )
      .finally(() => {
        answer.callOffEnd();
        writing.delete(keyOf(conversationId, question.id));
        if (last.get(conversationId) === answer.finished) last.delete(conversationId);
      });
    writing.set(keyOf(conversationId, question.id), answer);
    last.set(conversationId, answer.finished);
    return answer;
  }

  function endUnlessFollowed(writing: Writing): void {
    writing.callOffEnd();
    writing.callOffEnd = clock.setTimeout(() => {
      // Without a word it counts as failed: there is nothing to keep.
      if (writing.answer.body) void keep(writing).catch(() => {});
      else writing.abort.abort();
    }, NO_READER_MS);
  }

  async function write(writing: Writing, question: Message): Promise<void> {
    const { conversationId, abort } = writing;
    const patience = [
      clock.setTimeout(() => writing.answer.body || abort.abort(), FIRST_WORD_MS),
      clock.setTimeout(() => abort.abort(), WHOLE_ANSWER_MS),
    ];
    try {
      const conversation = await conversations.load(conversationId);
      if (writing.ended || isOpen(conversation.handoff)) return;
      for await (const part of answerer.answer(conversation, question, abort.signal)) {
        if (writing.ended) return;
        if (part.type === 'text') {
          grow(writing, part.text);
        } else if (part.type === 'usage') {
          const { inputTokens, outputTokens } = part;
          const cost = options.costOf?.(part);
          metrics.modelUsed(part, cost);
          log.info({ conversationId, inputTokens, outputTokens, cost }, 'The model answered');
        } else if (part.type === 'hand-off') {
          const words = await options.handOff(conversationId, writing.sender);
          if (words === null) return count(writing, 'handed-off');
          grow(writing, words);
          await commit(writing, { citations: [], actions: [{ type: 'hand-off', isWanted: true }] });
          return count(writing, 'answered');
        } else {
          await commit(writing, part);
          return count(writing, 'answered');
        }
      }
      throw new Error('The answer has no end');
    } catch (error) {
      if (writing.ended) return;
      log.warn({ conversationId, ...factsOf(error) }, 'The AI agent could not answer');
      count(writing, 'failed');
      await conversations.change(conversationId, failure(question, writing.answer.id));
    } finally {
      for (const cancel of patience) cancel();
    }
  }

  function count({ startedAt }: Writing, end: AnswerEnd): void {
    metrics.answerEnded(end, (clock.now() - startedAt) / 1000);
  }

  function grow(writing: Writing, text: string): void {
    const delta = deltaOf(writing, writing.answer.body.length, text);
    writing.answer.body += text;
    for (const listener of writing.listeners) listener(delta);
  }

  async function commit(
    { conversationId, answer }: Writing,
    { citations, actions }: { citations: Citation[]; actions: Action[] },
  ): Promise<void> {
    const message: Message = {
      ...answer,
      at: new Date(clock.now()).toISOString(),
      ...(citations.length > 0 && { citations }),
      ...(actions.length > 0 && { actions }),
    };
    await conversations.change(conversationId, (conversation) =>
      maySpeak(conversation, answer.replyTo) ? { events: [answerAdded(message)] } : {},
    );
  }

  /** Ends an answer and writes down what was shown. */
  function keep(writing: Writing): Promise<void> {
    const message = end(writing);
    const { conversationId, answer } = writing;
    writing.kept = conversations
      .change(conversationId, (conversation) =>
        maySpeak(conversation, answer.replyTo) ? { events: [answerAdded(message)] } : {},
      )
      .then(() => {});
    return writing.kept;
  }

  /** Ends an answer; whoever calls writes down what is kept. */
  function end(writing: Writing): Message {
    writing.ended = true;
    count(writing, 'stopped');
    writing.abort.abort();
    return { ...writing.answer, at: new Date(clock.now()).toISOString(), stopped: true };
  }

  return {
    ask,
    async stop(conversationId, questionId) {
      const found = writing.get(keyOf(conversationId, questionId));
      if (found && !found.ended) await keep(found);
    },
    cut(conversationId) {
      const theirs = [...writing.values()].filter(
        (one) => one.conversationId === conversationId && !one.ended,
      );
      const shown = theirs.map(end).find(({ body }) => body !== '');
      return shown ?? null;
    },
    async close() {
      for (const one of writing.values()) {
        if (one.ended) continue;
        // Without a word nothing is kept: the client asks again, of whoever serves it then.
        if (one.answer.body) void keep(one).catch(() => {});
        else end(one);
      }
      await Promise.allSettled(last.values());
    },
  };
}

function keyOf(conversationId: string, questionId: string): string {
  return `${conversationId}/${questionId}`;
}

/** Decided again at the moment of writing: not while people are in charge, and once per question. */
function maySpeak(conversation: Conversation, questionId: string): boolean {
  const answered = messagesOf(conversation).some(({ replyTo }) => replyTo === questionId);
  return !isOpen(conversation.handoff) && !answered;
}

function failure(question: Message, answerId: string) {
  return (conversation: Conversation): Change =>
    maySpeak(conversation, question.id)
      ? {
          events: [
            {
              key: `unanswered:${answerId}`,
              event: { type: 'message-failed', id: question.id, code: 'answer' },
            },
          ],
        }
      : {};
}

function deltaOf({ answer }: Writing, offset: number, text: string): Delta {
  return { answerId: answer.id, replyTo: answer.replyTo, offset, text };
}
