import type { Opinion } from './chat-type.ts';
import { insist } from './insist.ts';
import type { Patience } from './patience.ts';
import type { Command } from './transport.ts';

type Parts = {
  patience: Patience;
  /** Tells the proxy, once. */
  command(command: Command, signal: AbortSignal): Promise<void>;
  /** Reads the log, so that what is shown rests on events. */
  refresh(): Promise<void>;
  makeId(): string;
};

export interface Opinions {
  give(opinion: Opinion, signal: AbortSignal): Promise<void>;
}

/** Tells the proxy what the customer thinks; see `Chat.giveOpinion`. */
export function createOpinions({ patience, command, refresh, makeId }: Parts): Opinions {
  // Who changes their mind is believed in the order in which they did.
  let line = Promise.resolve();

  function tell(opinion: Opinion, signal: AbortSignal): Promise<void> {
    // Made once: however often it is tried, it is one opinion.
    const made = commandOf(opinion, makeId());
    if (opinion.type === 'rating') return command(made, signal);
    const told = line.then(() => insist(() => command(made, signal), { patience, signal }));
    line = told.catch(() => {});
    return told;
  }

  return {
    async give(opinion, signal) {
      await tell(opinion, signal);
      await insist(refresh, { patience, signal });
    },
  };
}

function commandOf(opinion: Opinion, id: string): Command {
  if (opinion.type === 'feedback') {
    const { messageId, feedback } = opinion;
    return { method: 'POST', path: 'feedback', body: { id, messageId, ...feedback } };
  }
  const { handoffId, score } = opinion;
  return { method: 'POST', path: 'rating', body: { handoffId, score } };
}
