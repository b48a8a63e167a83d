import { createHash } from 'node:crypto';
import { earlierTickets, sharedSummary } from '../conversation/shared-summary.ts';
import { ticket } from '../conversation/ticket.ts';
import type { Conversation } from '../protocol/conversation.ts';
import type { AttachedFile } from '../protocol/message-content.ts';
import type { ChatKind, OutboxKind, OutboxRow } from '../store/store.ts';
import { ZendeskError } from '../zendesk/zendesk-error.ts';
import { copiesOf, type Copy, type RemoveCopies } from './duplicates.ts';
import { NOT_PASSED_ON, uploadKey, type UploadBody } from './file-rows.ts';
import { handoffIdOf, isRow, type PostBody, type SharedBy } from './rows.ts';
import type { SummaryFor } from './sharing.ts';

/** What the steps of a handoff ask of Zendesk's Conversations API; errors are `ZendeskError`. */
export interface Messaging {
  ensureUser(user: { externalId: string }): Promise<{ id: string }>;
  conversationsOf(user: { userExternalId: string }): Promise<RemoteConversation[]>;
  createConversation(conversation: {
    userId: string;
    metadata: Record<string, string>;
  }): Promise<{ id: string }>;
  updateConversation(id: string, metadata: Record<string, string>): Promise<unknown>;
  conversation(id: string): Promise<RemoteConversation>;
  postMessage(
    conversationId: string,
    message: {
      author: { type: 'user'; userId: string } | { type: 'business'; name: string };
      text: string;
      /** Posted instead of the text. */
      media?: { type: 'image' | 'file'; url: string; name: string };
      /** What a button that was pressed says. */
      payload?: string;
      metadata: Record<string, string | number | boolean>;
    },
  ): Promise<{ id: string; received: string }>;
  /** Resolves with the address under which a message may show it. */
  upload(conversationId: string, file: { name: string; bytes: Blob }): Promise<{ url: string }>;
  messages(conversationId: string, page: { before?: string }): Promise<RemotePage>;
  passControl(
    conversationId: string,
    integrationId: string,
    metadata?: Record<string, string>,
  ): Promise<void>;
  offerControl(conversationId: string, integrationId: string): Promise<void>;
  releaseControl(conversationId: string): Promise<void>;
  markRead(conversationId: string, userId: string): Promise<void>;
}

type Integration = { id: string; integrationType?: string | undefined };

export type RemoteConversation = {
  id: string;
  metadata: Record<string, unknown>;
  activeIntegration: Integration | null;
  pendingIntegration: Integration | null;
  businessLastRead?: string | null | undefined;
};

export type RemotePage = { messages: Copy[]; hasMore: boolean };

/** What was found or made once at Zendesk for this installation. */
export type Setup = {
  ourIntegrationId: string;
  workspaceIntegrationId: string;
  multiConversations: boolean;
};

export type StepContext = {
  row: OutboxRow;
  /** All rows of the conversation: later ones need what Zendesk answered to earlier ones. */
  outbox: readonly OutboxRow[];
  conversation: Conversation;
};

/** What a request brought: Zendesk's id, and of a message when it arrived there, by Zendesk's clock. */
export type Done = { result: string; received?: string };

/** Where the effect of a request stands. `repeatable`: sending it twice does what sending it once does. */
export type Proof = ({ type: 'sent' } & Done) | { type: 'absent' } | { type: 'repeatable' };

/** A step lacks what an earlier one should have brought: it can never be done, and nothing of it has left. */
export class StepImpossible extends Error {
  override readonly name = 'StepImpossible';
}

/** Sends a row, and tells afterwards whether a row whose answer never came has had its effect. */
export type Step = {
  send(context: StepContext): Promise<Done>;
  prove(context: StepContext): Promise<Proof>;
};

export type StepsOptions = {
  messaging: Messaging;
  setup: Setup;
  /** Marks what belongs to this installation. */
  installId: string;
  tags: readonly string[];
  assistant: string;
  summaryFor: SummaryFor;
  removeCopies: RemoveCopies;
  /** The bytes of a customer's file; null when they are not kept any more. */
  fileBytes(conversationId: string, file: AttachedFile): Promise<Blob | null>;
  /** Reads what the agents wrote in a handoff that is over. */
  lookBack(conversationId: string, handoffId: string): Promise<void>;
};

