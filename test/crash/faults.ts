import { apply } from '../../src/conversation/apply.ts';
import { newConversation } from '../../src/conversation/new-conversation.ts';
import { plainText } from '../../src/conversation/plain-text.ts';
import { isOpen, messagesOf } from '../../src/conversation/status.ts';
import type { Conversation } from '../../src/protocol/conversation.ts';
import type { StoredEvent } from '../../src/protocol/event.ts';
import type { ChatHistory, HandoffHistory, Reader } from './history.ts';

export type Fault = {
  kind: 'lost' | 'doubled' | 'out of order' | 'gap';
  chat: string;
  words: string;
};
type Finding = Omit<Fault, 'chat'>;

/** What our side writes itself into a conversation at Zendesk, at most once each. */
const OWN_WORDS = /^(Summary\n|The customer (ended the chat|cancelled the request)\.$)/;

/** Compares what was said on one side of a chat with what came to the other, and what its readers saw with each other. */
export function faultsOf(chat: ChatHistory): Fault[] {
  const log = chat.readers.at(-1)?.events ?? [];
  const whole = folded(log);
  const findings = [
    ...chat.readers.flatMap((reader) => gapsOf(reader, log)),
    ...compared('the log', chat.said, bodiesBy(whole, 'customer')),
    ...repliesFaults(chat, whole),
    ...chat.handoffs.flatMap((handoff) => handoffFaults(handoff, log)),
    ...undelivered(whole),
  ];
  return findings.map((finding) => ({ chat: chat.name, ...finding }));
}

/**
 * How many replies stand behind a later one, because the customer had written something in between when they came at last.
 * That is no fault: a late reply goes before the agents' later ones, but never before the customer's own words.
 */
export function lateReplies(chat: ChatHistory): number {
  const whole = folded(chat.readers.at(-1)?.events ?? []);
  return inversions(chat, whole).filter(({ areNeighbours }) => !areNeighbours).length;
}

function repliesFaults(chat: ChatHistory, conversation: Conversation): Finding[] {
  const replied = chat.handoffs.flatMap((handoff) => handoff.replied);
  const counted = compared('the customer', replied, bodiesBy(conversation, 'agent'));
  return [
    ...counted.filter(({ kind }) => kind !== 'out of order'),
    ...inversions(chat, conversation).flatMap(({ text, areNeighbours }): Finding[] =>
      areNeighbours ? [{ kind: 'out of order', words: `the customer got “${text}” too late` }] : [],
    ),
  ];
}

/** The replies that stand behind one that was written after them. */
function inversions(chat: ChatHistory, { entries }: Conversation) {
  const replied = chat.handoffs.flatMap((handoff) => handoff.replied);
  const shown = entries.flatMap((entry, place) =>
    entry.kind === 'message' && entry.message.author.kind === 'agent'
      ? [{ text: entry.message.body, place }]
      : [],
  );
  return shown.flatMap(({ text, place }, index) => {
    const before = shown[index - 1];
    return before && replied.indexOf(before.text) > replied.indexOf(text)
      ? [{ text, areNeighbours: before.place === place - 1 }]
      : [];
  });
}

/** Every reader sees 1, 2, 3, … once each, and at the same place the same as everybody else. */
function gapsOf({ name, events, resets }: Reader, log: readonly StoredEvent[]): Finding[] {
  const gap = (words: string): Finding => ({ kind: 'gap', words: `${name} ${words}` });
  const wrong = events.findIndex(({ seq }, index) => seq !== index + 1);
  const other = events.findIndex(
    (event, index) => JSON.stringify(event) !== JSON.stringify(log[index]),
  );
  return [
    ...(resets > 0 ? [gap('was told to start again')] : []),
    ...(wrong >= 0 ? [gap(`got event ${events[wrong]?.seq} where ${wrong + 1} was next`)] : []),
    ...(wrong < 0 && other >= 0 ? [gap(`saw another event ${other + 1} than who came last`)] : []),
  ];
}

