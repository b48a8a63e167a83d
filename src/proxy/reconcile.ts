import { isOpen, type OpenHandoff } from '../conversation/status.ts';
import type { OutboxRow, Store } from '../store/store.ts';
import { classify, type ZendeskMessage } from '../zendesk/message.ts';
import { ZendeskError } from '../zendesk/zendesk-error.ts';
import { newestOf, reachedThrough } from './arrivals.ts';
import { repeat, type Clock } from './clock.ts';
import type { Conversations } from './conversations.ts';
import { failHandoff, messageIdOf } from './handoff.ts';
import { rowOf, type End, type Inbox, type Place } from './inbox.ts';
import { factsOf, type Log } from './log.ts';
import type { RemoteConversation, Setup } from './steps.ts';

/** While no webhook has reached us, and once one has. */
const UNPROVEN_MS = 3_000;
const PROVEN_MS = 60_000;
/** A handoff that Zendesk has not taken by then goes back to the AI agent. */
const MOST_REQUESTED_MS = 10 * 60_000;

/** What looking after open handoffs asks of the Conversations API. */
export interface RemoteReader {
  conversation(id: string): Promise<RemoteConversation>;
  messages(
    conversationId: string,
    page: { before?: string },
  ): Promise<{ messages: ZendeskMessage[]; hasMore: boolean }>;
}

export interface Reconcile {
  /** Looks at Zendesk now, for one conversation. `releasedAt`: Zendesk says that the agents let go of it then. */
  check(conversationId: string, releasedAt?: string): Promise<void>;
  /** Zendesk says that control was not passed on. A later try may have worked, so it is looked at first. */
  passFailed(place: Place): Promise<void>;
  /** One of our own messages came back by webhook. */
  proven(): void;
  /** A message was posted at that time: its echo should come soon, or webhooks do not reach us any more. */
  posted(at: number): void;
  start(): void;
  close(): void;
}

type ReconcileOptions = {
  store: Store;
  conversations: Conversations;
  inbox: Inbox;
  reader: RemoteReader;
  setup(): Pick<Setup, 'ourIntegrationId' | 'workspaceIntegrationId'> | null;
  /** There will be no setup: nobody can be reached. */
  isRefused(): boolean;
  clock: Clock;
  log: Log;
};

const ECHO_MS = 10_000;

/**
 * Asks Zendesk for what the webhooks may not have told: messages, deletions, who has read, who holds control. Needs no
 * public address: with it alone a chat works too, a few seconds slower.
 */
