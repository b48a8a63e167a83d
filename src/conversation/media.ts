import type { Conversation } from '../protocol/conversation.ts';
import type { Message } from '../protocol/message.ts';
import type { AttachedFile, Media } from '../protocol/message-content.ts';
import { messagesOf } from './status.ts';

/** The file under which the picture of a message's author is asked for. */
export function avatarFile(messageId: string): string {
  return `${messageId}.avatar`;
}

/**
 * The picture or file of this name in a conversation; null if there is none, or its message was removed. The address
 * comes from the log alone, never from whoever asks.
 */
export function findMedia(
  conversation: Conversation,
  file: string,
): (Pick<Media, 'url' | 'name'> & { isAvatar: boolean }) | null {
  for (const message of messagesOf(conversation)) {
    if (!file.startsWith(message.id)) continue;
    const { author } = message;
    if (file === avatarFile(message.id) && author.kind === 'agent' && author.avatarUrl) {
      return { url: author.avatarUrl, name: 'avatar', isAvatar: true };
    }
    const found = mediaIn(message).find((media) => media.file === file);
    if (found) return { ...found, isAvatar: false };
  }
  return null;
}

/** A file that the customer sent in this conversation, if its message was not removed. */
export function attachedFile(conversation: Conversation, id: string): AttachedFile | undefined {
  return messagesOf(conversation)
    .flatMap(({ content }) => (content?.type === 'files' ? content.files : []))
    .find((file) => file.id === id);
}

function mediaIn({ content }: Message): Media[] {
  switch (content?.type) {
    case 'image':
    case 'file':
      return [content.media];
    case 'carousel':
    case 'list':
      return content.items.flatMap(({ media }) => media ?? []);
    default:
      return [];
  }
}
