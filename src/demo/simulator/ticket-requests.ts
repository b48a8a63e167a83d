import type { Context } from 'hono';
import { z } from 'zod';
import { SupportRefusal } from './support-sign-in.ts';

/** Bodies of the Tickets API, closed against unknown keys. */

const id = z.int().positive();
const comment = z
  .strictObject({
    body: z.string().min(1).optional(),
    html_body: z.string().min(1).optional(),
    public: z.boolean().optional(),
    author_id: id.optional(),
    uploads: z.array(z.string()).optional(),
  })
  .refine(
    ({ body, html_body }) => body !== undefined || html_body !== undefined,
    'cannot be blank',
  );
export type CommentFields = z.infer<typeof comment>;

const fields = {
  subject: z.string().min(1).max(150).optional(),
  status: z.enum(['new', 'open', 'pending', 'hold', 'solved', 'closed']).optional(),
  priority: z.enum(['low', 'normal', 'high', 'urgent']).nullish(),
  type: z.enum(['problem', 'incident', 'question', 'task']).nullish(),
  requester_id: id.optional(),
  assignee_id: id.nullish(),
  group_id: id.nullish(),
  brand_id: id.nullish(),
  organization_id: id.nullish(),
  ticket_form_id: id.nullish(),
  external_id: z.string().nullish(),
  tags: z.array(z.string()).optional(),
  custom_fields: z.array(z.strictObject({ id, value: z.unknown() })).optional(),
};

const requester = z.strictObject({
  name: z.string().min(1).optional(),
  email: z.email(),
  locale_id: id.optional(),
});

export const TicketCreate = z.strictObject({
  ticket: z.strictObject({
    ...fields,
    comment,
    requester: requester.optional(),
    via_followup_source_id: id.optional(),
  }),
});

export const TicketUpdate = z.strictObject({
  ticket: z.strictObject({
    ...fields,
    comment: comment.optional(),
    requester: requester.optional(),
    additional_tags: z.array(z.string()).optional(),
    remove_tags: z.array(z.string()).optional(),
    safe_update: z.boolean().optional(),
    updated_stamp: z.iso.datetime().optional(),
  }),
});
export type NewTicketFields = z.infer<typeof TicketCreate>['ticket'];
export type TicketFields = Partial<z.infer<typeof TicketUpdate>['ticket']>;

/** Reads a body for Support; what it does not accept is a 422 with the fields that are wrong. */
export function readRecord<T>(text: string, context: Context, schema: z.ZodType<T>): T {
  if (!context.req.header('content-type')?.startsWith('application/json')) {
    throw new SupportRefusal(415, { error: 'UnsupportedMediaType' });
  }
  let body: unknown;
  try {
    body = JSON.parse(text);
  } catch {
    throw new SupportRefusal(400, { error: 'Unparseable', description: 'The body is not JSON' });
  }
  const parsed = schema.safeParse(body);
  if (parsed.success) return parsed.data;
  throw new SupportRefusal(422, {
    error: 'RecordInvalid',
    description: 'Record validation errors',
    details: Object.fromEntries(
      parsed.error.issues.map(({ path, message }) => [
        path.slice(1).join('.') || 'base',
        [{ description: message, error: 'InvalidValue' }],
      ]),
    ),
  });
}
