import type { AppCall } from './app-call.ts';
import type { ZendeskMessage } from './message.ts';
import type { Metadata } from './metadata.ts';
import { AttachmentAnswer, Done, MessagesAnswer, PostedAnswer } from './received.ts';
import { MessageToPost, ReadActivity } from './sent.ts';
import { ZendeskError } from './zendesk-error.ts';

/** For the largest file on a slow way. */
const UPLOAD_MS = 60_000;

type NewMessage = {
  author: { type: 'user'; userId: string } | { type: 'business'; name: string };
  /** Plain, 1 to 4096 UTF-16 units. */
  text: string;
  /** What was uploaded before, shown instead of the text. */
  media?: { type: 'image' | 'file'; url: string; name: string };
  /** What a reply button says, when the text is its label. */
  payload?: string;
  metadata: Metadata;
};

/** Which part of the messages, by message ids. `{}` is the newest page. */
type MessagesFrom = { after?: string; before?: undefined } | { before: string; after?: undefined };

/** What is said in a conversation. */
export type MessageCalls = {
  postMessage(
    conversationId: string,
    message: NewMessage,
    signal?: AbortSignal,
  ): Promise<{ id: string; received: string }>;
  /** Keeps a file for messages of this conversation; one that no message shows does no harm. */
  upload(
    conversationId: string,
    file: { name: string; bytes: Blob },
    signal?: AbortSignal,
  ): Promise<{ url: string }>;
  /** Afterwards the message is not there, whether or not it was before. */
  deleteMessage(conversationId: string, messageId: string, signal?: AbortSignal): Promise<void>;
  /** A page of at most 100, oldest first. `hasMore`: there are others in the direction asked for. */
  messages(
    conversationId: string,
    from: MessagesFrom,
    signal?: AbortSignal,
  ): Promise<{ messages: ZendeskMessage[]; hasMore: boolean }>;
  /** Tells the agent that the customer has read everything. */
  markRead(conversationId: string, userId: string, signal?: AbortSignal): Promise<void>;
};

export function messageCalls(call: AppCall): MessageCalls {
  return {
    async postMessage(conversationId, { author, text, media, payload, metadata }, signal) {
      const { messages } = await call({
        operation: 'post a message',
        method: 'POST',
        path: ['conversations', conversationId, 'messages'],
        accepts: MessageToPost,
        body: {
          author: author.type === 'user' ? author : { type: 'business', displayName: author.name },
          content: media
            ? { type: media.type, mediaUrl: media.url, altText: media.name }
            : { type: 'text', text, ...(payload && { payload }) },
          metadata,
        },
        answer: PostedAnswer,
        signal,
      });
      return messages[0];
    },
    async upload(conversationId, { name, bytes }, signal) {
      const form = new FormData();
      form.append('source', bytes, name);
      const { attachment } = await call({
        operation: 'upload a file',
        method: 'POST',
        path: ['attachments'],
        query: { access: 'public', for: 'message', conversationId },
        form,
        timeoutMs: UPLOAD_MS,
        answer: AttachmentAnswer,
        signal,
      });
      return { url: attachment.mediaUrl };
    },
    async deleteMessage(conversationId, messageId, signal) {
      try {
        await call({
          operation: 'delete a message',
          method: 'DELETE',
          path: ['conversations', conversationId, 'messages', messageId],
          answer: Done,
          signal,
        });
      } catch (error) {
        if (!(error instanceof ZendeskError && error.status === 404)) throw error;
      }
    },
    messages: (conversationId, { after, before }, signal) =>
      call({
        operation: 'list messages',
        method: 'GET',
        path: ['conversations', conversationId, 'messages'],
        query: { 'page[after]': after, 'page[before]': before },
        answer: MessagesAnswer,
        signal,
      }),
    markRead: (conversationId, userId, signal) =>
      call({
        operation: 'mark a conversation as read',
        method: 'POST',
        path: ['conversations', conversationId, 'activity'],
        accepts: ReadActivity,
        body: { author: { type: 'user', userId }, type: 'conversation:read' },
        answer: Done,
        signal,
      }),
  };
}
