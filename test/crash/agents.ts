import { setTimeout } from 'node:timers/promises';
import type { SimulatorProcess, Ticket } from '../journeys/processes.ts';
import type { Random } from '../random.ts';

const GLANCE_MS = 200;

/** Customers who begin like this have nothing more to say. */
export const GOODBYE = 'Goodbye';

/** What agents write about something that a customer said: one message or two, the last of which says how many. */
export function answersTo(text: string, isLong: boolean): string[] {
  return isLong
    ? [`Let me look at “${text}”.`, `That is all about “${text}”, in two messages.`]
    : [`That is all about “${text}”.`];
}

export interface Agents {
  /** What agents wrote in this conversation of Zendesk, in that order. */
  repliesIn(conversationId: string): string[];
  stop(): Promise<void>;
}

/** Agents who answer whatever customers say last, in one message or two, and end a chat after its goodbye. */
export function startAgents(simulator: SimulatorProcess, random: Random): Agents {
  const replies = new Map<string, string[]>();
  const over = new Set<string>();
  let atWork = true;

  async function answer({ id, conversationId, messages }: Ticket): Promise<void> {
    const last = messages.findLast(({ author }) => author.kind === 'customer')?.text;
    if (over.has(id) || conversationId === null || last === undefined) return;
    if (messages.some(({ author, text }) => author.kind === 'agent' && text.includes(last))) return;
    try {
      if (random.chance(0.5)) await simulator.act(id, 'accept');
      for (const text of answersTo(last, random.chance(0.5))) {
        await simulator.act(id, 'reply', { text });
        replies.set(conversationId, [...(replies.get(conversationId) ?? []), text]);
      }
      if (!last.startsWith(GOODBYE)) return;
      await simulator.act(id, 'end');
      over.add(id);
    } catch {
      // The customer has ended the chat.
      over.add(id);
    }
  }

  async function work(): Promise<void> {
    while (atWork) {
      for (const ticket of await simulator.tickets()) await answer(ticket);
      await setTimeout(GLANCE_MS);
    }
  }
  const working = work();
  working.catch(() => {});

  return {
    repliesIn: (conversationId) => replies.get(conversationId) ?? [],
    async stop() {
      atWork = false;
      await working;
    },
  };
}
