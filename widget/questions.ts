import { computed, signal, type ReadonlySignal } from '@preact/signals';
import { isOpen, messagesOf } from '../src/conversation/status.ts';
import type { Conversation } from '../src/protocol/conversation.ts';
import type { Frame } from '../src/protocol/frame.ts';

/**
 * A message of the customer that the AI agent is to answer.
 * `stopping`: the customer has heard enough. `failed`: we gave up waiting; the proxy itself says so by an event.
 */
type Question = {
  id: string;
  /** When it was asked, ms since 1970. */
  askedAt: number;
  answerId: string;
  /** As much of the answer as is known. */
  text: string;
  phase: 'open' | 'stopping' | 'failed';
  /** Whether its answer is heard in this tab. */
  isHere: boolean;
};

export interface Questions {
  all: ReadonlySignal<readonly Question[]>;
  /** The one whose answer is under way. */
  current: ReadonlySignal<Question | undefined>;
  /** The log, with what this tab knows better: what is asked again has not failed, what we gave up on has. */
  conversation: ReadonlySignal<Conversation>;
  open(id: string, askedAt: number, isHere: boolean): void;
  find(id: string): Question | undefined;
  change(id: string, patch: Partial<Question>): void;
  close(id: string): void;
  clear(): void;
  /** Nothing is left to be heard: there is an answer, a failure, or somebody else in charge. */
  isOver(id: string): boolean;
  /** The next piece of an answer, heard by this tab or told by another. */
  add(piece: Extract<Frame, { type: 'delta' }>, isHere: boolean): void;
}

/** The questions whose answers are awaited, and what there is of these answers. */
export function createQuestions(log: ReadonlySignal<Conversation>): Questions {
  const all = signal<readonly Question[]>([]);

  const current = computed(() =>
    all.value.find(
      ({ id, phase, isHere }) =>
        phase !== 'failed' &&
        !isSettled(log.value, id) &&
        // Whether a question of another tab has arrived is known when the log has it.
        (isHere || messagesOf(log.value).some((message) => message.id === id)),
    ),
  );

  const conversation = computed(() => {
    if (all.value.length === 0) return log.value;
    const failures = { ...log.value.failures };
    for (const { id, phase } of all.value) {
      if (phase === 'failed' && !isSettled(log.value, id)) failures[id] = 'answer';
      else delete failures[id];
    }
    return { ...log.value, failures };
  });

  const find = (id: string) => all.value.find((question) => question.id === id);

  function close(id: string): void {
    all.value = all.value.filter((question) => question.id !== id);
  }

  function open(id: string, askedAt: number, isHere: boolean): void {
    const question: Question = { id, askedAt, answerId: '', text: '', phase: 'open', isHere };
    all.value = [...all.value.filter((other) => other.id !== id), question];
  }

  function change(id: string, patch: Partial<Question>): void {
    all.value = all.value.map((question) =>
      question.id === id ? { ...question, ...patch } : question,
    );
  }

  return {
    all,
    current,
    conversation,
    open,
    find,
    change,
    close,
    clear() {
      all.value = [];
    },
    isOver(id) {
      const phase = find(id)?.phase;
      return !phase || phase === 'failed' || isSettled(log.value, id);
    },
    add({ answerId, replyTo, offset, text }, isHere) {
      const question = find(replyTo);
      if (question?.phase !== 'open') return;
      const before = question.answerId === answerId ? question.text : '';
      // A hole cannot be shown. The whole answer comes at the end.
      if (offset > before.length) return;
      // Two other tabs may hear the same answer, one of them later.
      if (!isHere && (question.isHere || offset + text.length <= before.length)) return;
      change(replyTo, { answerId, text: before.slice(0, offset) + text });
    },
  };
}

/** Nobody is going to answer a question any more: it has its answer, or a person is in charge. */
export function isSettled(conversation: Conversation, id: string): boolean {
  return (
    isOpen(conversation.handoff) || messagesOf(conversation).some(({ replyTo }) => replyTo === id)
  );
}
