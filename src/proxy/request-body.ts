import type { z } from 'zod';
import { Refusal } from './refusal.ts';

/** What a chat message and everything around it fits into. */
const CHAT_BODY_BYTES = 64 * 1024;
/** A webhook may carry many events. */
export const WEBHOOK_BODY_BYTES = 1024 * 1024;

/** A request, and what its server gives besides: node's own request, if it is node's. */
type Received = { req: { raw: Request }; env: unknown };

type Options = {
  limit: number;
  /** Whether a body of unannounced length is read, and counted. */
  chunked: boolean;
};

/** Reads a JSON body with a schema. Refuses other types, bodies over the limit and what the schema does not take. */
export async function readBody<T>(
  received: Received,
  schema: z.ZodType<T>,
  options: Options = { limit: CHAT_BODY_BYTES, chunked: false },
): Promise<T> {
  const result = schema.safeParse(parseJson(await readText(received, options)));
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  const where = issue?.path.join('.') || 'body';
  throw new Refusal('bad-request', `${where}: ${issue?.message ?? 'not valid'}`);
}

async function readText(
  { req: { raw: request }, env }: Received,
  { limit, chunked }: Options,
): Promise<string> {
  const { headers } = request;
  if (!/^application\/json\s*(;|$)/i.test(headers.get('content-type') ?? '')) {
    throw new Refusal('unsupported-type', 'Send JSON with content-type: application/json');
  }
  const announced = headers.get('content-length');
  if (announced !== null && Number(announced) > limit) throw tooLarge(limit);
  const isChunked = headers.get('transfer-encoding') !== null;
  if (!chunked && isChunked) {
    throw new Refusal('length-required', 'Send the body with a content-length');
  }
  // Node’s server reads no further than was announced; without a stream it costs half as much.
  if (isNodes(env) && announced !== null && !isChunked) return request.text();
  return readCounted(request, limit);
}

/** What is announced need not be true, so what comes is counted. */
async function readCounted(request: Request, limit: number): Promise<string> {
  const decoder = new TextDecoder();
  let text = '';
  let bytes = 0;
  for await (const chunk of request.body ?? []) {
    bytes += chunk.byteLength;
    if (bytes > limit) throw tooLarge(limit);
    text += decoder.decode(chunk, { stream: true });
  }
  return text + decoder.decode();
}

function isNodes(env: unknown): boolean {
  return typeof env === 'object' && env !== null && 'incoming' in env && env.incoming !== undefined;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new Refusal('bad-request', 'The body is not JSON');
  }
}

function tooLarge(limit: number): Refusal {
  return new Refusal('too-large', `The body is larger than ${limit} bytes`);
}
