import type { Kysely } from 'kysely';
import type { FileType } from '../protocol/message-content.ts';
import { OPEN } from './conversations.ts';
import type { Engine } from './engine.ts';
import type { StoredFile } from './store.ts';
import type { Tables } from './tables.ts';

/** As much is written at once: other work gets its turn between two pieces. */
const PIECE_BYTES = 256 * 1024;

type NewFile = { id: string; conversationId: string; type: FileType; at: number };

/** Keeps a file as it comes, or nothing of it. */
export async function keepFile(
  engine: Pick<Engine, 'run'>,
  { id, conversationId, type, at }: NewFile,
  body: AsyncIterable<Uint8Array>,
): Promise<StoredFile> {
  const write = (work: (db: Kysely<Tables>) => Promise<unknown>) =>
    engine.run(async (unit) => work(await unit.db()));
  const unfinished = { id, conversation_id: conversationId, type, size: null, created_at: at };
  await write((db) => db.insertInto('file').values(unfinished).execute());
  try {
    let size = 0;
    let number = 0;
    for await (const bytes of piecesOf(body)) {
      const piece = { file_id: id, number, bytes };
      await write((db) => db.insertInto('file_piece').values(piece).execute());
      size += bytes.length;
      number += 1;
    }
    await write((db) => db.updateTable('file').set({ size }).where('id', '=', id).execute());
    return { id, type, size };
  } catch (error) {
    // Where even that cannot be written, the sweep finds it.
    await write((db) => deleteFiles(db, [{ id }])).catch(() => {});
    throw error;
  }
}

export async function findFile(
  db: Kysely<Tables>,
  conversationId: string,
  id: string,
): Promise<StoredFile | null> {
  const found = await db
    .selectFrom('file')
    .select(['type', 'size'])
    .where('id', '=', id)
    .where('conversation_id', '=', conversationId)
    .executeTakeFirst();
  if (!found || found.size === null) return null;
  return { id, type: found.type, size: found.size };
}

/** The bytes of a file, a piece at a time. */
export async function* fileBytes(db: Kysely<Tables>, id: string): AsyncGenerator<Uint8Array> {
  for (let number = 0; ; number += 1) {
    const piece = await db
      .selectFrom('file_piece')
      .select('bytes')
      .where('file_id', '=', id)
      .where('number', '=', number)
      .executeTakeFirst();
    if (!piece) return;
    yield new Uint8Array(piece.bytes);
  }
}

export async function deleteFiles(
  db: Kysely<Tables>,
  files: readonly { id: string }[],
): Promise<void> {
  const ids = files.map(({ id }) => id);
  if (ids.length > 0) await db.deleteFrom('file').where('id', 'in', ids).execute();
}

/** Deletes files kept before `before`, but those of conversations with an open handoff: they may be on their way. */
export async function sweepFiles(db: Kysely<Tables>, before: number): Promise<void> {
  await db
    .deleteFrom('file')
    .where('created_at', '<', before)
    .where('conversation_id', 'not in', ({ selectFrom }) =>
      selectFrom('conversation').select('conversation.id').where('handoff', 'in', OPEN),
    )
    .execute();
}

/** The same bytes in pieces of one size, but for the last. */
async function* piecesOf(body: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let waiting: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of body) {
    waiting.push(chunk);
    bytes += chunk.length;
    if (bytes < PIECE_BYTES) continue;
    const joined = Buffer.concat(waiting);
    const whole = joined.length - (joined.length % PIECE_BYTES);
    for (let from = 0; from < whole; from += PIECE_BYTES) {
      yield joined.subarray(from, from + PIECE_BYTES);
    }
    waiting = [joined.subarray(whole)];
    bytes = joined.length - whole;
  }
  if (bytes > 0) yield Buffer.concat(waiting);
}
