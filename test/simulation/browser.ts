import { ConnectionLost } from './gate.ts';
import { PROXY, type Process } from './process.ts';
import type { Random } from '../random.ts';
import type { VirtualClock } from './virtual-clock.ts';

/** An answer together with the moment when whoever sends it is gone. */
export type Answer = { response: Response; died: Promise<void> };

/** The network between browsers and the load balancer. */
export type Browser = (path: string, init?: RequestInit) => Promise<Answer>;

type BrowserOptions = {
  /** Whichever the load balancer picks. */
  process(): Process;
  clock: VirtualClock;
  random: Random;
  /** How many requests are lost, or their answers; 0 once everything is calm. */
  trouble(): number;
};

const PATIENCE_MS = 15_000;

export function createBrowser({ clock, random, trouble, ...options }: BrowserOptions): Browser {
  return async function request(path, init) {
    const process = options.process();
    const isLost = random.chance(trouble());
    const isAnswerLost = isLost && random.chance(0.7);
    await clock.wait(random.between(5, 60));
    if (isLost && !isAnswerLost) throw new ConnectionLost('ECONNRESET');
    const died = process.died();
    const asked = process.fetch(new Request(`${PROXY}${path}`, init));
    const response = await Promise.race([asked, tooLate(asked)]);
    await clock.wait(random.between(5, 60));
    if (!isAnswerLost) return { response, died };
    void response.body?.cancel();
    throw new ConnectionLost('ECONNRESET');
  };

  /** A process that stands still holds the connection open, and a browser gives up at some time. */
  function tooLate(asked: Promise<unknown>): Promise<never> {
    return new Promise((_resolve, reject) => {
      const cancel = clock.setTimeout(() => reject(new ConnectionLost('ECONNRESET')), PATIENCE_MS);
      asked.then(cancel, cancel);
    });
  }
}

/** The frames of a stream, until it ends, or until its sender dies. */
export async function* framesOf({ response, died }: Answer): AsyncGenerator<SentFrame> {
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  const cut = died.then(() => ({ done: true as const, value: undefined }));
  let rest = '';
  try {
    for (;;) {
      const chunk = await Promise.race([reader?.read(), cut]);
      if (!chunk || chunk.done) return;
      const blocks = (rest + chunk.value).split('\n\n');
      rest = blocks.pop() ?? '';
      for (const block of blocks) {
        const frame = frameOf(block);
        if (frame) yield frame;
      }
    }
  } finally {
    void reader?.cancel().catch(() => {});
  }
}

/** `data` is JSON. */
export type SentFrame = { event: string; data: string };

function frameOf(block: string): SentFrame | null {
  const event = /^event: (.*)$/m.exec(block)?.[1];
  const data = /^data: (.*)$/m.exec(block)?.[1];
  return event !== undefined && data !== undefined ? { event, data } : null;
}
