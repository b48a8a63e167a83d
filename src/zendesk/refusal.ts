import { z } from 'zod';

/** A word or a dotted name. Sentences are free text, which may quote a customer, and stay out. */
const Code = z.string().regex(/^[A-Za-z][A-Za-z0-9_.:-]{0,63}$/);

/** Every shape in which Zendesk says what was wrong, the Conversations API first, then Support, JSON:API and OAuth. */
const Refusal = z.union([
  z
    .object({ errors: z.tuple([z.object({ code: Code })], z.unknown()) })
    .transform(({ errors: [first] }) => first.code),
  z.object({ error: Code }).transform(({ error }) => error),
  z.object({ error: z.object({ title: Code }) }).transform(({ error }) => error.title),
]);

/** Zendesk's code for a refusal, null when the body holds none. */
export function errorCode(body: unknown): string | null {
  const refusal = Refusal.safeParse(body);
  return refusal.success ? refusal.data : null;
}

/** `Retry-After`, in seconds or as a date, as milliseconds from now. */
export function retryAfterMs(headers: Headers, now: number): number | null {
  const value = headers.get('retry-after')?.trim();
  if (!value) return null;
  if (/^\d+(\.\d+)?$/.test(value)) return Math.ceil(Number(value) * 1000);
  const date = Date.parse(value);
  return Number.isNaN(date) ? null : Math.max(0, date - now);
}
