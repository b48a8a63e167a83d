import { writeSync } from 'node:fs';
import { openStore } from '../../src/store/open-store.ts';
import { message } from './sample.ts';

/** Run as a process of its own: appends to conversation `a` and prints each seq once it was acknowledged. */
async function appendUntilKilled(url: string): Promise<never> {
  const store = await openStore(url);
  for (let n = 1; ; n += 3) {
    const together = [n, n + 1, n + 2].map((each) =>
      store.tx((tx) => tx.append('a', `message ${each}`, message(`message ${each}`))),
    );
    for (const { seq } of await Promise.all(together)) writeSync(1, `${seq}\n`);
  }
}

await appendUntilKilled(process.argv[2] ?? '');
