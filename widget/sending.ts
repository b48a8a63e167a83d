import { signal } from '@preact/signals';
import { keepSession } from './current-session.ts';
import { createOutgoing } from './outgoing.ts';
import type { Hearer, Posted, Sending, SendingParts } from './sending-type.ts';
import type { KeptMessage } from './storage.ts';
import {
  ANSWER_WITHIN_MS,
  createWire,
  pathOf,
  type Read,
  type Session,
  type Wire,
} from './wire.ts';

/**
 * Begins the conversation and sends what the customer writes. By itself it gets the first message on its way; those who
 * hear what comes back are asked for then.
 */
export function startSending(parts: SendingParts): Sending {
  const { draft, hearing } = parts;
  const wire = createWire(parts);
  const life = signal(new AbortController());

  const current = keepSession({
    ...parts,
    start: (body, signal) =>
      wire.json<Session>({ method: 'POST', path: 'conversations', body, signal }),
    onChange(next) {
      hearing.now()?.begin(next);
      draft.keep();
    },
  });

  const outgoing = createOutgoing({
    ...parts,
    async post(message, end) {
      // Who is on the way already may have something to say before it, or to ask.
      if (hearing.isWanted.peek()) await (await hearer(end)).settled();
      const session = await current.ensure(end);
      const posted = postMessage(wire, session, message, hearing.now()?.lastSeq() ?? 0, end);
      await (await hearer(end)).hearAnswer(message, posted, end);
    },
    onTrouble: (failure) => hearing.whenThere(({ report }) => report(failure)),
  });

  async function hearer(end: AbortSignal): Promise<Hearer> {
    return (
      hearing.now() ??
      new Promise((resolve, reject) => {
        hearing.whenThere(resolve);
        // Whoever waits holds up the other tabs.
        end.addEventListener('abort', () => reject(end.reason));
      })
    );
  }

  outgoing.run(life.peek().signal);

  return {
    wire,
    current,
    outgoing,
    life,
    hearPage(event) {
      if (event === 'online' || event === 'offline') outgoing.connectionChanged();
      if (event === 'hidden-away') life.peek().abort();
      if (event === 'back') {
        life.value = new AbortController();
        outgoing.run(life.peek().signal);
      }
    },
    dispose: () => life.peek().abort(),
  };
}

/**
 * Posts a message. The same id as often as it takes is one message.
 * @param seq the last event that is known
 */
export function postMessage(
  wire: Wire,
  session: Session,
  { id, text, response }: Pick<KeptMessage, 'id' | 'text' | 'response'>,
  seq: number,
  signal: AbortSignal,
): Posted {
  let give = (_read: Read<void>) => {};
  const reader = new Promise<Read<void>>((resolve) => {
    give = resolve;
  });
  const path = pathOf(session, '/messages');
  const over = wire.request(
    { method: 'POST', path, session, body: { id, text, response }, seq, signal },
    ANSWER_WITHIN_MS,
    async (response, prolong) => (await reader)(response, prolong),
  );
  // Whoever reads it is told; until then it has not gone wrong for anybody.
  over.catch(() => {});
  return (read) => {
    give(read);
    return over;
  };
}
