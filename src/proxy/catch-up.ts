import { isOpen, type OpenHandoff } from '../conversation/status.ts';
import type { OutboxRow, Store } from '../store/store.ts';
import { classify, type ZendeskMessage } from '../zendesk/message.ts';
import { ZendeskError } from '../zendesk/zendesk-error.ts';
import { newestOf, reachedThrough } from './arrivals.ts';
import type { Conversations } from './conversations.ts';
import { surplus, type RemoveCopies } from './duplicates.ts';
import { rowOf, type End, type Inbox, type Place } from './inbox.ts';
import { messageIdOf, placeAtZendesk } from './rows.ts';
import type { RemoteConversation, Setup } from './steps.ts';

/** What looking after open handoffs asks of the Conversations API. */
export interface RemoteReader {
  conversation(id: string): Promise<RemoteConversation>;
  messages(
    conversationId: string,
    page: { before?: string },
  ): Promise<{ messages: ZendeskMessage[]; hasMore: boolean }>;
}

export interface CatchUp {
  /** Asks Zendesk once what is new about the handoff of a conversation. Rejects when Zendesk or the store cannot be asked. */
  look(conversationId: string): Promise<void>;
  /** Reads what was written in a handoff that is over, and was not known. */
  lookBack(conversationId: string, handoffId: string): Promise<void>;
  /** Zendesk says that the agents let go of the conversation then: a look will show whether that is so still. */
  noteRelease(conversationId: string, at: string): void;
}

type CatchUpOptions = {
  store: Store;
  conversations: Conversations;
  inbox: Inbox;
  reader: RemoteReader;
  removeCopies: RemoveCopies;
  setup(): Pick<Setup, 'ourIntegrationId' | 'workspaceIntegrationId'> | null;
  /** Whether the agents should have got the conversation by now, if they were ever to. */
  isOverdue(since: number): boolean;
  /** The agents never got it. */
  giveUp(conversationId: string, handoff: OpenHandoff): Promise<unknown>;
};

/** What is known of the agents' hold on a conversation, by Zendesk's clock. */
type Hold = {
  releasedAt?: string | undefined;
  heldThrough?: string | undefined;
  listedTo?: string | undefined;
};

/** Messages, deletions, who has read, who holds control: all that the webhooks tell, or may not have told. */
export function createCatchUp(options: CatchUpOptions): CatchUp {
  const { store, conversations, inbox, reader, removeCopies } = options;
  const holds = new Map<string, Hold>();

  async function look(conversationId: string): Promise<void> {
    const { handoff } = await conversations.load(conversationId);
    const setup = options.setup();
    if (!setup || !isOpen(handoff)) {
      holds.delete(conversationId);
      return;
    }
    const outbox = await store.outbox(conversationId);
    const at = placeAtZendesk(outbox, handoff.id);
    if (!at?.passed) return;

    const place = { conversationId, handoffId: handoff.id };
    // Who is in charge is asked first: whatever an agent wrote before letting go is then in the list.
    const remote = await reader.conversation(at.remoteId).catch(nullIfGone);
    if (!remote) {
      // What waits to be sent finds that out by itself, and goes on in another conversation.
      if (!outbox.some(isWaiting)) await over(place, null);
      return;
    }
    const { news, newest } = await readMessages(at.remoteId, await isNews(conversationId, outbox));
    if (news.length > 0) await inbox.receive(place, news);
    if (remote.businessLastRead) await inbox.readByAgent(place, remote.businessLastRead);
    await removeCopies(at.remoteId, surplus(newest, outbox));

    const hold = holds.get(conversationId) ?? {};
    const holder = remote.activeIntegration?.id ?? null;
    if (holder === setup.workspaceIntegrationId) {
      // What was listed before had come before we asked who holds the conversation.
      holds.set(conversationId, {
        ...hold,
        heldThrough: hold.listedTo,
        listedTo: newestOf(newest),
      });
      return;
    }
    // Zendesk may take a while to pass control on after it said yes; that it never did is certain only late.
    const isOurs = holder === setup.ourIntegrationId;
    const isOnItsWay = isOurs && (handoff.state === 'waiting' || at.isContinued);
    if (isOnItsWay && !options.isOverdue(at.passed.attemptAt ?? 0)) return;
    if (isOnItsWay && handoff.state === 'waiting') {
      await options.giveUp(conversationId, handoff);
      return;
    }
    const listed = newest.map((message) => proofOf(message, outbox));
    const through = reachedThrough({ ...hold, listed, isFree: holder === null });
    await over(place, { through, newest });
  }

  async function lookBack(conversationId: string, handoffId: string): Promise<void> {
    const outbox = await store.outbox(conversationId);
    const at = placeAtZendesk(outbox, handoffId);
    if (!at) return;
    const isNew = await isNews(conversationId, outbox);
    const { news } = await readMessages(at.remoteId, isNew);
    // Zendesk's own bot has the conversation now, and talks to nobody.
    const theirs = news.filter(({ author }) => !author.subtypes.includes('bot'));
    if (theirs.length > 0) await inbox.receive({ conversationId, handoffId }, theirs);
  }

  async function over(place: Place, end: End | null): Promise<void> {
    holds.delete(place.conversationId);
    await inbox.released(place, end);
  }

  /** From the newest page back to the first that holds nothing new. */
  async function readMessages(
    remoteId: string,
    isNew: (message: ZendeskMessage) => boolean,
  ): Promise<{ news: ZendeskMessage[]; newest: ZendeskMessage[] }> {
    const first = await reader.messages(remoteId, {});
    const news: ZendeskMessage[] = [];
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
    look,
    lookBack,
    noteRelease(conversationId, at) {
      const hold = holds.get(conversationId) ?? {};
      if (at > (hold.releasedAt ?? '')) holds.set(conversationId, { ...hold, releasedAt: at });
    },
  };
}

function proofOf(message: ZendeskMessage, outbox: readonly OutboxRow[]) {
  const row = rowOf(outbox, message);
  const isAgents = classify(message, () => row !== undefined).kind === 'agent';
  return { received: message.received, isAgents, isSent: row?.state === 'sent' };
}

/** A message that Zendesk may not have yet. */
function isWaiting({ kind, state }: OutboxRow): boolean {
  return kind === 'post-message' && ['pending', 'inflight', 'unknown'].includes(state);
}

/** A conversation that was deleted at Zendesk. */
function nullIfGone(error: unknown): null {
  if (error instanceof ZendeskError && error.status === 404) return null;
  throw error;
}
