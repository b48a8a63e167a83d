import { computed, effect, untracked } from '@preact/signals';
import { messagesOf } from '../src/conversation/status.ts';
import type { Frame } from '../src/protocol/frame.ts';
import { createAnswers } from './answers.ts';
import { seeChat } from './chat-state.ts';
import { createControls } from './controls.ts';
import { createCourse } from './course.ts';
import { createFrames } from './frames.ts';
import type { Hearing, HearingParts } from './hearing-type.ts';
import { insist } from './insist.ts';
import { createLatePart } from './late-part.ts';
import { createLog } from './log.ts';
import { createOpinions } from './opinions.ts';
import { failureOf } from './refusal.ts';
import type { Posted } from './sending-type.ts';
import { postMessage } from './sending.ts';
import { mirrorTabs } from './tab-talk.ts';
import { createTransport, framesTo, type Command } from './transport.ts';
import { createTrouble } from './trouble.ts';
import { createTyping } from './typing.ts';
import { countUnread } from './unread.ts';
import type { Session } from './wire.ts';

/** Restores the conversation of this page, and keeps it in step with the proxy and with the other tabs. */
export function startHearing(parts: HearingParts): Hearing {
  const { tabs, clock, isOpen, patience, sending } = parts;
  const { wire, current, outgoing, life } = sending;
  const transport = createTransport(wire);
  const trouble = createTrouble(clock);
  const typing = createTyping(clock);
  const end = () => life.peek().signal;
  const report = (error: unknown) => course.report(failureOf(error));

  const log = createLog({
    snapshot: () => transport.snapshot(current.now(), end()),
    eventsAfter: (seq) => transport.eventsAfter(current.now(), seq, 0, end()),
    onEvent: (stored) => frames.onEvent(stored),
  });
  const lastSeq = () => log.conversation.peek().seq;

  const answers = createAnswers({
    log,
    clock,
    patience,
    ask: (message, signal) => {
      const session = current.now();
      return answerOf(session, postMessage(wire, session, message, lastSeq(), signal));
    },
    tellStop: (id) =>
      transport.command(current.now(), { method: 'POST', path: `messages/${id}/stop` }, end()),
    onAsked: (id, askedAt) =>
      tabs.tell({ type: 'asked', conversationId: current.id(), id, askedAt }),
    onTrouble: report,
  });

  const answerOf = (session: Session, posted: Posted) => (onFrame: (frame: Frame) => void) =>
    posted(
      framesTo((frame) => {
        frames.hear(frame, session);
        onFrame(frame);
      }),
    );

  const frames = createFrames({ conversationId: current.id, log, answers, typing, tabs });

  const controls = createControls({
    ...parts,
    command: async (command, signal) =>
      transport.command(await current.ensure(signal), command, signal),
    refresh: log.refresh,
    onFailed(kind, error) {
      report(error);
      if (kind === 'request') trouble.handoffNotSent();
    },
  });

  const opinions = createOpinions({
    ...parts,
    command: (command, signal) => transport.command(current.now(), command, signal),
    refresh: log.refresh,
  });

  const unread = countUnread({
    conversation: log.conversation,
    isOpen,
    clock,
    // Whatever goes wrong with it, the next message read says it again.
    tellRead: (throughSeq) =>
      mention(current.now(), { method: 'POST', path: 'read', body: { throughSeq } }),
  });

  const course = createCourse({
    ...parts,
    life,
    current,
    log,
    answers,
    controls,
    outgoing,
    unread,
    trouble,
    typing,
    mention,
  });

  const listening = createLatePart({
    ...parts,
    async fetchPart() {
      const { keepListening } = await import('./listening.ts');
      return () => ({
        dispose: keepListening({
          ...parts,
          session: computed(() =>
            trouble.problem.value?.type === 'expired' ? null : current.session.value,
          ),
          conversation: log.conversation,
          life,
          transport,
          onFrame: frames.hear,
          onTrouble: report,
        }),
      });
    },
  });

  const seen = seeChat({
    ...parts,
    conversation: log.conversation,
    wish: controls.wish,
    isAnswering: answers.isAnswering,
    isEmpty: course.isEmpty,
    now: clock.now,
  });

  function mention(to: Session, command: Command): void {
    const signal = end();
    insist(() => transport.command(to, command, signal), { patience, signal }).catch(() => {});
  }

  log.begin(current.id());
  // One that began just now comes whole with the answer to its first message.
  if (current.wasKept) void course.restore();

  const undo = [
    effect(() => {
      const ids = new Set(messagesOf(log.conversation.value).map(({ id }) => id));
      untracked(() => outgoing.confirm(ids));
    }),
    // Whoever talks to the AI agent alone hears its answers; the team speaks whenever it likes.
    effect(() => {
      if (log.conversation.value.handoff.state !== 'ai') listening.load();
    }),
    listening.dispose,
  ];

  return {
    ...seen,
    conversation: answers.conversation,
    unsent: outgoing.unsent,
    answer: answers.answer,
    problem: trouble.problem,
    agentTyping: typing.isTyping,
    unread: unread.count,

    lastSeq,
    settled: controls.settled,
    report: course.report,
    begin(next) {
      log.begin(next?.id ?? '');
      unread.reset();
    },
    async hearAnswer(message, posted, signal) {
      signal.throwIfAborted();
      await answers.send(message, answerOf(current.now(), posted), signal);
      trouble.over('rate-limited');
    },

    fetchFile: (file) => transport.file(current.now(), file, end()),
    giveOpinion: (opinion) => opinions.give(opinion, end()),
    answerAgain: (messageId) => answers.join(messageId, end()),
    stopAnswer: answers.stop,
    requestHandoff(request) {
      if (!seen.canHandOff.value) return;
      trouble.over('handoff-not-sent');
      controls.want('request', end(), request);
    },
    async leaveTicket(ticket) {
      await controls.leaveTicket(ticket, end()).catch((error: unknown) => {
        report(error);
        throw error;
      });
      trouble.over('handoff-not-sent');
    },
    previewSummary: () => transport.summary(current.now(), end()),
    cancelHandoff: () => controls.want('cancel', end()),
    endChat: () => controls.want('end', end()),
    startNewChat: course.startAnew,
    markSeen: () =>
      tabs.tell({ type: 'seen', conversationId: current.id(), throughSeq: unread.seeEnd() }),
    turnAway: unread.close,

    hearTab: mirrorTabs({
      ...parts,
      conversationId: current.id,
      answers,
      outgoing,
      unread,
      onFrame: frames.mirror,
      onSession: course.follow,
      onLeft(ids) {
        for (const id of ids) answers.join(id, end());
      },
    }),
    hearPage(event) {
      if (event === 'hidden-away') course.pause();
      if (event === 'back') void course.restore();
    },
    dispose() {
      course.pause();
      trouble.clear();
      for (const stop of undo) stop();
    },
  };
}
