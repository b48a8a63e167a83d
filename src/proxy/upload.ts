import type { FileType } from '../protocol/message-content.ts';
import { StoreUnavailable, type Store, type StoredFile } from '../store/store.ts';
import type { Clock } from './clock.ts';
import { checkAnnounced, peek } from './media-stream.ts';
import { mediaType, SNIFFED_BYTES } from './media-type.ts';
import { Refusal } from './refusal.ts';

type Place = { id: string; conversationId: string };
type Deps = { store: Pick<Store, 'keepFile'>; mostBytes: number; clock: Clock };

/**
 * Keeps the body of a request as a file while it arrives. What it is, its bytes say: whoever sends it says nothing of it.
 * Throws a `Refusal` when it is too large, no kind of file that is taken, or does not arrive whole.
 */
export async function keepUpload(
  request: Request,
  place: Place,
  { store, mostBytes, clock }: Deps,
): Promise<StoredFile> {
  checkAnnounced(request.headers.get('content-length'), mostBytes);
  if (!request.body) throw new Refusal('bad-request', 'Send the file as the body');
  try {
    const { start, whole } = await peek(request.body, SNIFFED_BYTES, clock, mostBytes);
    const type = await uploadType(start);
    if (type === null) {
      await readToEnd(whole);
      throw new Refusal('unsupported-type', 'Only images, PDF and plain text can be sent');
    }
    return await store.keepFile({ ...place, type, at: clock.now() }, whole);
  } catch (error) {
    if (error instanceof Refusal || error instanceof StoreUnavailable) throw error;
    throw new Refusal('bad-request', 'The file did not arrive whole');
  }
}

async function uploadType(start: Uint8Array): Promise<FileType | null> {
  const found = await mediaType(start);
  if (found.kind === 'markup' || found.type === 'application/octet-stream') return null;
  return found.type === 'text/plain; charset=utf-8' ? 'text/plain' : found.type;
}

/** A browser that is still sending hears no answer. */
async function readToEnd(body: ReadableStream<Uint8Array>): Promise<void> {
  await body.pipeTo(new WritableStream());
}
