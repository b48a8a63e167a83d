import { Hono, type Context } from 'hono';
import { z } from 'zod';
import { readJson } from './read-json.ts';
import type { Attachment } from './records.ts';
import { badRequest, notFound, Refusal } from './refusal.ts';
import type { ConversationsEnv } from './sign-in.ts';
import type { Zendesk } from './zendesk.ts';

const MAX_BYTES = 50 * 1024 * 1024;
const REFUSED_NAMES = /\.(exe|bat|cmd|com|msi|scr|dll|jar|sh|vbs)$/i;

/** `/v2/apps/{appId}/attachments` */
export function attachmentsApi(zendesk: Zendesk) {
  const api = new Hono<ConversationsEnv>();

  api.post('/', async (context) => {
    if (context.req.query('access') !== 'public') throw badRequest('access must be public');
    const { source } = await context.req.parseBody().catch(() => ({ source: undefined }));
    if (!(source instanceof File)) throw badRequest('source must be a file');
    if (source.size > MAX_BYTES) throw new Refusal(413, 'payload_too_large', 'The limit is 50 MB');
    if (REFUSED_NAMES.test(source.name)) throw badRequest('This type of file is not supported');
    const attachment = addAttachment(zendesk, {
      name: source.name,
      type: source.type || 'application/octet-stream',
      bytes: new Uint8Array(await source.arrayBuffer()),
      conversationId: context.req.query('conversationId'),
    });
    const mediaUrl = mediaUrlOf(zendesk, attachment);
    return context.json({ attachment: { mediaUrl, mediaType: attachment.type } }, 201);
  });

  api.post('/remove', async (context) => {
    const { mediaUrl } = await readJson(context, z.strictObject({ mediaUrl: z.string().min(1) }));
    if (!mediaUrl.startsWith(`${zendesk.origin}/`)) throw badRequest('Not a media URL of this app');
    const attachment = findAttachment(zendesk, mediaUrl);
    if (!attachment) throw notFound('attachment');
    zendesk.attachments.delete(attachment.id);
    return context.json({});
  });

  return api;
}

export function addAttachment(zendesk: Zendesk, file: Omit<Attachment, 'id'>): Attachment {
  const attachment = { id: zendesk.ids.next(), ...file };
  zendesk.attachments.set(attachment.id, attachment);
  return attachment;
}

export function mediaUrlOf(zendesk: Zendesk, { id, name }: Attachment): string {
  return `${zendesk.origin}/sc/attachments/v2/${id}/${encodeURIComponent(name)}`;
}

export function findAttachment(zendesk: Zendesk, mediaUrl: string): Attachment | undefined {
  return [...zendesk.attachments.values()].find((entry) => mediaUrlOf(zendesk, entry) === mediaUrl);
}

/** The bytes of an attachment. Its name and type come from whoever uploaded it: never shown inline. */
export function answerFile(context: Context, file: Attachment | undefined): Response {
  if (!file) return context.text('Not found', 404);
  return context.body(file.bytes, 200, {
    'content-type': file.type,
    'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(file.name)}`,
    'x-content-type-options': 'nosniff',
    'content-security-policy': "default-src 'none'; sandbox",
  });
}
