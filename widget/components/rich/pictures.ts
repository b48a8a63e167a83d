import type { Chat } from '../../chat-type.ts';

/** A picture of the conversation, as the page may show it. */
export type Picture = { url: string; blob: Blob };

/**
 * Why a file cannot be had. `elsewhere`: it is on a host that the proxy does not fetch from. `refused`: it is gone, or is
 * no kind of file that is handed out. `away`: it may work later.
 */
export type FileTrouble = 'elsewhere' | 'refused' | 'away';

type Kept = { conversationId: string; pictures: Map<string, Promise<Picture>> };
const keptOf = new WeakMap<Chat, Kept>();

/** Fetches a picture once for all who show it, and keeps it as long as its conversation is shown. `key` names its bytes. */
export function fetchPicture(chat: Chat, file: string, key = file): Promise<Picture> {
  const { pictures } = keptFor(chat);
  const known = pictures.get(key);
  if (known) return known;
  const picture = chat.fetchFile(file).then((blob) => ({ url: URL.createObjectURL(blob), blob }));
  pictures.set(key, picture);
  // Whoever asks again shall get another try.
  picture.catch(() => pictures.delete(key));
  return picture;
}

function keptFor(chat: Chat): Kept {
  const conversationId = chat.conversation.peek().id;
  const before = keptOf.get(chat);
  if (before?.conversationId === conversationId) return before;
  for (const picture of before?.pictures.values() ?? []) {
    picture.then(({ url }) => URL.revokeObjectURL(url)).catch(() => {});
  }
  const kept = { conversationId, pictures: new Map<string, Promise<Picture>>() };
  keptOf.set(chat, kept);
  return kept;
}

export function troubleOf(error: unknown): FileTrouble {
  // Told by its status: the class of a refusal is part of sending, which is loaded before and apart.
  const status = error instanceof Error && 'status' in error ? error.status : null;
  if (status === 403) return 'elsewhere';
  return status === 404 || status === 413 || status === 415 ? 'refused' : 'away';
}
