import type { SimulatorProcess } from '../journeys/processes.ts';
import type { Agents } from './agents.ts';
import type { Chat } from './chat.ts';
import { faultsOf, lateReplies, type Fault } from './faults.ts';
import type { ChatHistory } from './history.ts';
import { persist } from './persist.ts';
import type { Wire } from './wire.ts';
import {
  conversationAtZendesk,
  integrationsAtZendesk,
  isStillDelivering,
} from './zendesk-memory.ts';

/** What came of a round. */
export type Account = {
  chats: number;
  handoffs: number;
  customersMessages: number;
  agentsMessages: number;
  /** Events that readers got, each reader for itself. */
  eventsRead: number;
  /** Replies that came behind later ones, see `lateReplies`. */
  lateReplies: number;
  faults: Fault[];
};

type Sources = { chats: readonly Chat[]; agents: Agents; simulator: SimulatorProcess; wire: Wire };

/**
 * Asks both sides what they remember, and compares. As long as Zendesk itself is still trying to deliver something, what is
 * missing is not lost.
 */
export async function account(sources: Sources): Promise<Account> {
  return persist('Zendesk has delivered everything', async () => {
    const mayCome = await isStillDelivering(sources.simulator.url);
    const result = await accountNow(sources);
    if (mayCome && result.faults.some(({ kind }) => kind === 'lost')) throw new Error('Not yet');
    return result;
  });
}

async function accountNow(sources: Sources): Promise<Account> {
  const histories = await historiesOf(sources);
  const handoffs = histories.flatMap((history) => history.handoffs);
  const integrations = await integrationsAtZendesk(sources.simulator.url);
  const surplus: Fault[] =
    integrations > 1
      ? [{ kind: 'doubled', chat: 'set-up', words: `${integrations} integrations` }]
      : [];
  return {
    chats: histories.length,
    handoffs: handoffs.length,
    customersMessages: sum(histories.map(({ said }) => said.length)),
    agentsMessages: sum(handoffs.map(({ replied }) => replied.length)),
    eventsRead: sum(histories.flatMap(({ readers }) => readers.map(({ events }) => events.length))),
    lateReplies: sum(histories.map(lateReplies)),
    faults: [...surplus, ...histories.flatMap(faultsOf)],
  };
}

async function historiesOf({ chats, agents, simulator, wire }: Sources): Promise<ChatHistory[]> {
  const tickets = await simulator.tickets();
  const memories = await Promise.all(
    [...wire.conversations].map((id) => conversationAtZendesk(simulator.url, id)),
  );
  return Promise.all(
    chats.map(async ({ customer, tabs, handoffs }) => ({
      name: customer.name,
      said: customer.said,
      readers: [...tabs, await customer.comeBack()],
      handoffs: handoffs.map((handoff) => {
        const theirs = memories.filter(({ handoffId }) => handoffId === handoff.id);
        return {
          ...handoff,
          arrived: theirs.map(({ posted }) => posted),
          tickets: tickets.filter(({ conversationId }) =>
            theirs.some(({ id }) => id === conversationId),
          ).length,
          replied: theirs.flatMap(({ id }) => agents.repliesIn(id)),
        };
      }),
    })),
  );
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