/** Clocks differ: a message counts as older than the attempt only beyond this. */
const CLOCK_SKEW_MS = 5 * 60_000;
const REPEATABLE: Proof = { type: 'repeatable' };

/** The steps of a handoff, one pair of `send` and `prove` for each kind of row. */
export function createSteps(options: StepsOptions): Record<ChatKind, Step> {
  const { messaging, setup, installId, assistant, tags, summaryFor, removeCopies } = options;

  async function proveControl(
    context: StepContext,
    holds: (remote: RemoteConversation) => boolean,
  ): Promise<Proof> {
    const id = remoteId(context);
    return holds(await messaging.conversation(id))
      ? { type: 'sent', result: id }
      : { type: 'absent' };
  }

  return {
    'ensure-user': {
      async send({ conversation }) {
        const { id } = await messaging.ensureUser({ externalId: externalId(conversation.id) });
        return { result: id };
      },
      prove: async () => REPEATABLE,
    },

    'ensure-conversation': {
      async send(context) {
        const metadata = { owner: installId, k: context.row.key };
        // Without multi-conversations a Zendesk user has one conversation for good, and every handoff meets in it.
        const [existing] = setup.multiConversations ? [] : await remoteConversations(context);
        if (existing) {
          await messaging.updateConversation(existing.id, metadata);
          return { result: existing.id };
        }
        const userId = resultOf(context, 'ensure-user');
        const { id } = await messaging.createConversation({ userId, metadata });
        return { result: id };
      },
      async prove(context) {
        const found = (await remoteConversations(context)).find(
          ({ metadata }) => metadata['k'] === context.row.key,
        );
        return found ? { type: 'sent', result: found.id } : { type: 'absent' };
      },
    },

    'take-control': {
      async send(context) {
        await messaging.passControl(remoteId(context), setup.ourIntegrationId);
        return { result: remoteId(context) };
      },
      prove: (context) =>
        proveControl(
          context,
          ({ activeIntegration }) => activeIntegration?.id === setup.ourIntegrationId,
        ),
    },

    'upload-file': {
      async send(context) {
        const { file }: UploadBody = JSON.parse(context.row.body);
        const bytes = await options.fileBytes(context.conversation.id, file);
        if (!bytes) return { result: NOT_PASSED_ON };
        try {
          const { name } = file;
          const { url } = await messaging.upload(remoteId(context), { name, bytes });
          return { result: url };
        } catch (error) {
          // A file that an account does not take is no reason to keep a customer from a person.
          if (isRefusedFile(error)) return { result: NOT_PASSED_ON };
          throw error;
        }
      },
      // A file that no message shows is seen by nobody.
      prove: async () => REPEATABLE,
    },

    'post-message': {
      async send(context) {
        const { row } = context;
        const body: PostBody = JSON.parse(row.body);
        const message =
          'summaryOf' in body
            ? {
                author: { type: 'business' as const, name: assistant },
                text: await summaryText(context, body.summaryOf, body),
              }
            : body;
        const author =
          message.author.type === 'user'
            ? { type: 'user' as const, userId: resultOf(context, 'ensure-user') }
            : message.author;
        const metadata = { ...('metadata' in message && message.metadata), k: row.key };
        const { file, ...words } = { file: undefined, ...message };
        const media = file && mediaOf(context, file);
        const { id, received } = await messaging.postMessage(remoteId(context), {
          ...words,
          ...(media && { media }),
          author,
          metadata,
        });
        return { result: id, received };
      },
      prove: (context) => findMessage(context),
    },

    'pass-control': {
      async send(context) {
        const handoffId = handoffIdOf(context.row);
        const made = rowOf(context, 'ensure-conversation');
        const first = context.outbox.find(
          (row) => isRow('post-message', handoffId)(row) && row.position > made.position,
        );
        const firstMessageId = first?.result;
        if (!firstMessageId) throw new StepImpossible('The first message was not posted');
        await messaging.passControl(
          remoteId(context),
          setup.workspaceIntegrationId,
          ticket({ handoffId, firstMessageId, tags }),
        );
        return { result: remoteId(context) };
      },
      // We held it before. Whoever does not hold it now has it, or has already let go of it again.
      prove: (context) =>
        proveControl(
          context,
          ({ activeIntegration }) => activeIntegration?.id !== setup.ourIntegrationId,
        ),
    },

    'offer-control': {
      async send(context) {
        await messaging.offerControl(remoteId(context), setup.ourIntegrationId);
        return { result: remoteId(context) };
      },
      prove: async () => REPEATABLE,
    },

    'release-control': {
      async send(context) {
        await messaging.releaseControl(remoteId(context));
        return { result: remoteId(context) };
      },
      prove: (context) =>
        proveControl(context, ({ activeIntegration }) => activeIntegration === null),
    },

    'look-back': {
      async send(context) {
        await options.lookBack(context.conversation.id, handoffIdOf(context.row));
        return { result: remoteId(context) };
      },
      prove: async () => REPEATABLE,
    },

    'mark-read': {
      async send(context) {
        await messaging.markRead(remoteId(context), resultOf(context, 'ensure-user'));
        return { result: remoteId(context) };
      },
      prove: async () => REPEATABLE,
    },
  };

  function remoteConversations({ conversation }: StepContext): Promise<RemoteConversation[]> {
    return messaging.conversationsOf({ userExternalId: externalId(conversation.id) });
  }

  async function summaryText(
    { row, conversation }: StepContext,
    throughSeq: number,
    { contact, isOwnSummary }: SharedBy,
  ): Promise<string> {
    const handoffId = handoffIdOf(row);
    return sharedSummary({
      summary: await summaryFor(conversation, handoffId, throughSeq),
      isOwn: isOwnSummary,
      contact,
      earlierTickets: earlierTickets(conversation, handoffId),
    });
  }

  async function findMessage(context: StepContext): Promise<Proof> {
    const { row } = context;
    const since = (row.attemptAt ?? 0) - CLOCK_SKEW_MS;
    let before: string | undefined;
    for (;;) {
      const page = await messaging.messages(remoteId(context), before ? { before } : {});
      const deleted = page.messages.find(({ metadata }) => metadata?.['k'] === row.key);
      const [found = deleted, ...others] = copiesOf(row.key, page.messages);
      if (found) {
        await removeCopies(remoteId(context), others);
        return { type: 'sent', result: found.id, received: found.received };
      }
      const [oldest] = page.messages;
      if (!page.hasMore || !oldest || Date.parse(oldest.received) < since)
        return { type: 'absent' };
      before = oldest.id;
    }
  }
}

