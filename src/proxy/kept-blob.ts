import type { Store } from '../store/store.ts';

/** A file of a customer, all of it; null when it is not kept any more. */
export async function keptBlob(
  store: Pick<Store, 'file' | 'fileBytes'>,
  conversationId: string,
  id: string,
): Promise<Blob | null> {
  const kept = await store.file(conversationId, id);
  if (!kept) return null;
  const pieces: BlobPart[] = [];
  for await (const piece of store.fileBytes(id)) pieces.push(new Uint8Array(piece));
  const blob = new Blob(pieces, { type: kept.type });
  // It was deleted while it was read.
  return blob.size === kept.size ? blob : null;
}
