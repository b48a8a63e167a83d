import { Hono, type Context } from 'hono';
import { attachedFile, findMedia } from '../conversation/media.ts';
import type { FileType } from '../protocol/message-content.ts';
import type { UploadedFile } from '../protocol/routes.ts';
import type { Store } from '../store/store.ts';
import type { Clock } from './clock.ts';
import type { Env } from './conversation-routes.ts';
import type { Conversations } from './conversations.ts';
import { apiHeaders } from './headers.ts';
import type { Asker, Limits } from './limits.ts';
import { mediaHeaders } from './media-answer.ts';
import type { OpenMedia } from './media.ts';
import { keepUpload } from './upload.ts';
import { Refusal } from './refusal.ts';
import { uploadKey } from './file-rows.ts';

type FileRoutesOptions = {
  store: Store;
  conversations: Conversations;
  limits: Limits;
  /** Longest file of a customer, in bytes; null: no files are taken. */
  mostBytes: number | null;
  /** Null: nothing is connected that files could come from. */
  openMedia: OpenMedia | null;
  /** The conversation that the request may use. */
  authorise(c: Context<Env>): Promise<string>;
  askerOf(c: Context<Env>, conversation: string): Asker;
  allowedOrigins: ReadonlySet<string>;
  clock: Clock;
  newId: () => string;
};

/** Files of a conversation, both ways. */
export function fileRoutes(options: FileRoutesOptions): Hono<Env> {
  const { store, conversations, mostBytes, authorise, openMedia, clock } = options;
  const app = new Hono<Env>();

  const answer = (c: Context<Env>, body: BodyInit, headers: Record<string, string>) =>
    new Response(body, {
      headers: { ...apiHeaders(c.req.header('origin'), options.allowedOrigins), ...headers },
    });

  app.post('/:id/files', async (c) => {
    const conversationId = await authorise(c);
    if (mostBytes === null) throw new Refusal('not-allowed', 'Files are not enabled');
    await options.limits.count('files', options.askerOf(c, conversationId));
    const place = { id: options.newId(), conversationId };
    const kept = await keepUpload(c.req.raw, place, { store, mostBytes, clock });
    return c.json(kept satisfies UploadedFile, 201);
  });

  app.get('/:id/files/:file', async (c) => {
    const id = await authorise(c);
    const file = c.req.param('file');
    const conversation = await conversations.load(id);
    const own = attachedFile(conversation, file);
    const kept = await store.file(id, file);
    if (kept) {
      return answer(c, streamOf(store.fileBytes(file)), {
        ...mediaHeaders(contentTypeOf(kept.type), own?.name ?? 'file'),
        'content-length': String(kept.size),
      });
    }
    const media = own ? await copyAtZendesk(id, own) : findMedia(conversation, file);
    if (!media || !openMedia) throw new Refusal('not-found', 'There is no such file');
    const { isImage, type, body } = await openMedia(media.url, c.req.raw.signal);
    if (media.isAvatar && !isImage) {
      await body.cancel();
      throw new Refusal('unsupported-type', 'This is no picture');
    }
    return answer(c, body, mediaHeaders(type, media.name));
  });

  /** What was passed on is kept there, longer than here. */
  async function copyAtZendesk(conversationId: string, { id, name }: { id: string; name: string }) {
    const passed = (await store.outbox(conversationId)).findLast(
      ({ kind, key, result }) => kind === 'upload-file' && uploadKey(key).fileId === id && result,
    );
    return passed?.result ? { url: passed.result, name, isAvatar: false } : null;
  }

  return app;
}

function contentTypeOf(type: FileType): string {
  return type === 'text/plain' ? 'text/plain; charset=utf-8' : type;
}

/** A piece is read when the one before it has left. */
function streamOf(pieces: AsyncIterable<Uint8Array>): ReadableStream<Uint8Array> {
  const reader = pieces[Symbol.asyncIterator]();
  return new ReadableStream(
    {
      async pull(controller) {
        const { value, done } = await reader.next();
        if (done) controller.close();
        else controller.enqueue(value);
      },
      async cancel() {
        await reader.return?.();
      },
    },
    { highWaterMark: 0 },
  );
}