function handoffFaults(handoff: HandoffHistory, log: readonly StoredEvent[]): Finding[] {
  const { arrived, tickets, isCancelled } = handoff;
  const [first = []] = arrived;
  const where = 'Zendesk';
  const own = first.filter((text) => OWN_WORDS.test(text));
  const messages = first.filter((text) => !OWN_WORDS.test(text));
  const findings = [
    ...compared(where, wantedAtZendesk(log, handoff.id), messages),
    ...compared(where, [...new Set(own)], own),
    ...(arrived.length > 1 ? [surplus(`${arrived.length} conversations`)] : []),
    ...(tickets > 1 ? [surplus(`${tickets} tickets`)] : []),
  ];
  const isShort = ({ kind }: Finding) => kind === 'lost';
  if (isCancelled) return findings.filter((finding) => !isShort(finding));
  const isSilent = !own.some((text) => text.startsWith('Summary'));
  return isSilent ? [...findings, { kind: 'lost', words: 'Zendesk has no summary' }] : findings;
}

function surplus(what: string): Finding {
  return { kind: 'doubled', words: `one handoff made ${what} at Zendesk` };
}

/** Everything said until the handoff was asked for, as it was shown then, and what the customer said until it was over. */
function wantedAtZendesk(log: readonly StoredEvent[], handoffId: string): string[] {
  const steps = stepsOf(log).filter(
    ({ after: { handoff } }) => isOpen(handoff) && handoff.id === handoffId,
  );
  const [request, ...meanwhile] = steps;
  const before = request ? messagesOf(request.after) : [];
  const later = meanwhile.flatMap(({ event }) =>
    event.type === 'message-added' && event.message.author.kind === 'customer'
      ? [event.message]
      : [],
  );
  return [...before, ...later].map(plainText);
}

/** Each event with the conversation as it stood after it. */
function stepsOf(log: readonly StoredEvent[]) {
  let after = newConversation('');
  return log.map((stored) => {
    after = apply(after, stored);
    return { event: stored.event, after };
  });
}

/** A message that its customer was told had not reached anybody: nobody in these chats writes to somebody who has left. */
function undelivered({ failures }: Conversation): Finding[] {
  return Object.entries(failures)
    .filter(([, code]) => code === 'delivery')
    .map(([id]) => ({ kind: 'lost', words: `message ${id} was given up` }));
}

function bodiesBy(conversation: Conversation, kind: 'customer' | 'agent'): string[] {
  return messagesOf(conversation)
    .filter(({ author }) => author.kind === kind)
    .map(({ body }) => body);
}

function compared(where: string, sent: readonly string[], came: readonly string[]): Finding[] {
  const [arrived, lost] = divided(sent, came);
  const [wanted, doubled] = divided(came, sent);
  const place = arrived.findIndex((text, index) => text !== wanted[index]);
  return [
    ...lost.map((text): Finding => ({ kind: 'lost', words: `${where} never got “${text}”` })),
    ...doubled.map((text): Finding => ({ kind: 'doubled', words: `${where} got again “${text}”` })),
    ...(place >= 0
      ? [{ kind: 'out of order' as const, words: `${where} got “${wanted[place]}” too early` }]
      : []),
  ];
}

/** The texts that the others have as well, each as often as they have it, and those beyond. */
function divided(texts: readonly string[], others: readonly string[]): [string[], string[]] {
  const left = new Map<string, number>();
  for (const text of others) left.set(text, (left.get(text) ?? 0) + 1);
  const shared: string[] = [];
  const beyond: string[] = [];
  for (const text of texts) {
    const count = left.get(text) ?? 0;
    left.set(text, count - 1);
    (count > 0 ? shared : beyond).push(text);
  }
  return [shared, beyond];
}

function folded(events: readonly StoredEvent[]): Conversation {
  return events.reduce(apply, newConversation(''));
}
