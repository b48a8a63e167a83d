import { batch, computed, signal, type ReadonlySignal } from '@preact/signals';
import { isOpen } from '../src/conversation/status.ts';
import type { Answers } from './answers.ts';
import type { ConnectionWatch } from './connection.ts';
import type { Controls } from './controls.ts';
import type { CurrentSession } from './current-session.ts';
import { insist } from './insist.ts';
import type { Log } from './log.ts';
import type { Outgoing } from './outgoing.ts';
import type { Patience } from './patience.ts';
import { failureOf, type Failure } from './refusal.ts';
import type { Storage } from './storage.ts';
import type { Tabs } from './tabs.ts';
import type { Command } from './transport.ts';
import type { Trouble } from './trouble.ts';
import type { Typing } from './typing.ts';
import type { Unread } from './unread.ts';
import type { Session } from './wire.ts';

type Parts = {
  /** Everything under way ends with it: when the page is left, when another conversation begins. */
  life: { value: AbortController; peek(): AbortController };
  current: CurrentSession;
  log: Log;
  answers: Answers;
  controls: Controls;
  outgoing: Outgoing;
  unread: Unread;
  connection: ConnectionWatch;
  trouble: Trouble;
  typing: Typing;
  storage: Storage;
  tabs: Tabs;
  patience: Patience;
  /** Says something to the proxy that nobody waits for. */
  mention(to: Session, command: Command): void;
};

export interface Course {
  /** Nothing was said yet, as far as is known. */
  isEmpty: ReadonlySignal<boolean>;
  /** Catches up with the proxy, and goes on with what was left undone. */
  restore(): Promise<void>;
  /** The page is left; it may come back. */
  pause(): void;
  /** Another tab has gone over to this conversation. */
  follow(session: Session | null): void;
  /** Leaves the conversation for one that begins with the next message. */
  startAnew(): void;
  report(failure: Failure): void;
}

/** How a page goes through its conversations: finds the last one again, leaves it for another, loses it. */
export function createCourse(parts: Parts): Course {
  const { life, current, log, answers, controls, outgoing, unread } = parts;
  const { connection, trouble, typing, storage, tabs, patience } = parts;
  const isRestoring = signal(current.wasKept);

  function stop(): void {
    life.peek().abort();
    answers.clear();
    connection.settle();
    typing.say(false);
  }

  /** Ends all that is under way for the conversation that was. */
  function end(): void {
    stop();
    life.value = new AbortController();
    controls.clear();
  }

  function move(next: Session | null): void {
    batch(() => {
      end();
      trouble.clear();
      current.enter(next);
    });
  }

  function report(failure: Failure): void {
    if (failure.type === 'limited') trouble.limited(failure.retryAfterMs);
    if (failure.type !== 'expired') return;
    storage.dropSession(current.id());
    outgoing.hold();
    batch(() => {
      end();
      trouble.expired();
    });
  }

  async function restore(): Promise<void> {
    const { signal } = life.peek();
    outgoing.run(signal);
    if (!current.session.peek()) return;
    try {
      await insist(log.refresh, { patience, signal, onTrouble: connection.lost });
      connection.recovered();
      joinLast(signal);
    } catch (error) {
      if (!signal.aborted) report(failureOf(error));
    }
    if (!signal.aborted) isRestoring.value = false;
  }

  /** A reload, or a tab that was closed, may have cut an answer. */
  function joinLast(signal: AbortSignal): void {
    const { entries, failures, handoff } = log.conversation.value;
    const last = entries.at(-1);
    if (last?.kind !== 'message' || last.message.author.kind !== 'customer') return;
    const { id } = last.message;
    if (isOpen(handoff) || failures[id] || answers.here().includes(id)) return;
    answers.join(id, signal);
  }

  return {
    isEmpty: computed(
      () =>
        !isRestoring.value &&
        log.conversation.value.entries.length === 0 &&
        outgoing.unsent.value.length === 0,
    ),
    restore,
    pause() {
      tabs.tell({ type: 'left', conversationId: current.id(), ids: answers.here() });
      unread.close();
      stop();
    },
    follow(next) {
      move(next);
      void restore();
    },
    startAnew() {
      const old = current.session.value;
      const isExpired = trouble.problem.value?.type === 'expired';
      const isOngoing = isOpen(log.conversation.value.handoff) && !isExpired;
      if (old) storage.dropSession(old.id);
      if (!isExpired) outgoing.setAside();
      move(null);
      tabs.tell({ type: 'session', session: null });
      if (isExpired) outgoing.release();
      // The customer may leave before the proxy knows.
      if (old && isOngoing) parts.mention(old, { method: 'POST', path: 'end' });
      void restore();
    },
    report,
  };
}