export function createReconcile(options: ReconcileOptions): Reconcile {
  const { store, conversations, inbox, reader, clock, log } = options;
  let postedAt = 0;
  let provenAt = 0;
  let checkedAt = 0;
  let stop = () => {};
  /** By conversation, what is known of the agents' hold on it, by Zendesk's clock. */
  const holds = new Map<
    string,
    { releasedAt?: string | undefined; listedTo?: string; heldThrough?: string | undefined }
  >();

  function paceMs(): number {
    const silent = postedAt > provenAt && clock.now() - postedAt > ECHO_MS;
    return provenAt > 0 && !silent ? PROVEN_MS : UNPROVEN_MS;
  }

  async function checkAll(): Promise<void> {
    if (clock.now() - checkedAt < paceMs()) return;
    checkedAt = clock.now();
    try {
      const conversationIds = await store.openHandoffs();
      // The deadline first: it must not wait for a Zendesk that does not answer.
      for (const conversationId of conversationIds) await giveUpWhenTooLate(conversationId);
      for (const conversationId of conversationIds) await check(conversationId);
    } catch (error) {
      log.error(factsOf(error), 'Open handoffs cannot be read');
    }
  }

  async function check(conversationId: string, releasedAt?: string): Promise<void> {
    const hold = holds.get(conversationId);
    if (releasedAt !== undefined && releasedAt > (hold?.releasedAt ?? '')) {
      holds.set(conversationId, { ...hold, releasedAt });
    }
    try {
      await catchUp(conversationId);
    } catch (error) {
      log.warn({ conversationId, ...factsOf(error) }, 'Zendesk could not be asked for news');
    }
  }

  async function giveUpWhenTooLate(conversationId: string): Promise<void> {
    const { handoff } = await conversations.load(conversationId);
    if (handoff.state !== 'requested') return;
    if (options.isRefused()) await giveUp(conversationId, handoff, 'refused');
    else if (isTooLate(handoff)) await giveUp(conversationId, handoff, 'timeout');
  }

  function isTooLate(handoff: OpenHandoff): boolean {
    return clock.now() - Date.parse(handoff.at) >= MOST_REQUESTED_MS;
  }

  async function giveUp(
    conversationId: string,
    handoff: OpenHandoff,
    reason: 'refused' | 'timeout',
  ): Promise<void> {
    const at = new Date(clock.now()).toISOString();
    await conversations.change(conversationId, failHandoff(handoff.id, at, reason));
  }

  async function catchUp(conversationId: string): Promise<void> {
    const setup = options.setup();
    const { handoff } = await conversations.load(conversationId);
    if (!setup || !isOpen(handoff)) return;
    const outbox = await store.outbox(conversationId);
    const remoteId = resultOf(outbox, 'ensure-conversation', handoff.id);
    if (!remoteId || !resultOf(outbox, 'pass-control', handoff.id)) return;

    const place = { conversationId, handoffId: handoff.id };
    // Who is in charge is asked first: whatever an agent wrote before letting go is then in the list.
    const remote = await reader.conversation(remoteId).catch(nullIfGone);
    if (!remote) return over(place, null);
    const holder = remote.activeIntegration?.id;
    const { news, newest } = await unknownMessages(remoteId, await isNews(conversationId, outbox));
    if (news.length > 0) await inbox.receive(place, news);
    if (remote.businessLastRead) await inbox.readByAgent(place, remote.businessLastRead);

    const hold = holds.get(conversationId);
    if (holder === setup.workspaceIntegrationId) {
      // What was listed before had come before we asked who holds the conversation.
      const heldThrough = hold?.listedTo;
      holds.set(conversationId, { ...hold, heldThrough, listedTo: newestOf(newest) });
      return;
    }
    // Zendesk may take a while to pass control on after it said yes; that it never did is certain only late.
    const stillOurs = holder === setup.ourIntegrationId && handoff.state === 'waiting';
    if (stillOurs) {
      if (isTooLate(handoff)) await giveUp(conversationId, handoff, 'timeout');
      return;
    }
    const listed = newest.map((message) => {
      const row = rowOf(outbox, message);
      const isAgents = classify(message, () => row !== undefined).kind === 'agent';
      return { received: message.received, isAgents, isSent: row?.state === 'sent' };
    });
    const { releasedAt, heldThrough } = hold ?? {};
    const isFree = remote.activeIntegration === null;
    const through = reachedThrough({ releasedAt, heldThrough, listed, isFree });
    await over(place, { through, newest });
  }

  async function over(place: Place, end: End | null): Promise<void> {
    holds.delete(place.conversationId);
    await inbox.released(place, end);
  }

  async function passFailed({ conversationId, handoffId }: Place): Promise<void> {
    try {
      const outbox = await store.outbox(conversationId);
      const remoteId = resultOf(outbox, 'ensure-conversation', handoffId);
      const remote = remoteId && (await reader.conversation(remoteId).catch(() => null));
      const holder = remote ? remote.activeIntegration?.id : undefined;
      if (holder !== undefined && holder === options.setup()?.workspaceIntegrationId) return;
      const at = new Date(clock.now()).toISOString();
      await conversations.change(conversationId, failHandoff(handoffId, at, 'refused'));
    } catch (error) {
      log.error(
        { conversationId, ...factsOf(error) },
        'A failed handoff could not be written down',
      );
    }
  }

  /** From the newest page back to the first that holds nothing new. */
  async function unknownMessages(
    remoteId: string,
    isNew: (message: ZendeskMessage) => boolean,
  ): Promise<{ news: ZendeskMessage[]; newest: ZendeskMessage[] }> {
    const news: ZendeskMessage[] = [];
    const first = await reader.messages(remoteId, {});
    for (let page = first; ;) {
      const fresh = page.messages.filter(isNew);
      news.unshift(...fresh);
      const [oldest] = page.messages;
      if (fresh.length === 0 || !page.hasMore || !oldest) return { news, newest: first.messages };
      page = await reader.messages(remoteId, { before: oldest.id });
    }
  }

  async function isNews(conversationId: string, outbox: readonly OutboxRow[]) {
    const { entries, removed } = await conversations.load(conversationId);
    const shown = entries.flatMap((entry) => (entry.kind === 'message' ? [entry.message.id] : []));
    const posted = new Map(outbox.map((row) => [row.result, messageIdOf(row)] as const));
    const known = new Set([...shown, ...removed, ...posted.keys()]);
    return ({ id, deleted }: ZendeskMessage) =>
      deleted ? shown.includes(posted.get(id) ?? id) : !known.has(id);
  }

  return {
    check,
    passFailed,
    proven() {
      provenAt = clock.now();
    },
    posted(at) {
      postedAt = Math.max(postedAt, at);
    },
    start() {
      stop = repeat(clock, UNPROVEN_MS, checkAll);
      void checkAll();
    },
    close() {
      stop();
    },
  };
}

function resultOf(outbox: readonly OutboxRow[], kind: OutboxRow['kind'], key: string) {
  return outbox.find((row) => row.kind === kind && row.key === key)?.result ?? null;
}

/** A conversation that was deleted at Zendesk is over. */
function nullIfGone(error: unknown): null {
  if (error instanceof ZendeskError && error.status === 404) return null;
  throw error;
}
