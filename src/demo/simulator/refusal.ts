import type { Context } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';

/** A request that the Conversations API turns down, in the words Zendesk uses for it. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  readonly status: ContentfulStatusCode;
  readonly errors: { code: string; title: string }[];

  constructor(status: ContentfulStatusCode, code: string, ...titles: string[]) {
    super(`${status} ${code}: ${titles.join('; ')}`);
    this.status = status;
    this.errors = titles.map((title) => ({ code, title }));
  }
}

export const badRequest = (...titles: string[]) => new Refusal(400, 'bad_request', ...titles);
export const forbidden = (title: string) => new Refusal(403, 'forbidden', title);
export const notFound = (what: string) =>
  new Refusal(404, `${what}_not_found`, `${what.replaceAll('_', ' ')} not found`);

/** Errors of the Conversations API: `{"errors": [{code, title}]}`, more than one only with 400. */
export function answerRefusal(error: Error, context: Context): Response {
  if (!(error instanceof Refusal)) throw error;
  return context.json({ errors: error.errors }, error.status);
}