/** The customer as Zendesk knows them: made from the conversation, never from an address somebody typed. */
function externalId(conversationId: string): string {
  return `w:${createHash('sha256').update(conversationId).digest('hex').slice(0, 32)}`;
}

/** Conversations API OpenAPI 17.0.0: 400 is the type or the size. */
const FILE_REFUSED: readonly (number | null)[] = [400, 413, 415, 422];

function isRefusedFile(error: unknown): boolean {
  return error instanceof ZendeskError && FILE_REFUSED.includes(error.status);
}

/** Nothing when it was not uploaded to this conversation of Zendesk's: then the words for that are posted. */
function mediaOf(context: StepContext, { id, name, type }: AttachedFile) {
  const { position: since } = rowOf(context, 'ensure-conversation');
  const url = context.outbox.findLast(
    ({ kind, key, position, result }) =>
      kind === 'upload-file' && position > since && uploadKey(key).fileId === id && result,
  )?.result;
  if (!url) return undefined;
  return { type: type.startsWith('image/') ? ('image' as const) : ('file' as const), url, name };
}

function remoteId(context: StepContext): string {
  return resultOf(context, 'ensure-conversation');
}

function resultOf(context: StepContext, kind: OutboxKind): string {
  return rowOf(context, kind).result;
}

/** The latest row of this kind before this one: a handoff may have had to go on in another conversation. */
function rowOf({ row, outbox }: StepContext, kind: OutboxKind): OutboxRow & { result: string } {
  const isOurs = isRow(kind, handoffIdOf(row));
  const found = outbox.findLast(
    (other): other is OutboxRow & { result: string } =>
      isOurs(other) && other.position < row.position && other.result !== null,
  );
  if (!found) throw new StepImpossible(`Step ${kind} has no result`);
  return found;
}
