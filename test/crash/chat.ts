import { setTimeout } from 'node:timers/promises';
import type { Random } from '../random.ts';
import { GOODBYE } from './agents.ts';
import { startCustomer, type Customer } from './customer.ts';
import type { Reader } from './history.ts';

const QUESTIONS = [
  'My teapot arrived broken, what now?',
  'How long does delivery take?',
  'Can I return a bowl that I have used?',
] as const;
const LONGEST_PAUSE_MS = 300;

export type Chat = {
  customer: Customer;
  tabs: Reader[];
  handoffs: { id: string; isCancelled: boolean }[];
};

/**
 * A chat from its first question to its end: the AI agent answers, people take over once or twice, somebody ends it. Nobody
 * writes across an end, so every word has exactly one place where it belongs.
 */
export async function haveChat(url: string, name: string, random: Random): Promise<Chat> {
  const customer = await startCustomer(url, name);
  const handoffs: Chat['handoffs'] = [];
  let count = 0;
  const words = (text: string) => `${text} (${name}, ${(count += 1)})`;
  const pause = () => setTimeout(random.between(0, LONGEST_PAUSE_MS));

  async function askForPerson(isCancelled: boolean): Promise<void> {
    const handoff = await customer.requestHandoff();
    if (!('id' in handoff)) throw new Error(`${name} asked for a person, and nothing happened`);
    handoffs.push({ id: handoff.id, isCancelled });
  }

  async function takeBack(): Promise<void> {
    await askForPerson(true);
    await pause();
    await customer.cancelHandoff();
    await customer.ask(words(random.pick(QUESTIONS)));
  }

  async function talkToPerson(): Promise<void> {
    await askForPerson(false);
    const messages = random.between(1, 3);
    for (let message = 1; message <= messages; message += 1) {
      await pause();
      const text = words('I have one more thing to say.');
      await customer.tell(text);
      if (message < messages && random.chance(0.5)) continue;
      await customer.untilAgentsAnswer(text);
      await customer.markRead();
    }
    if (random.chance(0.4)) {
      await customer.endChat();
    } else {
      await customer.tell(words(GOODBYE));
      await customer.untilHandoffIs('ended');
    }
  }

  await customer.ask(words(random.pick(QUESTIONS)));
  const takesBack = random.chance(0.2);
  if (takesBack) await takeBack();
  await talkToPerson();
  // Not after both: of more than twenty messages the first ones go to Zendesk packed into one.
  if (!takesBack && random.chance(0.4)) {
    await customer.ask(words(random.pick(QUESTIONS)));
    await talkToPerson();
  }
  return { customer, tabs: await customer.leave(), handoffs };
}
