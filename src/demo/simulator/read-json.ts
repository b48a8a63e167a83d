import type { Context } from 'hono';
import type { z } from 'zod';
import { badRequest, Refusal } from './refusal.ts';

const MAX_JSON_BYTES = 100 * 1024; // Conversations API limit for one JSON request

/**
 * Reads a JSON body the strict way: the content type must be stated, 100 kB is the limit, and a key
 * that the schema does not know is refused. Zendesk ignores some of those; a client that sends them
 * has a mistake in it.
 */
export async function readJson<T>(context: Context, schema: z.ZodType<T>): Promise<T> {
  const type = context.req.header('content-type') ?? '';
  if (!type.startsWith('application/json')) {
    throw badRequest('content-type: application/json is required');
  }
  const text = await context.req.text();
  if (Buffer.byteLength(text) > MAX_JSON_BYTES) {
    throw new Refusal(413, 'payload_too_large', 'A JSON request may have 100 kB');
  }
  const parsed = schema.safeParse(parseJson(text));
  if (parsed.success) return parsed.data;
  throw badRequest(
    ...parsed.error.issues.map(({ path, message }) => `${path.join('.') || 'body'}: ${message}`),
  );
}

/** As `readJson`, for the calls whose body may be missing. */
export async function readOptionalJson<T>(
  context: Context,
  schema: z.ZodType<T>,
  missing: T,
): Promise<T> {
  const text = await context.req.text();
  return text === '' ? missing : readJson(context, schema);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw badRequest('The body is not JSON');
  }
}
