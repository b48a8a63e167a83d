import { demoAccount } from '../../src/demo/simulator/account.ts';
import type { Simulator } from '../../src/demo/simulator/simulator.ts';
import { StoredEvent } from '../../src/protocol/event.ts';
import type { OutboxRow } from '../../src/store/store.ts';
import { ConversationAnswer, MessagesAnswer } from '../../src/zendesk/received.ts';
import type { ZendeskMessage } from '../../src/zendesk/message.ts';
import type { Said } from './customer.ts';
import type { Plan } from './plan.ts';
import { ZENDESK } from './process.ts';
import type { Reply } from './team.ts';
import type { World } from './world.ts';
import type { Effect } from './zendesk-line.ts';

/** A conversation as it stands at Zendesk. */
export type RemoteConversation = {
  id: string;
  /** Oldest first. */
  messages: readonly ZendeskMessage[];
  holder: 'agents' | 'somebody else' | 'nobody';
  tickets: number;
};

/** What was made of somebody's e-mail address. */
export type LeftTicket = {
  id: string;
  /** All that the team reads there. */
  text: string;
};

/** A conversation as the proxy keeps it, beside what its customer did and saw. */
export type LocalConversation = {
  id: string;
  customer: string;
  said: readonly Said[];
  events: readonly StoredEvent[];
  outbox: readonly OutboxRow[];
  tabs: readonly { name: string; events: readonly StoredEvent[] }[];
};

/** Everything that a run leaves behind: enough to say whether a promise was broken. */
export type History = {
  isBoundKept: Plan['isBoundKept'];
  local: readonly LocalConversation[];
  remote: readonly RemoteConversation[];
  tickets: readonly LeftTicket[];
  /** What the agents wrote. */
  replies: readonly Reply[];
  effects: readonly Effect[];
};

export async function readHistory(world: World): Promise<History> {
  const { plan, store, simulator, team } = world;
  const { effects } = world.line;
  const local: LocalConversation[] = [];
  for (const { name, started, said, tabs } of world.customers) {
    const id = started()?.id;
    if (id === undefined) continue;
    const events = (await store.read(id, 0)).map((event) => StoredEvent.parse(event));
    const outbox = await store.outbox(id);
    local.push({ id, customer: name, said, events, outbox, tabs });
  }
  const remote: RemoteConversation[] = [];
  for (const { kind, id } of effects) {
    if (kind === 'conversation') remote.push(await readRemote(simulator, id));
  }
  const tickets = simulator.workspace
    .snapshot()
    .tickets.filter(({ conversationId }) => conversationId === null)
    .map(({ id, messages }) => ({
      id: String(id),
      text: messages.map(({ text }) => text).join('\n'),
    }));
  return { isBoundKept: plan.isBoundKept, local, remote, tickets, replies: team.replies, effects };
}

async function readRemote(simulator: Simulator, id: string): Promise<RemoteConversation> {
  const key = Buffer.from(`${demoAccount.keyId}:${demoAccount.secretKey}`).toString('base64');
  const path = `${ZENDESK}/sc/v2/apps/${demoAccount.appId}/conversations/${id}`;
  const read = async (url: string): Promise<unknown> => {
    const headers = { authorization: `Basic ${key}` };
    return (await simulator.fetch(new Request(url, { headers }))).json();
  };
  const { conversation } = ConversationAnswer.parse(await read(path));
  const { messages } = MessagesAnswer.parse(await read(`${path}/messages`));
  const tickets = simulator.workspace.snapshot().tickets.filter((one) => one.conversationId === id);
  const type = conversation.activeIntegration?.integrationType;
  const holder =
    type === undefined ? 'nobody' : type === 'zd:agentWorkspace' ? 'agents' : 'somebody else';
  return { id, messages, holder, tickets: tickets.length };
}
