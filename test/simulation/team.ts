import type { Simulator } from '../../src/demo/simulator/simulator.ts';
import type { Random } from '../random.ts';
import type { Trace } from './trace.ts';
import type { VirtualClock } from './virtual-clock.ts';

/** What an agent wrote. */
export type Reply = {
  /** Zendesk's ids. */
  id: string;
  remoteId: string;
  text: string;
  isDeleted: boolean;
};

/** The agents in the simulated workspace. */
export type Team = { readonly replies: readonly Reply[]; isDone(): boolean };

type TeamOptions = {
  simulator: Simulator;
  clock: VirtualClock;
  random: Random;
  trace: Trace;
  /** The agents go home. */
  isOver(): boolean;
};

/** Agents look after every ticket: a few replies each, now and then one taken back, mostly an end. */
export function startTeam({ simulator, clock, random, trace, isOver }: TeamOptions): Team {
  const { workspace } = simulator;
  const replies: Reply[] = [];
  const left = new Map<number, number>();
  void work();

  const openTickets = () => workspace.snapshot().tickets.filter(({ active }) => active);

  async function work(): Promise<void> {
    while (!isOver()) {
      await clock.wait(random.between(500, 6_000));
      if (isOver()) return;
      for (const ticket of openTickets()) {
        const remaining = left.get(ticket.id) ?? random.between(0, 3);
        left.set(ticket.id, remaining - 1);
        if (remaining > 0) reply(ticket.id, ticket.conversationId ?? '');
        else if (remaining < 0 || random.chance(0.5)) end(ticket.id);
      }
    }
  }

  function reply(ticketId: number, remoteId: string): void {
    const text = `reply ${replies.length + 1}`;
    workspace.reply(ticketId, { text });
    const ticket = workspace.snapshot().tickets.find(({ id }) => id === ticketId);
    const message = ticket?.messages.find((one) => one.text === text);
    if (!message) throw new Error('The simulated Zendesk has lost a reply');
    const written: Reply = { id: message.id, remoteId, text, isDeleted: false };
    replies.push(written);
    trace('agent', `writes “${text}” ${message.id}`);
    if (!random.chance(0.1)) return;
    workspace.deleteMessage(ticketId, message.id);
    written.isDeleted = true;
    trace('agent', `takes “${text}” back`);
  }

  function end(ticketId: number): void {
    const how = random.pick([{}, {}, {}, { passAway: true }, { silent: true }]);
    workspace.end(ticketId, how);
    trace('agent', `ends ticket ${ticketId} ${JSON.stringify(how)}`);
  }

  return { replies, isDone: () => openTickets().length === 0 };
}
