import { isOpen } from '../../src/conversation/status.ts';
import { StoredEvent } from '../../src/protocol/event.ts';
import { StartedConversation } from '../../src/protocol/routes.ts';
import { framesOf, type Answer, type Browser } from './browser.ts';
import type { Random } from '../random.ts';
import { openTab, type Tab } from './tab.ts';
import type { Trace } from './trace.ts';
import type { VirtualClock } from './virtual-clock.ts';

/** What a customer wrote; `seq` as soon as the proxy has said that it has it. */
export type Said = { id: string; text: string; seq: number | null };

/** Somebody on the site who chats, asks for a person, and does not give up before everything has arrived. */
export type Customer = {
  readonly name: string;
  /** Null until the first request is answered. */
  started(): StartedConversation | null;
  readonly said: readonly Said[];
  readonly tabs: readonly Tab[];
  /** Nothing is left to do or to send. */
  isDone(): boolean;
};

type CustomerOptions = {
  name: string;
  browser: Browser;
  clock: VirtualClock;
  random: Random;
  trace: Trace;
  /** No more new words: what was begun is finished. */
  isOver(): boolean;
  /** Whether an e-mail address can be left. */
  canLeaveTicket: boolean;
  /** The proxy has said that it has the message. */
  acknowledged(conversationId: string, text: string): Promise<void>;
  onMisplaced(tab: string, seq: number, expected: number): void;
};

const CONFLICT = 409;

export function startCustomer(options: CustomerOptions): Customer {
  const { name, browser, clock, random, trace } = options;
  const said: Said[] = [];
  const tabs: Tab[] = [];
  let started: StartedConversation | null = null;
  let isDone = false;
  void chat().finally(() => (isDone = true));

  async function chat(): Promise<void> {
    await clock.wait(random.between(0, 3_000));
    started = await begin();
    open('stream');
    if (random.chance(0.3)) open('poll');
    await ask(random.pick([0, 1, 1, 2]));
    await talkToAPerson();
    if (options.isOver() || random.chance(0.85)) return;
    await ask(1);
    await talkToAPerson();
  }

  async function talkToAPerson(): Promise<void> {
    if (options.canLeaveTicket && random.chance(0.15)) return leaveTicket();
    await press('handoff');
    await ask(random.pick([0, 1, 2, 3, 4]));
    if (options.canLeaveTicket && random.chance(0.15)) await leaveTicket();
    if (random.chance(0.15)) await press('end');
    else await untilNobodyIsThere();
  }

  function open(kind: 'stream' | 'poll'): void {
    if (!started) return;
    const tab = `${name} ${kind}`;
    const onMisplaced = (seq: number, due: number) => options.onMisplaced(tab, seq, due);
    tabs.push(openTab({ name: tab, kind, started, browser, clock, random, onMisplaced }));
  }

  async function begin(): Promise<StartedConversation> {
    const { response } = await insist('/api/conversations', {});
    return StartedConversation.parse(await response.json());
  }

  async function ask(times: number): Promise<void> {
    for (let count = 0; count < times && !options.isOver(); count += 1) {
      await clock.wait(random.between(0, random.pick([300, 3_000, 12_000])));
      await say(`${name} says ${said.length + 1}.`);
    }
  }

  async function say(text: string): Promise<void> {
    const message: Said = { id: random.uuid(), text, seq: null };
    said.push(message);
    trace(name, `writes “${text}” ${message.id}`);
    while (message.seq === null) {
      const answer = await insist(own('/messages'), { id: message.id, text });
      message.seq = await acknowledgement(answer, message);
    }
    trace(name, `“${text}” is sent, seq ${message.seq}`);
  }

  /** The seq of the message, if the stream comes as far. */
  async function acknowledgement(answer: Answer, message: Said): Promise<number | null> {
    try {
      for await (const { event, data } of framesOf(answer)) {
        const stored = event === 'event' ? StoredEvent.parse(JSON.parse(data)) : null;
        if (stored?.event.type !== 'message-added') continue;
        if (stored.event.message.body !== message.text || !started) continue;
        await options.acknowledged(started.id, message.text);
        return stored.seq;
      }
    } catch {
      // The connection was lost: it is sent again.
    }
    return null;
  }

  /** Sends again what is shown not to have reached the agents, mostly. */
  async function mend(): Promise<void> {
    const [tab] = tabs;
    for (const { id, text } of said) {
      const { handoff, failures } = tab?.conversation() ?? {};
      if (!handoff || !isOpen(handoff) || failures?.[id] !== 'delivery') continue;
      if (options.isOver() || random.chance(0.3)) continue;
      trace(name, `sends “${text}” again`);
      const times = random.chance(0.3) ? 2 : 1;
      await Promise.all(
        Array.from({ length: times }, () => insist(own('/messages'), { id, text })),
      );
    }
  }

  async function press(what: 'handoff' | 'end'): Promise<void> {
    trace(name, what === 'handoff' ? 'asks for a person' : 'has enough');
    const id = random.uuid();
    await insist(own(`/${what}`), what === 'handoff' ? { id } : {});
    // A second press, by a hasty finger.
    if (random.chance(0.1)) await insist(own(`/${what}`), { id: random.uuid() });
  }

  /** Refused once a person is there. */
  async function leaveTicket(): Promise<void> {
    trace(name, 'leaves an e-mail address');
    const times = random.chance(0.3) ? 2 : 1;
    const request = { id: random.uuid(), contact: { email: 'customer@example.com' } };
    await Promise.all(Array.from({ length: times }, () => insist(own('/ticket'), request)));
  }

  async function untilNobodyIsThere(): Promise<void> {
    const [tab] = tabs;
    while (tab && isOpen(tab.conversation().handoff) && !options.isOver()) {
      await mend();
      await clock.wait(5_000);
    }
  }

  function own(route: string): string {
    return `/api/conversations/${started?.id}${route}`;
  }

  /** Sends it until it is answered with success, or something else is true by now. */
  async function insist(path: string, body: object): Promise<Answer> {
    for (let pauseMs = 500; ; pauseMs = Math.min(2 * pauseMs, 10_000)) {
      try {
        const answer = await browser(path, {
          method: 'POST',
          headers: {
            'content-type': 'application/json',
            ...(started && { authorization: `Bearer ${started.token}` }),
          },
          body: JSON.stringify(body),
        });
        const { ok, status } = answer.response;
        if (ok || status === CONFLICT) return answer;
        void answer.response.body?.cancel();
      } catch {
        // Nobody there, or the answer was lost.
      }
      await clock.wait(random.between(pauseMs / 2, pauseMs));
    }
  }

  return { name, started: () => started, said, tabs, isDone: () => isDone };
}
