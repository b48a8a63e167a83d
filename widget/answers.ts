import { computed, type ReadonlySignal } from '@preact/signals';
import { messagesOf } from '../src/conversation/status.ts';
import type { Conversation } from '../src/protocol/conversation.ts';
import type { Frame } from '../src/protocol/frame.ts';
import type { OpenAnswer } from './chat-type.ts';
import type { Clock } from './clock.ts';
import type { Log } from './log.ts';
import type { Patience } from './patience.ts';
import { createQuestions, isSettled } from './questions.ts';
import { failureOf } from './refusal.ts';

/** After so long without an answer the customer is told, and can ask again. */
const GIVE_UP_AFTER_MS = 30_000;

type Asked = { id: string; text: string };

/** Gives every frame of an answer, until the proxy ends it. */
type Hear = (onFrame: (frame: Frame) => void) => Promise<void>;

type Parts = {
  log: Pick<Log, 'conversation' | 'refresh'>;
  clock: Clock;
  patience: Patience;
  /** Posts a message that the proxy has: it gives the rest of the answer, or all of it again. */
  ask(message: Asked, signal: AbortSignal): Hear;
  tellStop(id: string): Promise<void>;
  onAsked(id: string, askedAt: number): void;
  onTrouble(error: unknown): void;
};

export interface Answers {
  answer: ReadonlySignal<OpenAnswer | null>;
  /** The log, with what this tab knows better: what is asked again has not failed, what we gave up on has. */
  conversation: ReadonlySignal<Conversation>;
  /** An answer is under way, and wanted. */
  isAnswering: ReadonlySignal<boolean>;
  /** A message is on its way. Resolves when the proxy has it; its answer is heard from then on. */
  send(message: Asked, hear: Hear, signal: AbortSignal): Promise<void>;
  /** Hears the answer of a message that the proxy has. */
  join(id: string, signal: AbortSignal): void;
  /** The next piece of an answer, heard by this tab or told by another. */
  piece(delta: Extract<Frame, { type: 'delta' }>, isHere: boolean): void;
  mirror(id: string, askedAt: number): void;
  /** Nothing more is shown of the open answer, unless the proxy cannot be told. */
  stop(): void;
  close(id: string): void;
  /** The questions whose answers this tab hears. */
  here(): string[];
  clear(): void;
}

export function createAnswers(parts: Parts): Answers {
  const { log, clock, patience, ask, tellStop, onAsked, onTrouble } = parts;
  const questions = createQuestions(log.conversation);
  const { current, change, close, find, isOver } = questions;

  function open(id: string): void {
    const askedAt = clock.now();
    questions.open(id, askedAt, true);
    onAsked(id, askedAt);
  }

  async function listen(message: Asked, signal: AbortSignal): Promise<void> {
    try {
      await ask(message, signal)(failsWith(message.id));
    } catch (error) {
      const failure = failureOf(error);
      if (failure.type === 'expired') throw error;
      if (failure.type === 'final') change(message.id, { phase: 'failed' });
      if (failure.type === 'limited') {
        onTrouble(error);
        await patience.exactly(failure.retryAfterMs, signal);
      }
    }
  }

  const failsWith = (id: string) => (frame: Frame) => {
    if (frame.type === 'error') change(id, { phase: 'failed' });
  };

  /** Makes sure that the answer of a message arrives, or is said to have failed. */
  async function follow(message: Asked, signal: AbortSignal): Promise<void> {
    const startedAt = clock.now();
    for (let attempt = 0; !isOver(message.id); attempt += 1) {
      await log.refresh().catch((error: unknown) => {
        if (failureOf(error).type === 'expired') throw error;
      });
      if (signal.aborted || isOver(message.id)) break;
      if (find(message.id)?.phase === 'stopping') return close(message.id);
      if (clock.now() - startedAt >= GIVE_UP_AFTER_MS) change(message.id, { phase: 'failed' });
      else {
        await patience.beforeRepeat(attempt, signal);
        if (!signal.aborted && !isOver(message.id)) await listen(message, signal);
      }
    }
    if (!signal.aborted && find(message.id)?.phase !== 'failed') close(message.id);
  }

  return {
    answer: computed(() => {
      if (!current.value) return null;
      const { id, answerId, text, askedAt } = current.value;
      return { id: answerId, replyTo: id, text, askedAt };
    }),

    isAnswering: computed(() => current.value?.phase === 'open'),

    conversation: questions.conversation,

    send(message, hear, signal) {
      const fails = failsWith(message.id);
      return new Promise((resolve, reject) => {
        let isAcknowledged = false;
        open(message.id);
        hear((frame) => {
          if (isMessage(frame, message.id)) {
            isAcknowledged = true;
            resolve();
          }
          if (isAcknowledged) fails(frame);
        })
          .catch((error: unknown) => {
            // A cut in the answer is no reason to send the question again.
            if (!isAcknowledged) throw error;
          })
          .then(() => {
            if (!isAcknowledged)
              throw new TypeError('The stream ended before the message was confirmed');
            return follow(message, signal);
          })
          .catch((error: unknown) => {
            if (signal.aborted && isAcknowledged) return;
            close(message.id);
            if (isAcknowledged) onTrouble(error);
            else reject(error);
          });
      });
    },

    join(id, signal) {
      const message = messagesOf(log.conversation.value).find((candidate) => candidate.id === id);
      if (!message) return;
      const asked = { id, text: message.body };
      open(id);
      listen(asked, signal)
        .then(() => follow(asked, signal))
        .catch((error: unknown) => {
          if (!signal.aborted) onTrouble(error);
        });
    },

    piece(delta, isHere) {
      const { replyTo } = delta;
      if (!find(replyTo) && !isSettled(log.conversation.value, replyTo)) {
        questions.open(replyTo, clock.now(), false);
      }
      questions.add(delta, isHere);
    },

    mirror: (id, askedAt) => questions.open(id, askedAt, false),

    stop() {
      const question = current.value;
      if (question?.phase !== 'open') return;
      const { id } = question;
      change(id, { phase: 'stopping' });
      tellStop(id).catch(() => {
        if (find(id)?.phase === 'stopping') change(id, { phase: 'open' });
      });
    },

    close,
    here: () =>
      questions.all.value.filter(({ isHere, id }) => isHere && !isOver(id)).map(({ id }) => id),
    clear: questions.clear,
  };
}

function isMessage(frame: Frame, id: string): boolean {
  return (
    frame.type === 'event' &&
    frame.stored.event.type === 'message-added' &&
    frame.stored.event.message.id === id
  );
}
