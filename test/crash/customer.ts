import { newConversation } from '../../src/conversation/new-conversation.ts';
import { messagesOf } from '../../src/conversation/status.ts';
import type { HandoffState } from '../../src/protocol/handoff.ts';
import {
  ConversationEvents,
  HandoffAnswer,
  StartedConversation,
} from '../../src/protocol/routes.ts';
import { json } from '../proxy/rig.ts';
import { answersTo } from './agents.ts';
import { follow } from './follow.ts';
import type { Reader } from './history.ts';
import { accepted, persist } from './persist.ts';

const PATIENCE_MS = 20_000;

/** A customer with two open tabs, who repeats every request until it is answered. */
export type Customer = Awaited<ReturnType<typeof startCustomer>>;

export async function startCustomer(url: string, name: string) {
  const { id, token } = await persist(`${name} opens a conversation`, async () => {
    const response = await fetch(`${url}/api/conversations`, json({}));
    return StartedConversation.parse(await (await accepted(response)).json());
  });
  const path = `${url}/api/conversations/${id}`;
  const headers = { authorization: `Bearer ${token}` };
  const said: string[] = [];
  const tabs = [1, 2].map((tab) => follow(`${name}, tab ${tab}`, `${path}/events`, headers));
  const [tab] = tabs;

  function call(route: string, body: unknown, method = 'POST'): Promise<Response> {
    const signal = AbortSignal.timeout(PATIENCE_MS);
    return fetch(path + route, { ...json(body, headers), method, signal }).then(accepted);
  }

  async function handoff(route: string, body: unknown, method = 'POST') {
    return persist(`${name}: ${method} ${route}`, async () => {
      const response = await call(route, body, method);
      return HandoffAnswer.parse(await response.json()).handoff;
    });
  }

  async function sees(what: string, look: () => boolean): Promise<void> {
    await persist(`${name} sees ${what}`, async () => {
      if (!look()) throw new Error('Not yet');
    });
  }

  async function say(text: string, read: (response: Response) => Promise<unknown>) {
    const message = { id: crypto.randomUUID(), text };
    await persist(`${name} says ${text}`, async () => read(await call('/messages', message)));
    said.push(text);
  }

  return {
    name,
    said,
    /** Says something and waits until the AI agent has answered it. */
    ask: (text: string) => say(text, (response) => response.text()),
    /** Says something; once this resolves, Baton has promised to keep it. */
    tell: (text: string) => say(text, async (response) => response.body?.cancel()),
    requestHandoff: () => handoff('/handoff', { id: crypto.randomUUID() }),
    cancelHandoff: () => handoff('/handoff', {}, 'DELETE'),
    endChat: () => handoff('/end', {}),
    async markRead(): Promise<void> {
      const body = { throughSeq: tab?.conversation.seq ?? 0 };
      await persist(`${name} reads`, () => call('/read', body));
    },
    untilHandoffIs: (state: HandoffState) =>
      sees(`that the handoff is ${state}`, () => tab?.conversation.handoff.state === state),
    untilAgentsAnswer: (text: string) =>
      sees(`what agents answer to ${text}`, () => {
        const seen = messagesOf(tab?.conversation ?? newConversation(id)).map(({ body }) => body);
        const answers = [answersTo(text, false), answersTo(text, true)];
        return answers.some((answer) => answer.every((body) => seen.includes(body)));
      }),
    /** Closes the tabs, and tells what they saw. */
    async leave(): Promise<Reader[]> {
      await Promise.all(tabs.map((each) => each.stop()));
      return tabs;
    },
    /** Comes back when all is over and reads the whole conversation. */
    async comeBack(): Promise<Reader> {
      const events = await persist(`${name} comes back`, async () => {
        const response = await accepted(await fetch(`${path}?after=0`, { headers }));
        return ConversationEvents.parse(await response.json()).events;
      });
      return { name: `${name}, back again`, events, resets: 0 };
    },
  };
}
