import { fileName } from '../protocol/file-name.ts';
import type { AttachedFile, FileType } from '../protocol/message-content.ts';
import type { PostMessage } from '../protocol/routes.ts';
import type { Conversation } from '../protocol/conversation.ts';
import type { Message } from '../protocol/message.ts';
import { isBlank } from '../conversation/clean-text.ts';
import { messagesOf } from '../conversation/status.ts';
import type { Store } from '../store/store.ts';
import { Refusal } from './refusal.ts';

const ENDINGS: Record<FileType, readonly [string, ...string[]]> = {
  'image/png': ['png'],
  'image/jpeg': ['jpg', 'jpeg'],
  'image/webp': ['webp'],
  'image/gif': ['gif'],
  'application/pdf': ['pdf'],
  'text/plain': ['txt'],
};

/** A name as its customer gave it, cleaned, and with an ending that says what the bytes are: `a.pdf.exe` → `a.pdf.exe.pdf`. */
export function attachedName(given: string, type: FileType): string {
  const cleaned = fileName(given) || 'file';
  const ending = /\.([^.]+)$/.exec(cleaned)?.[1]?.toLowerCase() ?? '';
  const [first] = ENDINGS[type];
  return ENDINGS[type].includes(ending) ? cleaned : fileName(`${cleaned}.${first}`);
}

/**
 * The files of a message, as they are kept. Throws a `Refusal` when one is not there, or not any more. Those of a message
 * that the conversation has already are not asked for again.
 */
export async function attachedFiles(
  store: Pick<Store, 'file'>,
  conversation: Conversation,
  { id, files = [] }: Pick<PostMessage, 'id' | 'files'>,
  most: number,
): Promise<AttachedFile[]> {
  if (files.length > most) throw new Refusal('bad-request', `files: must be at most ${most}`);
  const known = messagesOf(conversation).find((message) => message.id === id)?.content;
  if (known?.type === 'files') return sameFiles(known.files, files);
  return Promise.all(
    files.map(async ({ id: fileId, name }) => {
      const kept = await store.file(conversation.id, fileId);
      if (!kept) throw new Refusal('conflict', 'files: one of them is not there any more');
      return { id: fileId, name: attachedName(name, kept.type), type: kept.type, size: kept.size };
    }),
  );
}

function sameFiles(
  known: readonly AttachedFile[],
  asked: readonly { id: string }[],
): AttachedFile[] {
  const isSame =
    known.length === asked.length && known.every(({ id }, index) => id === asked[index]?.id);
  if (!isSame) throw new Refusal('conflict', 'id: is taken by another message');
  return [...known];
}

/** What a customer's message holds: their words, and with files what stands for them where they cannot be shown. */
export function customersWords(
  text: string,
  files: AttachedFile[],
): Pick<Message, 'body' | 'content'> {
  if (files.length === 0) return { body: text };
  const hasCaption = !isBlank(text);
  return {
    body: hasCaption ? text : files.map(({ name }) => name).join('\n'),
    content: { type: 'files', files, hasCaption },
  };
}
