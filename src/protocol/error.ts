import { z } from 'zod';

/**
 * What went wrong, for a program. A foreign conversation is `not-found`: whether it exists is nobody's business.
 */
export const ErrorCode = z.enum([
  'bad-request',
  'unauthorized',
  'not-found',
  'not-allowed',
  'conflict',
  'too-large',
  'length-required',
  'unsupported-type',
  'too-many-requests',
  'unavailable',
  'internal',
]);
export type ErrorCode = z.infer<typeof ErrorCode>;

/** The body of every answer that is not a success. `message` is for developers, never from upstream. */
export const ErrorBody = z.object({
  error: z.object({
    code: ErrorCode,
    message: z.string(),
    retryAfterMs: z.int().nonnegative().optional(),
  }),
});
export type ErrorBody = z.infer<typeof ErrorBody>;
