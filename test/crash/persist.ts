import { setTimeout } from 'node:timers/promises';

/** So long somebody waits for a server that is killed again and again, until it counts as a fault. */
const PATIENCE_MS = 300_000;
const PAUSE_MS = 150;

/** The server answered, and said no: coming back will not help. */
export class Refused extends Error {
  override readonly name = 'Refused';
}

/** Tries until it works. Gives up at once when it was refused, and when nothing came of it for five minutes. */
export async function persist<T>(what: string, attempt: () => Promise<T>): Promise<T> {
  const end = performance.now() + PATIENCE_MS;
  for (;;) {
    try {
      return await attempt();
    } catch (error) {
      if (error instanceof Refused) throw error;
      if (performance.now() > end) throw new Error(`Never came true: ${what}`, { cause: error });
    }
    await setTimeout(PAUSE_MS);
  }
}

/** The response if it is a success. Throws otherwise, `Refused` when there is no use in trying again. */
export async function accepted(response: Response): Promise<Response> {
  if (response.ok) return response;
  const words = `${response.status} ${response.url} ${await response.text()}`;
  throw response.status === 429 || response.status >= 500 ? new Error(words) : new Refused(words);
}
