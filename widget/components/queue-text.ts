import type { Handoff } from '../../src/protocol/handoff.ts';
import type { WidgetSettings } from '../../src/protocol/routes.ts';
import type { Sentence } from './notice-text.ts';

type Waiting = Extract<Handoff, { state: 'waiting' }>;
type Ticket = Extract<Handoff, { state: 'ticket' }>;
type Known = Pick<WidgetSettings, 'tickets' | 'usualWaitMinutes' | 'waitMinutes'>;

/** A card's heading, and what it means. */
type CardText = { title: Sentence; text: Sentence };

/** The place in line. No number is said that nobody gave, and no time is promised. */
export function queueText(waiting: Waiting, known: Known, isSlow: boolean): CardText {
  const { position } = waiting;
  if (isSlow) {
    return {
      title: ['queue.slow.title'],
      text: [known.tickets ? 'queue.slow.email' : 'queue.slow.text'],
    };
  }
  if (position === 1) return { title: ['queue.next'], text: waitText(waiting, known) };
  if (position !== undefined) {
    return { title: ['queue.place', { number: position }], text: waitText(waiting, known) };
  }
  return { title: ['queue.title'], text: waitText(waiting, known) };
}

function waitText({ wait }: Waiting, { usualWaitMinutes }: Known): Sentence {
  const { from, to } = wait ?? { from: usualWaitMinutes, to: usualWaitMinutes };
  if (from === undefined || to === undefined) return ['queue.text'];
  if (to < 1) return ['queue.wait.short'];
  return from < to ? ['queue.wait.range', { from, count: to }] : ['queue.wait', { count: to }];
}

/** When a wait takes longer than it usually does, in ms since it began. */
export function slowAfterMs({ wait }: Waiting, { usualWaitMinutes, waitMinutes }: Known): number {
  const typical = wait?.to ?? usualWaitMinutes ?? Infinity;
  return Math.min(2 * Math.max(1, typical), waitMinutes) * 60_000;
}

/** A request that is answered by e-mail. */
export function ticketText({ number: id, email }: Ticket): CardText {
  const title: Sentence = ['queue.ticket'];
  if (email) {
    return {
      title,
      text: id ? ['queue.ticket.email', { id, email }] : ['queue.ticket.soon', { email }],
    };
  }
  return { title, text: id ? ['queue.ticket.no-email', { id }] : ['queue.ticket.soon.no-email'] };
}
