import type { z } from 'zod';
import type { AppKey } from './account.ts';
import type { Ask, Call } from './request.ts';
import { ZendeskError } from './zendesk-error.ts';

export type ConversationsDeps = { origin: string; appKey: AppKey; ask: Ask };

type Question<Answer, Body> = Omit<Call<Answer>, 'url' | 'authorization' | 'body'> & {
  /** Below the app. Each part is encoded, so that no id can reach another resource. */
  path: readonly string[];
  /** Keys such as `page[after]`; what is undefined is left out. */
  query?: Record<string, string | undefined>;
  /** What the body must be. One that breaks it is refused here and never leaves. */
  accepts?: z.ZodType<Body>;
  body?: NoInfer<Body>;
};

/** One call of the Conversations API, as the app key. */
export type AppCall = <Answer, Body = never>(question: Question<Answer, Body>) => Promise<Answer>;

export function appCall({ origin, appKey, ask }: ConversationsDeps): AppCall {
  const app = `${origin}/sc/v2/apps/${encodeURIComponent(appKey.appId)}`;
  const credentials = Buffer.from(`${appKey.keyId}:${appKey.secretKey}`).toString('base64');
  const authorization = `Basic ${credentials}`;

  return async function call({ path, query = {}, accepts, body, ...question }) {
    const { operation, method } = question;
    const accepted = accepts?.safeParse(body);
    if (accepted?.success === false || path.some(isNoName)) {
      throw new ZendeskError({ operation, outcome: 'refused', code: 'invalid-request' });
    }
    const url = new URL([app, ...path.map(encodeURIComponent)].join('/'));
    for (const [key, value] of Object.entries(query)) {
      if (value !== undefined) url.searchParams.set(key, value);
    }
    return ask({
      repeat: method === 'GET',
      ...question,
      url: url.href,
      authorization,
      body: accepted?.data,
    });
  };
}

/** Parts of a path that mean another resource, however they are encoded. */
function isNoName(part: string): boolean {
  return part === '' || part === '.' || part === '..';
}

/**
 * All records of a list that comes in pages, or an error: of half a list nobody can say what is not in it. `read` gets
 * the cursor to go on after.
 */
export async function everyPage<Item>(
  read: (after: string | undefined) => Promise<{ items: Item[]; next: string | null }>,
): Promise<Item[]> {
  const all: Item[] = [];
  let after: string | undefined;
  for (;;) {
    const { items, next } = await read(after);
    all.push(...items);
    if (next === null) return all;
    if (next === after) throw endlessList();
    after = next;
  }
}

/** There is more, but the cursor does not lead to it. */
export function endlessList(): ZendeskError {
  return new ZendeskError({
    operation: 'give a list to its end',
    outcome: 'unknown',
    code: 'no-cursor',
  });
}
